/**
 * C9c: how cases fare that went through several departments, beside those that stayed with one.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, isLack, type Lack, type Span, tooShort } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { resolutionTimes } from '../../metrics/service/resolution-times.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from '../../metrics/service/solution-moment.ts';
import type { ContrastTest } from '../contrast.ts';
import { FEWEST, StrataTally, type StratifiedShares } from '../strata.ts';
import { FUNCTION_FIELDS, functionsOfTickets } from './functions-of-tickets.ts';
import { type OpenCurve, openCurves, restrictedMeans } from './open-time.ts';

const NEEDS = [
  FUNCTION_FIELDS,
  'tickets.category',
  'tickets.priority',
  'responses.csat | tickets.csat',
  SOLUTION_FIELDS,
];

export const RMST_DAYS = 30;

/** How long cases stay open, cut off at `RMST_DAYS`; strata of topic and priority held equal. */
export interface OpenTimes {
  /** Mean time open of cases with one department, and how much longer those with several stay open, in seconds. */
  readonly one: number;
  readonly longer: Difference;
  /** The same as a ratio, several by one. */
  readonly ratio: Difference;
  readonly tickets: readonly [one: number, several: number];
  /** Strata that both are in, and tickets in others. */
  readonly strata: number;
  readonly leftOut: number;
  /** Share still open over time, strata not held equal: one department, then several. */
  readonly curves: readonly [OpenCurve, OpenCurve];
}

export interface MoreFunctions {
  /** Satisfied customers; groups: one department, and several. */
  readonly satisfied: StratifiedShares;
  /** Null where too few tickets can be followed. */
  readonly open: OpenTimes | null;
}

const GROUPS = [
  'customers whose rated case stayed with one department',
  'customers whose rated case went through several departments',
] as const;

const analysis: Analysis<MoreFunctions> = {
  id: 'more_functions',
  name: 'Several departments and how the case ends',
  label: 'Several departments',
  lens: 'service',
  question: 'Are cases that go through several departments slower and less satisfying?',
  definition:
    'Cases that went through two or more departments are set against those that stayed with one, among cases of the same topic ' +
    'and priority. Compared are the share of satisfied customers (the latest rated ticket of each) and the mean time a ticket ' +
    `is open within its first ${RMST_DAYS} days, on the calendar clock: a ticket that is open for longer counts with ${RMST_DAYS} days, one that ` +
    'is still open at the end of the data for as long as it is known (censored).',
  formula: `Σ w × (share or mean of several − of one) ÷ Σ w, w = n₁n₀ ÷ (n₁ + n₀) in each stratum`,
  who: 'tickets whose number of departments, topic and priority are known',
  date: 'all tickets',
  tex: String.raw`\int_0^{\tau} S_1(t) - S_0(t)\,dt`,
  symbols: [
    ['S_1, S_0', 'share still open after time t, with several departments and with one'],
    [String.raw`\tau`, `${RMST_DAYS} days`],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST.side} customers with a rated case on each side, in ${FEWEST.strata} strata that both are in.`,
  margin: 0.05,
  interval:
    'Mantel and Haenszel’s difference with the interval of Sato for satisfaction; for the time open the infinitesimal ' +
    'jackknife by customers, which agrees with resampling customers and costs one pass.',
  source:
    'Mantel & Haenszel (1959), Sato (1989), Breslow & Day (1980); Royston & Parmar (2013) for the restricted mean.',
  elsewhere: [],
  analyse,
};

export const moreFunctions: ContrastTest<MoreFunctions> = {
  id: 'c9c',
  analysis,
  saidWhen:
    '“Goes with slower and less satisfying cases” is said when, topic and priority held equal, both the share of satisfied ' +
    'customers is shown to be lower and the time open longer among cases with several departments; of one of the two alone ' +
    'only that one is said. A difference shown to be less than 5 points, or less than 20% of the time, is said to be too ' +
    'small to matter.',
  pitfalls: [
    'Hard cases are sent to more departments: topic and priority hold only a part of that equal.',
    'A case that takes longer has more time to be passed on, whatever the passing on does.',
    'Only rated cases tell of satisfaction.',
  ],
};

function analyse(context: Context, _span: Span): MoreFunctions | Lack {
  const { dataset } = context;
  const missing = missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset);
  if (missing !== null) return { lacks: missing };
  const strata = strataOf(dataset);
  const satisfied = ratedCases(dataset, strata);
  if (isLack(satisfied)) return satisfied;
  const open = timesOpen(context, strata);
  return { satisfied, open: isLack(open) ? null : open };
}

/** Kinds of cases: topic and priority. */
interface Strata {
  readonly labels: readonly string[];
  /** Of each ticket; -1 = not known. */
  readonly ofTicket: Int32Array;
  /** 0 = one department, 1 = several, -1 = not known. */
  readonly group: Int8Array;
}

function strataOf(dataset: Dataset): Strata {
  const { category, priority } = dataset.tickets?.columns ?? {};
  const { count } = functionsOfTickets(dataset);
  const priorities = priority?.values.length ?? 0;
  return {
    labels: (category?.values ?? []).flatMap((topic) => (priority?.values ?? []).map((rank) => `${topic}, ${rank}`)),
    ofTicket: Int32Array.from(count, (_, row) => {
      const [topic, rank] = [category?.codes[row] ?? -1, priority?.codes[row] ?? -1];
      return topic < 0 || rank < 0 ? -1 : topic * priorities + rank;
    }),
    group: Int8Array.from(count, (functions) => (Number.isNaN(functions) ? -1 : Number(functions >= 2))),
  };
}

/** The latest rated ticket of each customer; a rating without a known customer is one of its own. */
function ratedCases({ responses, ...dataset }: Dataset, { labels, ofTicket, group }: Strata): StratifiedShares | Lack {
  const { values } = positiveAnswers({ responses, ...dataset }, 'csat');
  const tally = new StrataTally();
  const rows = responses?.rows ?? 0;
  for (let row = 0; row < rows; row++) {
    if (!isCase(row)) continue;
    const who = responses?.customer[row] as number;
    let next = row + 1;
    while (who >= 0 && next < rows && responses?.customer[next] === who && !isCase(next)) next++;
    if (who >= 0 && next < rows && responses?.customer[next] === who) continue;
    const ticket = responses?.ticket[row] as number;
    tally.add(labels[ofTicket[ticket] as number] as string, group[ticket] as 0 | 1, values[row] as number);
  }
  return tally.shares(GROUPS);

  function isCase(row: number): boolean {
    const ticket = responses?.ticket[row] ?? -1;
    if (ticket < 0 || values[row] === ABSENT || responses?.item[row] === 1) return false;
    return (ofTicket[ticket] as number) >= 0 && (group[ticket] as number) >= 0;
  }
}

function timesOpen(context: Context, { labels, ofTicket, group }: Strata): OpenTimes | Lack {
  const { dataset } = context;
  const { milliseconds, ended } = resolutionTimes(context, 'calendar').waiting;
  const rows = Int32Array.from(milliseconds.keys()).filter(
    (row) => !Number.isNaN(milliseconds[row]) && (ofTicket[row] as number) >= 0 && (group[row] as number) >= 0,
  );
  const owner = dataset.tickets?.customer ?? new Int32Array(0);
  const cases = {
    milliseconds: Float64Array.from(rows, (row) => milliseconds[row] as number),
    ended: Uint8Array.from(rows, (row) => ended[row] as number),
    stratum: rows.map((row) => ofTicket[row] as number),
    group: Int8Array.from(rows, (row) => group[row] as number),
    owner: rows.map((row) => owner[row] as number),
  };
  const means = restrictedMeans(cases, labels.length, RMST_DAYS * DAY_MS, FEWEST.strata);
  if (means === null) return tooShort(FEWEST.strata, 'kinds of cases that can be followed on both sides', 0);
  return { ...means, curves: openCurves(cases, (RMST_DAYS * DAY_MS) / 1000) };
}
