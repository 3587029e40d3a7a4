import type { Period } from '../../calendar/period.ts';
import { type LagCorrelation, leadTest } from '../../statistics/cross-correlation.ts';
import { type Analysis, type Lack, type Span, tooShort } from '../analysis.ts';
import type { Context } from '../definition.ts';
import { missingField } from '../missing-field.ts';
import { FEWEST_ANSWERS, longestRun, monthlyCourse } from '../monthly-course.ts';
import { csat } from '../satisfaction/csat.ts';
import { nps } from './nps.ts';
import { missingNps } from './nps-answers.ts';

const NEEDS = ['responses.csat | tickets.csat', 'responses.nps'];

/** Fewest months in a row in which both have a figure. */
export const FEWEST_MONTHS = 36;

const SEED = 22;

export interface LeadResult {
  readonly months: readonly Period[];
  /** Correlations of changes by lag, in months; above 0 satisfaction moves first. */
  readonly lags: readonly { readonly lag: number; readonly correlation: number }[];
  readonly strongest: { readonly lag: number; readonly correlation: number };
  /** Of the strongest over all lags, against pairs of unrelated series. */
  readonly p: number;
  /** What 95 of 100 such pairs keep to. */
  readonly bound: number;
}

/** Whether satisfaction moves ahead of the willingness to recommend (B22). */
export const lead: Analysis<LeadResult> = {
  id: 'lead',
  name: 'Satisfaction ahead of recommendation',
  label: 'Correlation of changes',
  lens: 'experience',
  question: 'Does satisfaction move some months before the willingness to recommend does?',
  definition:
    'The month-to-month changes of CSAT and of NPS are correlated at lags from six months before to six months after. ' +
    'Searching thirteen lags finds something in unrelated series too, so the strongest correlation is set against the ' +
    'strongest of 2,000 pairs of unrelated series that persist as long as these do. The direction was fixed beforehand: ' +
    'satisfaction first.',
  formula: 'rₖ = Σ Δx(t − k) · Δy(t) ÷ √(Σ Δx² · Σ Δy²), changes measured from their means',
  who: 'answers to both questions',
  date: 'the day of the answer',
  tex: String.raw`\frac{\sum_t d_{t - k}\,e_t}{\sqrt{\sum_t d_t^2 \sum_t e_t^2}}`,
  symbols: [
    ['d_t', 'change of CSAT in month t, less the mean change'],
    ['e_t', 'change of NPS in month t, less the mean change'],
    ['k', 'the lag in months'],
  ],
  elsewhere: [],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'months',
  minimum: `${FEWEST_MONTHS} complete months in a row with ${FEWEST_ANSWERS} answers to both questions.`,
  margin: 0.1,
  interval:
    'None: the strongest correlation is tested as a whole, against pairs of AR(1) series drawn from a fixed seed.',
  source: 'Box & Jenkins (1976). With 36 months a strong lead of two months is found in about 17 of 20 cases.',
  analyse,
};

function analyse(context: Context, span: Span): LeadResult | Lack {
  const { months } = span;
  const missing = missingField(context.dataset, NEEDS) ?? missingNps(context.dataset);
  if (missing !== null) return { lacks: missing };
  const [satisfaction, recommendation] = [csat, nps].map((metric) => monthlyCourse(context, metric, span));
  const row = longestRun([satisfaction, recommendation]);
  if (row.length < FEWEST_MONTHS) {
    return tooShort(FEWEST_MONTHS, 'complete months in a row with answers to both questions', row.length);
  }
  const of = (course: readonly (number | null)[] | undefined) => row.map((month) => course?.[month] as number);
  const found = leadTest(of(satisfaction), of(recommendation), { seed: SEED });
  if (found === null) return { lacks: 'one of the two never changes' };
  const turned = ({ lag, r }: LagCorrelation) => ({ lag: -lag || 0, correlation: r });
  return {
    months: row.map((month) => months[month] as Period),
    lags: found.correlations.map(turned).toReversed(),
    strongest: turned(found.strongest),
    p: found.p,
    bound: found.bound,
  };
}
