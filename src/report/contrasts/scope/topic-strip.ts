/**
 * What contacts are about, by how many of them a customer rated: more contacts are other contacts.
 */
import { type Compounding, compounding } from '../../../contrasts/scope/compounding.ts';
import type { TopicMix, TopicRow } from '../../../contrasts/scope/topic-mix.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import type { ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import type { StripFigure } from '../../types/contrast-figure.ts';
import { count, formatOf, percent } from '../../wording/format.ts';

const ID = compounding.analysis.id;

/** Topics that have a row of their own. */
const MOST_TOPICS = 7;
const OTHER = 'Other topics';

/**
 * Topics in rows, numbers of contacts in columns; nothing where a column tells of too few customers.
 *
 * @param most how many numbers of contacts are shown.
 */
export function topicStrip(context: ReportContext, { topics }: Compounding, most: number): StripFigure[] {
  const { config, analyses } = context;
  const rows = topics === null ? null : topicRows(topics, most, config.minimum_base);
  if (topics === null || rows === null || rows.length < 2) return [];
  const { known } = topics;
  const share = formatOf('share', config.locale);
  const n = known.slice(0, most).reduce((sum, contacts) => sum + contacts, 0);
  const drawn = rows.map(({ topic, contacts, customers }) => ({
    label: topic,
    cells: contacts.slice(0, most).map((part, level) =>
      part === 0
        ? ({ status: 'ok', value: 0, n: known[level] as number, text: '0%', range: '', base: '' } as const)
        : quantityOf(context, share, {
            value: part / (known[level] as number),
            n: known[level] as number,
            customers: customers[level] as number,
            counts: 'contacts',
          }),
    ),
  }));
  const columns = Array.from({ length: most }, (_, level) => (level === 0 ? '1 contact' : `${level + 1} contacts`));
  const shift = widestShift(drawn);
  const base = `n = ${count(n, config.locale)} rated contacts`;
  return [
    {
      kind: 'strip',
      ...figureBase(
        context,
        ID,
        {},
        'topics',
        {
          columns: ['topic', 'contacts', 'n', 'share'],
          rows: drawn.flatMap(({ label, cells }) =>
            cells.map(({ n: of, value }, level) => [label, level + 1, of ?? '', value ?? '']),
          ),
        },
        { base, compared: false, uncompared: 'The topics are shown, not compared.' },
      ),
      unit: 'share',
      shade: 'share of the contacts',
      headline:
        shift === null
          ? 'What contacts are about, by how many a customer rated'
          : `${shift.label}: ${shift.first} of single contacts, ${shift.last} of those of customers with ${most}`,
      subtitle: `Topics of rated contacts by how many the customer rated; ${analyses.span.all.label}; ${base}; shade: share of the column`,
      summary: drawn
        .map(({ label, cells }) => `${label}: ${cells[0]?.text} with one contact, ${cells.at(-1)?.text} with ${most}.`)
        .slice(0, 2)
        .join(' '),
      columns,
      rows: drawn,
      table: {
        caption: `Topics of rated contacts by their number, ${analyses.span.all.label}.`,
        columns: [{ name: 'Topic', numeric: false }, ...columns.map((name) => ({ name, numeric: true }))],
        rows: [
          ...drawn.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
          ['n (rated contacts)', ...known.slice(0, most).map((contacts) => count(contacts, config.locale))],
        ],
      },
    },
  ];
}

/** The row whose share changes most between the first column and the last. */
function widestShift(
  rows: readonly { readonly label: string; readonly cells: readonly { readonly value?: number }[] }[],
) {
  const ends = rows.flatMap(({ label, cells }) => {
    const [first, last] = [cells[0]?.value, cells.at(-1)?.value];
    return first === undefined || last === undefined || label === OTHER ? [] : [{ label, first, last }];
  });
  const [widest] = ends.sort((a, b) => Math.abs(b.last - b.first) - Math.abs(a.last - a.first));
  return widest === undefined
    ? null
    : { label: widest.label, first: percent(widest.first), last: percent(widest.last) };
}

/**
 * Topics with too few customers in any column stand together, with the next smaller ones until they are enough: what is
 * left over after all others is then no small group.
 */
function topicRows({ topics, known }: TopicMix, most: number, minimumBase: number): TopicRow[] | null {
  if (known.slice(0, most).some((contacts) => contacts === 0)) return null;
  const isSafe = ({ contacts, customers }: TopicRow) =>
    contacts.slice(0, most).every((count, level) => count === 0 || (customers[level] as number) >= minimumBase);
  const own = topics.filter(isSafe).slice(0, MOST_TOPICS);
  const others = topics.filter((topic) => !own.includes(topic));
  while (others.length > 0) {
    const other = together(others);
    if (others.length > 1 && isSafe(other)) return [...own, other];
    const next = own.pop();
    if (next === undefined) return null;
    others.push(next);
  }
  return own;
}

/** Of the customers of several topics no more is known than that they are as many as those of the largest. */
function together(rows: readonly TopicRow[]): TopicRow {
  const [first] = rows as [TopicRow];
  return {
    topic: OTHER,
    contacts: first.contacts.map((_, level) => rows.reduce((sum, row) => sum + (row.contacts[level] as number), 0)),
    customers: first.customers.map((_, level) => Math.max(...rows.map((row) => row.customers[level] as number))),
  };
}
