/**
 * C6b: whether bad ratings and repeated contacts warned of who left or complained, with a rule fixed beforehand.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import { joiningMoments, leavingMoments } from '../../metrics/customer-span.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { DAY } from '../../metrics/service/solved-outcomes.ts';
import { clusterEstimate } from '../../statistics/cluster.ts';
import type { Interval } from '../../statistics/interval.ts';
import { discrimination } from '../../statistics/prediction.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { ContrastTest } from '../contrast.ts';
import { shareDifference } from '../differences.ts';
import { complaintsOf, SIGNS, type Sign, type SignList, signsOf } from './signs.ts';

const NEEDS = [
  'customers.churned_at',
  'responses.csat | tickets.csat | responses.ces | responses.emotion | tickets.resolved_at | tickets.resolution_minutes',
];

/** The rule is chosen in the first part of the months and tried in the rest. */
const CHOSEN_IN = 0.7;
export const DAYS = { signs: 90, gap: 7, events: 90 } as const;
const FEWEST_EVENTS = { chosen: 20, tried: 30 } as const;

/** When there is an alarm: at one sign, or at so many of any kind. */
export type Rule = { readonly sign: Sign } | { readonly atLeast: 1 | 2 };

/** Customers with the same number of kinds of signs. */
export interface SignCount {
  /** The lowest number of kinds in the group; the last group holds more as well. */
  readonly signs: number;
  readonly n: number;
  readonly events: number;
}

export interface EarlyWarning {
  readonly rule: Rule;
  /** Looks at customers in the later months. */
  readonly looks: number;
  readonly customers: number;
  readonly warned: Group;
  readonly unwarned: Group;
  /** Share of the events that were warned of. */
  readonly sensitivity: Interval & { readonly share: number };
  /** Share with an event among the warned less that among the others. */
  readonly difference: Difference;
  readonly complaints: boolean;
  readonly auc: { readonly value: number; readonly interval: Interval | null };
  readonly byCount: readonly SignCount[];
}

export interface Group extends Interval {
  readonly n: number;
  readonly customers: number;
  readonly events: number;
}

const analysis: Analysis<EarlyWarning> = {
  id: 'early_warning',
  name: 'Early warning',
  label: 'Followed by an event',
  lens: 'service',
  question: 'Do bad ratings and repeated contacts warn of who leaves or complains?',
  definition:
    `Customers are looked at every ${DAYS.events} days. Signs are those of the ${DAYS.signs} days before: a satisfaction rating ` +
    'of 1 or 2 of 5, an ease rating of 1 to 3 of 7 (as far up other scales), a bad feeling, a contact repeated within 7 days of ' +
    `a solution. Events are leaving, or a ticket in a category of complaints, from day ${DAYS.gap} to day ${DAYS.events} after the ` +
    `look; who has one before day ${DAYS.gap} is not looked at. When there is an alarm (one kind of sign, any, or two) is chosen on ` +
    'the first 70% of the months, as the rule for which sensitivity and specificity add up to most; all numbers come from the ' +
    'remaining 30%, which had no part in the choice.',
  formula: 'events after an alarm ÷ alarms, against events ÷ looks',
  who: 'customers of the customer list at each look',
  date: 'the day of the look',
  tex: String.raw`\frac{a}{a + b}`,
  symbols: [
    ['a', 'alarms that were followed by an event'],
    ['b', 'alarms that were not'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'looks at customers',
  minimum: `${FEWEST_EVENTS.chosen} events in the first 70% of the months and ${FEWEST_EVENTS.tried} in the rest.`,
  margin: 0.02,
  interval: 'Wilson and Newcombe with the effective number of looks; DeLong for the area under the curve.',
  source: 'DeLong, DeLong & Clarke-Pearson (1988); Youden (1950) for the choice of the rule.',
  elsewhere: [],
  analyse,
};

export const earlyWarning: ContrastTest<EarlyWarning> = {
  id: 'c6b',
  analysis,
  saidWhen:
    '“Warned in advance” is said when, in months that had no part in choosing the rule, the share of alarms followed by an event ' +
    'has a lower end above the share of all looks that were, and its difference from looks without an alarm is shown.',
  pitfalls: [
    'A sign and an event from one and the same ticket would be no prediction: a week lies between them.',
    'Alarms that somebody acted upon hide themselves: whoever stayed after a call counts as a false one.',
    'Even where alarms warn, most of them may be followed by nothing.',
  ],
};

function analyse({ dataset }: Context, { all, months }: Span): EarlyWarning | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const split = months[Math.floor(CHOSEN_IN * months.length)]?.start;
  if (split === undefined) return tooFew(2, 'complete months', months.length);
  const signs = signsOf(dataset);
  const complaints = complaintsOf(dataset);
  const every = DAYS.events * DAY;
  const look = (at: number) => lookAt(dataset, signs, complaints, at);
  const [before, after]: [Look[], Look[]] = [[], []];
  for (let at = split - every; at - DAYS.signs * DAY >= all.start; at -= every) before.push(look(at));
  for (let at = split; at + every <= dataset.extractEnd; at += every) after.push(look(at));
  const eventsIn = (looks: readonly Look[]) =>
    looks.reduce((sum, { event }) => sum + event.reduce((had, one) => had + one, 0), 0);
  if (eventsIn(before) < FEWEST_EVENTS.chosen) {
    return tooFew(
      FEWEST_EVENTS.chosen,
      'customers who left or complained in the first 70% of the months',
      eventsIn(before),
    );
  }
  if (eventsIn(after) < FEWEST_EVENTS.tried) {
    return tooFew(
      FEWEST_EVENTS.tried,
      'customers who left or complained in the last 30% of the months',
      eventsIn(after),
    );
  }
  const rule = chosenRule(before);
  if (rule === null) return { lacks: 'no customer showed a sign in the first 70% of the months' };
  return tried(rule, after, dataset.customerCount, complaints.size > 0);
}

/** One look at everybody, in the order of customers. */
interface Look {
  readonly who: Int32Array;
  /** A bit for each of `SIGNS`. */
  readonly signs: Uint8Array;
  /** 1 = had an event. */
  readonly event: Uint8Array;
}

/** Everybody who is a customer at a moment and has no event in the days just after it. */
function lookAt(
  dataset: Dataset,
  { customer, at: seen, sign }: SignList,
  complaints: ReadonlyMap<number, readonly number[]>,
  at: number,
): Look {
  const [joined, left] = [joiningMoments(dataset), leavingMoments(dataset)];
  const signs = new Uint8Array(dataset.customerCount);
  for (let row = 0; row < seen.length; row++) {
    const moment = seen[row] as number;
    if (moment > at || moment <= at - DAYS.signs * DAY) continue;
    const who = customer[row] as number;
    signs[who] = (signs[who] as number) | (1 << (sign[row] as number));
  }
  const [from, until] = [at + DAYS.gap * DAY, at + DAYS.events * DAY];
  const look = {
    who: new Int32Array(left.length),
    signs: new Uint8Array(left.length),
    event: new Uint8Array(left.length),
  };
  let n = 0;
  for (let who = 0; who < left.length; who++) {
    const leaving = left[who] as number;
    if (!(leaving > from) || (joined[who] as number) > at) continue;
    const own = complaints.get(who) ?? [];
    if (own.some((moment) => moment > at && moment <= from)) continue;
    look.who[n] = who;
    look.signs[n] = signs[who] as number;
    look.event[n] = Number(leaving <= until || own.some((moment) => moment > from && moment <= until));
    n++;
  }
  return { who: look.who.subarray(0, n), signs: look.signs.subarray(0, n), event: look.event.subarray(0, n) };
}

/** Looks by what was seen and whether there was an event: `2 × signs + event`. */
function tallyOf(looks: readonly Look[]): Float64Array {
  const tally = new Float64Array(2 << SIGNS.length);
  for (const { signs, event } of looks) {
    for (let place = 0; place < signs.length; place++) {
      const cell = 2 * (signs[place] as number) + (event[place] as number);
      tally[cell] = (tally[cell] as number) + 1;
    }
  }
  return tally;
}

/** Looks with and without an event among those whose signs are such. */
function countWhere(tally: Float64Array, such: (signs: number) => boolean): { n: number; events: number } {
  let [n, events] = [0, 0];
  for (let signs = 0; 2 * signs < tally.length; signs++) {
    if (!such(signs)) continue;
    n += (tally[2 * signs] as number) + (tally[2 * signs + 1] as number);
    events += tally[2 * signs + 1] as number;
  }
  return { n, events };
}

function alarms(rule: Rule, signs: number): boolean {
  return 'sign' in rule ? (signs & (1 << SIGNS.indexOf(rule.sign))) !== 0 : countOf(signs) >= rule.atLeast;
}

function countOf(signs: number): number {
  return SIGNS.reduce((sum, _, place) => sum + ((signs >> place) & 1), 0);
}

/** The rule for which sensitivity and specificity add up to most; of equals the first; null when none ever alarms. */
function chosenRule(looks: readonly Look[]): Rule | null {
  const rules: Rule[] = [{ atLeast: 1 }, { atLeast: 2 }, ...SIGNS.map((sign): Rule => ({ sign }))];
  const tally = tallyOf(looks);
  const all = countWhere(tally, () => true);
  let best: { rule: Rule; gain: number } | null = null;
  for (const rule of rules) {
    const { n, events } = countWhere(tally, (signs) => alarms(rule, signs));
    const gain = events / all.events - (n - events) / (all.n - all.events);
    if (n > 0 && (best === null || gain > best.gain)) best = { rule, gain };
  }
  return best?.rule ?? null;
}

function tried(rule: Rule, looks: readonly Look[], customerCount: number, complaints: boolean): EarlyWarning | Lack {
  const tally = tallyOf(looks);
  const { events } = countWhere(tally, () => true);
  const warned = groupOf(looks, customerCount, (signs) => alarms(rule, signs));
  const unwarned = groupOf(looks, customerCount, (signs) => !alarms(rule, signs));
  if (warned === null || unwarned === null) return { lacks: 'all customers or none had an alarm' };
  const scores = Float64Array.from(looks.flatMap(({ signs }) => Array.from(signs, countOf)));
  const outcomes = Uint8Array.from(looks.flatMap(({ event }) => [...event]));
  const area = discrimination(scores, outcomes);
  if (area === null) return { lacks: 'all customers or none had an event' };
  const side = ({ events: had, n, effectiveN }: typeof warned) => ({ share: had / n, n: effectiveN });
  const plain = ({ effectiveN: _, ...group }: typeof warned): Group => group;
  return {
    rule,
    looks: looks.length,
    customers: groupOf(looks, customerCount, () => true)?.customers ?? 0,
    warned: plain(warned),
    unwarned: plain(unwarned),
    sensitivity: { share: warned.events / events, ...wilson(warned.events / events, events) },
    difference: shareDifference(side(unwarned), side(warned)),
    complaints,
    auc: { value: area.auc, interval: area.interval },
    byCount: [0, 1, 2].map(
      (count): SignCount => ({ signs: count, ...countWhere(tally, (signs) => Math.min(2, countOf(signs)) === count) }),
    ),
  };
}

/** Looks at customers whose signs are such, and what they are worth: several at one customer count for less. */
function groupOf(
  looks: readonly Look[],
  customerCount: number,
  such: (signs: number) => boolean,
): (Group & { readonly effectiveN: number }) | null {
  const [size, had] = [new Int32Array(customerCount), new Int32Array(customerCount)];
  for (const { who, signs, event } of looks) {
    for (let place = 0; place < who.length; place++) {
      if (!such(signs[place] as number)) continue;
      const customer = who[place] as number;
      size[customer] = (size[customer] as number) + 1;
      had[customer] = (had[customer] as number) + (event[place] as number);
    }
  }
  const moments = { clusters: 0, n: 0, sum: 0, sumOfSquares: 0, squaredSums: 0, sumTimesSize: 0, squaredSizes: 0 };
  for (let customer = 0; customer < customerCount; customer++) {
    const [n, sum] = [size[customer] as number, had[customer] as number];
    if (n === 0) continue;
    moments.clusters++;
    moments.n += n;
    moments.sum += sum;
    moments.squaredSums += sum * sum;
    moments.sumTimesSize += sum * n;
    moments.squaredSizes += n * n;
  }
  const { n, sum, clusters } = moments;
  if (n === 0) return null;
  const { effectiveN } = clusterEstimate({ ...moments, sumOfSquares: sum });
  return { n, customers: clusters, events: sum, effectiveN, ...wilson(sum / n, effectiveN) };
}
