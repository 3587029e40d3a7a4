/**
 * C6c: whether waits, backlog or reopenings move ahead of what customers say.
 */
import type { Period } from '../../calendar/period.ts';
import { type Analysis, type Lack, type Span, tooShort } from '../../metrics/analysis.ts';
import type { Context, ExpectedLead, Metric } from '../../metrics/definition.ts';
import { periodOfRows } from '../../metrics/estimators/period-of-rows.ts';
import { FEWEST_MONTHS } from '../../metrics/experience/lead.ts';
import { nps } from '../../metrics/experience/nps.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { longestRun, monthlyCourse } from '../../metrics/monthly-course.ts';
import { csat } from '../../metrics/satisfaction/csat.ts';
import { backlog } from '../../metrics/service/backlog.ts';
import { firstResponseMedian } from '../../metrics/service/first-response.ts';
import { reopen } from '../../metrics/service/reopen.ts';
import { pearsonR } from '../../statistics/correlation.ts';
import { leadTest } from '../../statistics/cross-correlation.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['tickets.created_at', 'responses.csat | tickets.csat | responses.nps'];

const SEED = 63;

const OPERATIONS: Readonly<Record<ExpectedLead['ahead'], Metric>> = {
  first_response_median: firstResponseMedian,
  backlog,
  reopen,
};
const OPINIONS: Readonly<Record<ExpectedLead['behind'], Metric>> = { csat, nps };

export interface Lag {
  /** In months; above 0 operations move first. */
  readonly lag: number;
  readonly correlation: number;
}

export interface OperationsLead {
  readonly ahead: ExpectedLead['ahead'];
  readonly behind: ExpectedLead['behind'];
  readonly months: readonly Period[];
  readonly lags: readonly Lag[];
  readonly strongest: Lag;
  /** Of the strongest over all lags, against pairs of unrelated series. */
  readonly p: number;
  /** What 95 of 100 such pairs keep to. */
  readonly bound: number;
  /** Correlation of the changes of opinion with those of the number of tickets in the same month; null without any change. */
  readonly volume: number | null;
}

export interface OperationsAhead {
  readonly leads: readonly OperationsLead[];
}

const analysis: Analysis<OperationsAhead> = {
  id: 'operations_ahead',
  name: 'Operations ahead of opinion',
  label: 'Correlation of changes',
  lens: 'service',
  question: 'Do waits, backlog or reopenings move some months before what customers say does?',
  definition:
    'The month-to-month changes of a measure of operations (median first response time, backlog, reopen rate) and of a measure ' +
    'of opinion (CSAT, NPS) are correlated at lags from six months before to six months after. Which is expected to move first ' +
    'is declared in the settings, before anybody looks. Searching thirteen lags finds something in unrelated series too, so ' +
    'the strongest correlation is set against the strongest of 2,000 pairs of unrelated series that persist as long as these ' +
    'do. Beside it stands how changes of opinion go with those of the number of tickets.',
  formula: 'rₖ = Σ Δx(t − k) · Δy(t) ÷ √(Σ Δx² · Σ Δy²), changes measured from their means',
  who: 'months with tickets and answers',
  date: 'the day of the ticket and of the answer',
  tex: String.raw`\frac{\sum_t d_{t - k}\,e_t}{\sqrt{\sum_t d_t^2 \sum_t e_t^2}}`,
  symbols: [
    ['d_t', 'change of operations in month t, less the mean change'],
    ['e_t', 'change of opinion in month t, less the mean change'],
    ['k', 'the lag in months'],
  ],
  elsewhere: [],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'months',
  minimum: `${FEWEST_MONTHS} complete months in a row with 10 customers behind both measures.`,
  margin: 0.1,
  interval:
    'None: the strongest correlation is tested as a whole, against pairs of AR(1) series drawn from a fixed seed.',
  source: 'Box & Jenkins (1976). With 36 months a strong lead of two months is found in about 17 of 20 cases.',
  analyse,
};

export const operationsAhead: ContrastTest<OperationsAhead> = {
  id: 'c6c',
  analysis,
  saidWhen:
    '“Moves ahead of” is said when p of the strongest correlation over all lags, adjusted for all comparisons of this page, is at ' +
    'most 0.05, operations move first at that lag, and the sign is as expected: opinion falls where waits, backlog or reopenings ' +
    `rise. With fewer than ${FEWEST_MONTHS} months nothing is said.`,
  pitfalls: [
    'Both may follow the season, or the number of tickets, which is why that stands beside them.',
    'Moving together is no evidence that one brings about the other.',
  ],
};

function analyse(context: Context, span: Span): OperationsAhead | Lack {
  const { months } = span;
  const missing = missingField(context.dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const few = (found: number) => tooShort(FEWEST_MONTHS, 'complete months in a row with tickets and answers', found);
  if (months.length < FEWEST_MONTHS) return few(months.length);
  const known = new Map<Metric, (number | null)[] | null>();
  const courseOf = (metric: Metric) => {
    const course =
      known.get(metric) ?? (metric.unavailable(context) === null ? monthlyCourse(context, metric, span) : null);
    known.set(metric, course);
    return course;
  };
  const volume = ticketsByMonth(context, months);
  let longest = 0;
  const leads = context.company.operationsFirst.flatMap(({ ahead, behind }): OperationsLead[] => {
    const [operations, opinion] = [courseOf(OPERATIONS[ahead]), courseOf(OPINIONS[behind])];
    if (operations === null || opinion === null) return [];
    const row = longestRun([operations, opinion]);
    longest = Math.max(longest, row.length);
    if (row.length < FEWEST_MONTHS) return [];
    const at = (course: readonly (number | null)[]) => row.map((month) => course[month] as number);
    const found = leadTest(at(operations), at(opinion), { seed: SEED });
    if (found === null) return [];
    // The test counts a lead of its first series as a lag below 0.
    const turned = ({ lag, r }: { lag: number; r: number }): Lag => ({ lag: -lag || 0, correlation: r });
    return [
      {
        ahead,
        behind,
        months: row.map((month) => months[month] as Period),
        lags: found.correlations.map(turned).toReversed(),
        strongest: turned(found.strongest),
        p: found.p,
        bound: found.bound,
        volume: pearsonR(changes(at(volume)), changes(at(opinion))),
      },
    ];
  });
  return leads.length === 0 ? few(longest) : { leads };
}

function ticketsByMonth({ dataset }: Context, months: readonly Period[]): number[] {
  const counts = months.map(() => 0);
  for (const month of periodOfRows(dataset.tickets?.columns.created_at ?? new Float64Array(0), months)) {
    if (month >= 0) counts[month] = (counts[month] as number) + 1;
  }
  return counts;
}

function changes(series: readonly number[]): number[] {
  return series.slice(1).map((value, index) => value - (series[index] as number));
}
