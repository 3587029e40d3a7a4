/**
 * C9a: how many cases need more than one department, by topic.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Cell, Context } from '../../metrics/definition.ts';
import { valueOfRows } from '../../metrics/estimators/grouping.ts';
import { periodOfRows } from '../../metrics/estimators/period-of-rows.ts';
import { ABSENT, moments, type Sample } from '../../metrics/estimators/sample.ts';
import { estimateShare, SHARE_INTERVAL } from '../../metrics/estimators/share.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { ContrastTest } from '../contrast.ts';
import { FUNCTION_FIELDS, type FunctionSource, functionsOfTickets } from './functions-of-tickets.ts';

const NEEDS = [FUNCTION_FIELDS, 'tickets.category'];

/** Fewest tickets of a topic. */
export const FEWEST_TICKETS = 30;

/** Tickets by how many departments they went through. */
export interface Functions {
  readonly one: number;
  readonly two: number;
  /** Three or more. */
  readonly more: number;
  readonly mean: number;
  /** The share with two or more, with its interval and base. */
  readonly severalFunctions: Cell;
}

export interface FunctionsPerCase {
  readonly source: FunctionSource;
  readonly all: Functions;
  /** Every topic that tickets have, the largest share with several departments first. */
  readonly topics: readonly (Functions & { readonly label: string })[];
}

const analysis: Analysis<FunctionsPerCase> = {
  id: 'functions_per_case',
  name: 'Departments per case',
  label: 'Several departments',
  lens: 'service',
  question: 'How many cases need more than one department?',
  definition:
    'The share of tickets that went through two or more departments, by topic, and the mean number of departments. Where ' +
    'tickets state how often they were passed on, a ticket went through one department more than that; else the different ' +
    'departments count that its assignments name. Open tickets count with what they have met with so far. The day the ' +
    'ticket was created decides the period.',
  formula: 'tickets with two or more departments ÷ tickets whose departments are known',
  who: 'tickets whose number of departments and whose topic are known',
  date: 'the day the ticket was created',
  tex: String.raw`\frac{1}{n}\sum_i\,[g_i \ge 2]`,
  symbols: [
    ['n', 'tickets of the topic'],
    ['g_i', 'departments that ticket i went through'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'tickets',
  minimum: `${FEWEST_TICKETS} tickets of a topic.`,
  margin: 0.05,
  interval: SHARE_INTERVAL,
  source: 'Group stations as in Zendesk’s ticket metrics.',
  elsewhere: [],
  analyse,
};

export const functionsPerCase: ContrastTest<FunctionsPerCase> = {
  id: 'c9a',
  analysis,
  saidWhen:
    '“Needs more than one department” is said of a topic when the lower end of its share of tickets with two or more ' +
    'departments is above 50%.',
  pitfalls: [
    'Queues are not departments: where a tool counts moves between queues of one department, map them first.',
    'Where tickets state only how often they were passed on, a move between two people of one department counts like a move between departments.',
    'Cases that nobody dares to pass on do not show: few hand-offs are no sign that one department can settle all.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): FunctionsPerCase | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const { source, count } = functionsOfTickets(dataset);
  const sample: Sample = {
    table: 'tickets',
    at: moments(dataset, 'tickets.created_at'),
    values: Int8Array.from(count, (functions) => (Number.isNaN(functions) ? ABSENT : Number(functions >= 2))),
  };
  const slice = { periods: [all], dimension: 'category', where: {} } as const;
  const { values, cells } = estimateShare(dataset, sample, slice);
  const counted = countByTopic(dataset, sample, count, slice);
  const topics = values
    .map((label, code) => ({ label, ...functionsOf(counted[code] as Counted, cells[code] as Cell) }))
    .filter(({ severalFunctions }) => severalFunctions.n > 0)
    .sort((a, b) => (b.severalFunctions.value ?? 0) - (a.severalFunctions.value ?? 0) || (a.label < b.label ? -1 : 1));
  const most = Math.max(0, ...topics.map(({ severalFunctions }) => severalFunctions.n));
  if (most < FEWEST_TICKETS) return tooFew(FEWEST_TICKETS, 'tickets of one topic whose departments are known', most);
  const [whole] = estimateShare(dataset, sample, { ...slice, dimension: null }).cells;
  const [everything] = countByTopic(dataset, sample, count, { ...slice, dimension: null });
  return { source, all: functionsOf(everything as Counted, whole as Cell), topics };
}

/** Tickets with one, two and more departments, and all departments added up. */
type Counted = [one: number, two: number, more: number, sum: number];

function countByTopic(
  dataset: Dataset,
  { at, values: outcome }: Sample,
  count: Float64Array,
  slice: Parameters<typeof valueOfRows>[2],
): Counted[] {
  const { value, values } = valueOfRows(dataset, 'tickets', slice);
  const period = periodOfRows(at, slice.periods);
  const counted = values.map((): Counted => [0, 0, 0, 0]);
  for (let row = 0; row < value.length; row++) {
    if ((value[row] as number) < 0 || (period[row] as number) < 0 || outcome[row] === ABSENT) continue;
    const cell = counted[value[row] as number] as Counted;
    const functions = count[row] as number;
    cell[functions < 2 ? 0 : functions < 3 ? 1 : 2] += 1;
    cell[3] += functions;
  }
  return counted;
}

function functionsOf([one, two, more, sum]: Counted, severalFunctions: Cell): Functions {
  return { one, two, more, mean: sum / (one + two + more), severalFunctions };
}
