/**
 * C10b: how long promoters, passives, detractors and those who did not answer stay customers.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import { type Analysis, type Lack, type Span, tooFew, tooShort } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { Interval } from '../../statistics/interval.ts';
import {
  atRisk,
  kaplanMeier,
  logRank,
  restrictedMean,
  type SurvivalCurve,
  survivalAt,
} from '../../statistics/survival.ts';
import type { ContrastTest } from '../contrast.ts';
import { normalDifference, withIntervals } from '../differences.ts';
import { ANSWERED_WITHIN, type AnswerClass, type AskedCustomer, askedCustomers } from './asked-about-whole.ts';

const NEEDS = [
  'responses.customer_id',
  'responses.nps',
  'responses.invited_at',
  'responses.submitted_at',
  'customers.churned_at',
];

/** Classes are compared at so many days. */
export const DAYS_COMPARED = 180;

/** Curves are given at every so many days. */
const STEP_DAYS = 7;
const LAST_DAY = 728;

const FEWEST_LEFT = 20;

export interface ClassCurve {
  /** Classes that the curve is of: passives stand with promoters where too few of them left. */
  readonly classes: readonly AnswerClass[];
  readonly customers: number;
  readonly left: number;
  /** Share still a customer after the days, and customers still watched then. */
  readonly points: readonly (Interval & { readonly days: number; readonly share: number; readonly watched: number })[];
  readonly atDay: Interval & { readonly share: number };
  /** Mean days as a customer within the days compared. */
  readonly meanDays: number;
}

/** Two curves: the second less the first. */
export interface CurveDifference {
  /** Of the shares still a customer; its p is that of the log-rank test of the whole curves. */
  readonly share: Difference;
  /** Of the mean days within the days compared. */
  readonly days: Difference;
}

export interface RetentionByClass {
  /** Promoters first, those who did not answer last. */
  readonly curves: readonly ClassCurve[];
  readonly detractors: CurveDifference;
  /** Those who did not answer against all who did. */
  readonly silent: CurveDifference;
}

const analysis: Analysis<RetentionByClass> = {
  id: 'retention_by_class',
  name: 'Who stays how long',
  label: 'Still a customer',
  lens: 'experience',
  question: 'Do detractors leave sooner than promoters, and what of those who do not answer?',
  definition:
    `Every customer at the first invitation to the recommendation question, in four classes by the answer within ` +
    `${ANSWERED_WITHIN} days: promoters (9 or 10), passives (7 or 8), detractors (0 to 6), and those who had not answered. ` +
    `Everybody is watched from day ${ANSWERED_WITHIN} on, so that nobody had to stay longer to be counted in a class; ` +
    'customers who had left by then are not in it. A customer who has not left is watched to the end of the data. Fewer ' +
    `than ${FEWEST_LEFT} leavings among passives put them with promoters. Classes are compared by the share still a customer ` +
    `after ${DAYS_COMPARED} days and by the mean number of those days as a customer, where 5 days would matter.`,
  formula: 'S(t) = product over leavings up to t of (1 − leavings ÷ customers still watched)',
  who: 'customers of the customer list who were invited to say whether they would recommend',
  date: 'the day of the first invitation',
  tex: String.raw`S(t) = \prod_{j \le t}\left(1 - \frac{d_j}{n_j}\right)`,
  symbols: [
    ['d_j', 'customers who left on day j'],
    ['n_j', 'customers still watched just before it'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'customers',
  minimum: `${FEWEST_LEFT} customers who left in every class, and ${DAYS_COMPARED} days to watch some of them.`,
  margin: 0.05,
  interval:
    'Kaplan–Meier with Greenwood’s variance on log(−log S); the interval of a difference is put together from those of its ' +
    'two sides (Zou & Donner), that of mean days is normal. Whether curves differ is tested by log-rank.',
  source: 'Kaplan & Meier (1958); Mantel (1966) for log-rank; Zou & Donner (2008) for differences.',
  elsewhere: [],
  analyse,
};

export const retentionByClass: ContrastTest<RetentionByClass> = {
  id: 'c10b',
  analysis,
  saidWhen:
    `“Detractors leave sooner” is said when the log-rank test, adjusted for all comparisons of this page, has p of at most ` +
    `0.05, the share still a customer after ${DAYS_COMPARED} days is lower than that of promoters by at least 5 points, and the ` +
    'interval of that difference does not hold 0.',
  pitfalls: [
    'Contracts end on dates of their own, so leavings bunch; who was asked when may decide a step of a curve.',
    'Those who do not answer often differ most: without their curve the others say little of all customers.',
    'Why customers leave is not told; prices and moves are in it as well.',
  ],
};

function analyse({ dataset }: Context, _: Span): RetentionByClass | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const asked = askedCustomers(dataset);
  const leftOf = (...classes: AnswerClass[]) => asked.filter((one) => one.left && classes.includes(one.class)).length;
  const groups: AnswerClass[][] =
    leftOf('passive') < FEWEST_LEFT
      ? [['promoter', 'passive'], ['detractor'], ['silent']]
      : [['promoter'], ['passive'], ['detractor'], ['silent']];
  const fewest = Math.min(...groups.map((classes) => leftOf(...classes)));
  if (fewest < FEWEST_LEFT) return tooFew(FEWEST_LEFT, 'customers who left in every class of answers', fewest);
  const followed = groups.map((classes) => followUp(asked, classes));
  const watched = Math.min(...followed.map(({ times }) => times.at(-1) ?? 0));
  if (watched < DAYS_COMPARED * DAY_MS)
    return tooShort(DAYS_COMPARED, 'days to watch customers for', Math.floor(watched / DAY_MS));
  const first = followed[0] as Followed;
  const detractors = followed[groups.length - 2] as Followed;
  const silent = followed[groups.length - 1] as Followed;
  return {
    curves: groups.map((classes, place) => curveOf(classes, followed[place] as Followed)),
    detractors: differenceOf(first, detractors),
    silent: differenceOf(followUp(asked, groups.slice(0, -1).flat()), silent),
  };
}

interface Followed {
  readonly times: Float64Array;
  readonly events: Uint8Array;
  readonly curve: SurvivalCurve;
}

function followUp(asked: readonly AskedCustomer[], classes: readonly AnswerClass[]): Followed {
  const members = asked.filter((one) => classes.includes(one.class)).sort((a, b) => a.time - b.time);
  const times = Float64Array.from(members, ({ time }) => time);
  const events = Uint8Array.from(members, ({ left }) => (left ? 1 : 0));
  return { times, events, curve: kaplanMeier(times, events) };
}

function curveOf(classes: readonly AnswerClass[], { times, curve }: Followed): ClassCurve {
  const days = Array.from({ length: LAST_DAY / STEP_DAYS + 1 }, (_, step) => step * STEP_DAYS);
  const shareAt = (day: number) => {
    const { survival, low, high } = survivalAt(curve, day * DAY_MS);
    return { share: survival, low: low ?? 0, high: high ?? 1 };
  };
  return {
    classes,
    customers: curve.n,
    left: curve.eventCount,
    points: days.map((day) => ({ days: day, ...shareAt(day), watched: atRisk(times, day * DAY_MS) })),
    atDay: shareAt(DAYS_COMPARED),
    meanDays: restrictedMean(curve, DAYS_COMPARED * DAY_MS).mean / DAY_MS,
  };
}

function differenceOf(first: Followed, second: Followed): CurveDifference {
  const horizon = DAYS_COMPARED * DAY_MS;
  const [a, b] = [first, second].map(({ curve }) => restrictedMean(curve, horizon)) as [Mean, Mean];
  const sidesAt = (confidence: number) =>
    [first, second].map(({ curve }) => survivalAt(curve, horizon, confidence)) as [Side, Side];
  const [ofFirst, ofSecond] = sidesAt(0.95);
  const difference = ofSecond.survival - ofFirst.survival;
  return {
    share: withIntervals(
      difference,
      (confidence) => {
        const [x, y] = sidesAt(confidence);
        return {
          low: difference - Math.hypot(y.survival - (y.low ?? 0), (x.high ?? 1) - x.survival),
          high: difference + Math.hypot((y.high ?? 1) - y.survival, x.survival - (x.low ?? 0)),
        };
      },
      logRank(first, second).p,
    ),
    days: normalDifference((b.mean - a.mean) / DAY_MS, Math.hypot(a.standardError, b.standardError) / DAY_MS),
  };
}

type Mean = ReturnType<typeof restrictedMean>;
type Side = ReturnType<typeof survivalAt>;
