/**
 * `content/events.csv`: what happened when, for charts over time, where a table is handier than `report.yaml`.
 */
import { Mistake, throwMistakes } from '../config/mistake.ts';
import type { ChartEventConfig } from '../config/report.schema.ts';
import { day, sameName, webAddress } from '../config/values.ts';
import { readWritersTable, type WrittenRow } from './writers-table.ts';

/** Where events stand, below the content folder. */
export const EVENTS = 'events.csv';

const COLUMNS = { needed: ['date', 'label'], optional: ['link', 'metrics'] } as const;
type Column = (typeof COLUMNS)['needed' | 'optional'][number];

/** The label stands beside a line in a chart. */
const LONGEST = 80;

/** An event, and where it was written. */
export interface WrittenEvent extends ChartEventConfig {
  readonly place: WrittenRow<string>['place'];
}

/**
 * All events in the order of the file; none when there is no file.
 *
 * @throws Mistake or Mistakes, one for every cell that cannot be read, and for events that are there twice.
 */
export async function readEvents(contentFolder: string): Promise<readonly WrittenEvent[]> {
  const rows = (await readWritersTable<Column>(contentFolder, EVENTS, COLUMNS)) ?? [];
  const mistakes: Mistake[] = [];
  const known = new Set<string>();
  const events = rows.map(({ cells: { date, label, link, metrics }, place }): WrittenEvent => {
    const wrong = (field: Column, what: string, found: string, expected: string) => {
      mistakes.push(new Mistake({ what, ...place, field, found: found === '' ? 'nothing' : found, expected }));
    };
    if (!day.safeParse(date).success)
      wrong('date', 'An event has no date that is one', date, 'a date such as 2026-03-12');
    if (label === '' || label.length > LONGEST) {
      wrong('label', 'The label of an event cannot stand in a chart', label, `1 to ${LONGEST} characters`);
    }
    if (link !== '' && !webAddress.safeParse(link).success) {
      wrong('link', 'The link of an event is none', link, 'a web address such as https://example.org/page');
    }
    const key = `${date} ${sameName(label)}`;
    if (known.has(key)) wrong('label', 'An event is there twice', `${date}, ${label}`, 'each event once');
    known.add(key);
    const named = metrics
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return {
      date,
      label,
      ...(link === '' ? {} : { link }),
      ...(named.length === 0 ? {} : { metrics: named }),
      place,
    };
  });
  throwMistakes(mistakes);
  return events;
}
