/**
 * C6b: whether bad ratings and repeated contacts warned of who left or complained, with a rule fixed beforehand.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import { type Analysis, type Lack, type Span, tooFew, tooShort } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { Interval } from '../../statistics/interval.ts';
import { discrimination } from '../../statistics/prediction.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { ContrastTest } from '../contrast.ts';
import { shareDifference } from '../differences.ts';
import { DAYS, type Group, groupOf, type Look, lookAt } from './looks.ts';
import { complaintsOf, SIGNS, type Sign, signsOf } from './signs.ts';

const NEEDS = [
  'customers.churned_at',
  'responses.csat | tickets.csat | responses.ces | responses.emotion | tickets.resolved_at | tickets.resolution_minutes',
];

/** The rule is chosen in the first part of the months and tried in the rest. */
const CHOSEN_IN = 0.7;
/** Fewest events in either part, customers with an alarm and without, and months that can be parted at all. */
const FEWEST = { chosen: 20, tried: 30, side: 30, months: 2 } as const;

/** When there is an alarm: at one sign, or at so many of any kind. */
export type Rule = { readonly sign: Sign } | { readonly atLeast: 1 | 2 };

export interface EarlyWarning {
  readonly rule: Rule;
  /** The first month in which the rule is tried. */
  readonly since: Period;
  /** Moments from then on at which all customers are looked at. */
  readonly looks: number;
  /** Whether complaints are events, too. */
  readonly complaints: boolean;
  readonly everybody: Group;
  readonly warned: Group;
  readonly unwarned: Group;
  /** Share of the events that were warned of. */
  readonly sensitivity: Interval & { readonly share: number };
  /** Share with an event among the warned less that among the others. */
  readonly difference: Difference;
  /** Of the alarm: 0.5 tells nothing. */
  readonly auc: { readonly value: number; readonly interval: Interval | null };
  /** Customers without any sign (null) first, then those with each; whoever shows several is in several. */
  readonly bySign: readonly { readonly sign: Sign | null; readonly group: Group }[];
  /** Customers in each group that can be told from those of `bySign` by subtraction. */
  readonly apart: readonly number[];
}

const analysis: Analysis<EarlyWarning> = {
  id: 'early_warning',
  name: 'Early warning',
  label: 'Followed by an event',
  lens: 'service',
  question: 'Do bad ratings, bad feelings and repeated contacts warn of who leaves or complains?',
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
  minimum:
    `${FEWEST.chosen} events in the first 70% of the months, ${FEWEST.tried} in the rest, and there ${FEWEST.side} customers ` +
    'with an alarm and without.',
  margin: 0.02,
  interval:
    'Wilson and Newcombe, with looks at one customer counting for less than as many customers; DeLong for the area under ' +
    'the curve, 0.50 for an alarm that tells nothing. Few customers leave in any 90 days: the margin is 2 points, not 5.',
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

function analyse(context: Context, { all, months }: Span): EarlyWarning | Lack {
  const { dataset } = context;
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const since = months[Math.floor(CHOSEN_IN * months.length)];
  if (since === undefined) return tooShort(FEWEST.months, 'complete months', months.length);
  const signs = signsOf(dataset);
  const complaints = complaintsOf(context);
  const every = DAYS.events * DAY_MS;
  const look = (at: number) => lookAt(dataset, signs, complaints, at);
  const [before, after]: [Look[], Look[]] = [[], []];
  for (let at = since.start - every; at - DAYS.signs * DAY_MS >= all.start; at -= every) before.push(look(at));
  for (let at = since.start; at + every <= dataset.extractEnd; at += every) after.push(look(at));
  const parts = [
    [before, FEWEST.chosen, 'first 70%'],
    [after, FEWEST.tried, 'last 30%'],
  ] as const;
  for (const [looks, fewest, part] of parts) {
    const { events } = countWhere(tallyOf(looks), () => true);
    if (events < fewest)
      return tooFew(fewest, `looks with a customer leaving or complaining in the ${part} of months`, events);
  }
  const rule = chosenRule(before);
  if (rule === null) return { lacks: 'no customer showed a sign in the first 70% of months' };
  return tried(rule, after, dataset.customerCount, { since, complaints: complaints.size > 0 });
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
  return 'sign' in rule ? shows(signs, rule.sign) : countOf(signs) >= rule.atLeast;
}

function shows(signs: number, sign: Sign): boolean {
  return (signs & (1 << SIGNS.indexOf(sign))) !== 0;
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

function tried(
  rule: Rule,
  looks: readonly Look[],
  customerCount: number,
  asked: Pick<EarlyWarning, 'since' | 'complaints'>,
): EarlyWarning | Lack {
  const group = (such: (signs: number) => boolean) => groupOf(looks, customerCount, such);
  const [everybody, warned, unwarned] = [
    group(() => true),
    group((signs) => alarms(rule, signs)),
    group((signs) => !alarms(rule, signs)),
  ];
  const few = (side: Group | null) => side === null || side.customers < FEWEST.side;
  if (everybody === null || warned === null || unwarned === null || few(warned) || few(unwarned)) {
    const [side, words] = few(warned) ? [warned, 'with'] : [unwarned, 'without'];
    return tooFew(FEWEST.side, `customers ${words} an alarm in the last 30% of months`, side?.customers ?? 0);
  }
  const area = discrimination(
    Uint8Array.from(looks.flatMap(({ signs }) => Array.from(signs, (each) => Number(alarms(rule, each))))),
    Uint8Array.from(looks.flatMap(({ event }) => [...event])),
  );
  if (area === null) return { lacks: 'every look was followed by an event' };
  const share = ({ events, n, effectiveN }: Group) => ({ share: events / n, n: effectiveN });
  const caught = warned.events / everybody.events;
  return {
    ...asked,
    rule,
    looks: looks.length,
    everybody,
    warned,
    unwarned,
    sensitivity: { share: caught, ...wilson(caught, everybody.events) },
    difference: shareDifference(share(unwarned), share(warned)),
    auc: { value: area.auc, interval: area.interval },
    bySign: [null, ...SIGNS].flatMap((sign) => {
      const of = group((signs) => (sign === null ? signs === 0 : shows(signs, sign)));
      return of === null ? [] : [{ sign, group: of }];
    }),
    apart: [
      ...SIGNS.map((sign) => group((signs) => signs > 0 && !shows(signs, sign))),
      ...[2, 3].map((kinds) => group((signs) => countOf(signs) >= kinds)),
    ].map((of) => of?.customers ?? 0),
  };
}
