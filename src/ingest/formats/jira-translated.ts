/**
 * Jira exports with translated headers: recognised by the shape of their keys.
 *
 * Only Russian headers have been seen. In other languages the columns have to be named in `sources.yaml`.
 */
import { isMostly } from './column-shape.ts';
import type { ReadFormat, TableHead } from './format.ts';
import { ISSUE_KEY } from './jira.ts';
import { ticketsOf } from './mapping.ts';

export const jiraTranslated: ReadFormat = {
  id: 'jira-translated',
  name: 'Jira export of issues with Russian headers',
  attested: 'a real file',
  signature: {
    all: ['ключ проблемы', 'создано'],
    any: ['тема', 'идентификатор проблемы', 'тип задачи', 'статус', 'обновлено', /^пользовательское поле/],
  },
  fits: (head) => keyColumn(head) !== undefined,
  mapping: ({ header }) =>
    ticketsOf(header, {
      ticket_id: 'Ключ проблемы',
      customer_id: ['Автор', 'Создатель'],
      created_at: 'Создано',
      updated_at: 'Обновлено',
      resolved_at: ['Дата решения', 'Решено'],
      status: { column: 'Статус', values: STATES },
      priority: 'Приоритет',
      category: 'Тип задачи',
      csat: 'Уровень удовлетворенности (из 5)',
    }),
};

/** The states that Jira itself names; teams add their own. */
const STATES = {
  Открыт: 'open',
  'В работе': 'in progress',
  Переоткрыт: 'open',
  Решено: 'solved',
  Решён: 'solved',
  Готово: 'solved',
  Закрыт: 'closed',
};

/** A column of issue keys with one of whole numbers beside it. */
function keyColumn({ header, sample }: TableHead): number | undefined {
  return header.names
    .map((_, position) => position)
    .find(
      (position) =>
        isMostly(sample, position, ISSUE_KEY) &&
        [position - 1, position + 1].some((beside) => isMostly(sample, beside, /^\d+$/)),
    );
}
