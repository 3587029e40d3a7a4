/**
 * A1: what bots settle, and whether customers still feel treated as a person.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { positiveRatings } from '../../metrics/experience/aspect-ratings.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { HANDLED_BY, HANDLING_FIELDS, handlingOf } from '../../metrics/service/handling.ts';
import { returnsOfCustomers } from '../../metrics/service/repeat-contact.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from '../../metrics/service/solution-moment.ts';
import type { ContrastTest } from '../contrast.ts';
import { normalDifference } from '../differences.ts';
import { type FollowUpCurve, followUpCurve } from '../follow-up-curve.ts';
import { casesOfTickets, type HandledCases, satisfiedWithTickets } from '../handled-cases.ts';
import { FEWEST_IN_STRATUM, type LikeWithLike, likeWithLike, topicsOfTickets } from '../like-with-like.ts';
import { type BotSteps, botSteps, type Reach, reachOfHumans } from './bot-steps.ts';

const NEEDS = ['tickets.customer_id', SOLUTION_FIELDS, HANDLING_FIELDS];

const FEWEST = { bots: 50, side: 30 } as const;
const DAYS = 7;
const MARKS = [0, 0.125, 0.25, 0.5, 1, 2, 3, 4, 5, 6, DAYS, 10, 14, 21, 30].map((days) => (days * DAY_MS) / 1000);

/** Solved tickets without a further contact, by who dealt with them. */
export interface Returns {
  readonly bot: FollowUpCurve;
  readonly human: FollowUpCurve;
  /** Customers behind each. */
  readonly customers: readonly [bot: number, human: number];
  /** Share back within seven days after a bot less after a person. */
  readonly difference: Difference;
}

export interface Automation {
  /** Tickets that a bot dealt with alone, and with a person. */
  readonly bots: number;
  readonly mixed: number;
  /** What became of them, where messages are known; else what is lacking. */
  readonly steps: BotSteps | Lack;
  readonly reach: Reach | null;
  readonly returns: Returns | Lack;
  /** Person first, bot second. */
  readonly satisfied: LikeWithLike | Lack;
  readonly personal: LikeWithLike | Lack;
}

const analysis: Analysis<Automation> = {
  id: 'automation',
  name: 'Automation while the care stays personal',
  label: 'Held after 7 days',
  lens: 'service',
  question: 'Does automation settle matters without losing the personal?',
  definition:
    'Tickets that a bot took up count under four definitions: contained, where no person joined; soft, where the customer also ' +
    'wrote nothing more within 24 hours after the bot’s last message; hard, where the customer confirmed the solution; and held, ' +
    'soft or hard and solved, not reopened, and no other ticket of the customer within 7 days. Beside them, bot against person: how ' +
    'many customers come back within 7 days, and, within topic and priority, how many are satisfied and how many were treated as a ' +
    `person. Kinds of tickets with fewer than ${FEWEST_IN_STRATUM} customers of a side are left out and counted.`,
  formula: 'tickets held ÷ tickets that a bot took up',
  who: 'tickets that a bot took up, of known customers and old enough to be followed for 7 days',
  date: 'the day the ticket was created',
  tex: String.raw`\frac{h}{n}`,
  symbols: [
    ['h', 'tickets that are settled and held for 7 days'],
    ['n', 'tickets that a bot took up'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'customers',
  minimum: `${FEWEST.bots} tickets that a bot took up; ${FEWEST.side} customers a side for either comparison.`,
  margin: 0.05,
  interval: 'Wilson for shares, Kaplan–Meier for coming back, Sato’s for the differences, each customer once.',
  source: 'Kaplan & Meier (1958); Mantel & Haenszel (1959), Sato (1989).',
  elsewhere: [
    {
      who: 'Intercom',
      what: 'Counts and bills what is called soft here: the customer left and asked nothing within 24 hours.',
    },
  ],
  analyse,
};

export const automation: ContrastTest<Automation> = {
  id: 'a1',
  analysis,
  saidWhen:
    'What is held stands beside what is contained. “Automated without losing the personal” is said only when being treated as a ' +
    'person is shown to be about as common with bots as with people, or more common, and coming back is not shown to be more common. ' +
    'The opposite is said when either is shown to be worse.',
  pitfalls: [
    'People who give up count as contained.',
    'Customers of bots are rarely asked; those who answer are no random part of them.',
    'Bots are given the easy topics: topic and priority are held equal, what is hard within them is not.',
  ],
};

function analyse({ dataset, company }: Context, { all }: Span): Automation | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset);
  if (missing !== null) return { lacks: missing };
  const count = { [HANDLED_BY.bot]: 0, [HANDLED_BY.mixed]: 0 };
  for (const handled of handlingOf(dataset)) {
    if (handled === HANDLED_BY.bot || handled === HANDLED_BY.mixed) count[handled]++;
  }
  const bots = count[HANDLED_BY.bot];
  const takenUp = bots + count[HANDLED_BY.mixed];
  if (takenUp < FEWEST.bots) return tooFew(FEWEST.bots, 'tickets that a bot took up', takenUp);
  const lacksAspects = missingField(dataset, ['aspects.aspect', 'aspects.score']);
  return {
    bots,
    mixed: count[HANDLED_BY.mixed],
    steps: botSteps(dataset, FEWEST.bots),
    reach: reachOfHumans(dataset, FEWEST.side),
    returns: returnsByHandling(dataset, all),
    satisfied: sidesOf(dataset, satisfiedWithTickets(dataset, all), 'who rated a ticket'),
    personal:
      lacksAspects === null
        ? sidesOf(
            dataset,
            casesOfTickets(dataset, all, positiveRatings(dataset, company.aspects.personal)),
            `who rated “${company.aspects.personal}”`,
          )
        : { lacks: lacksAspects },
  };
}

/** Person first, bot second, within kinds of tickets. */
function sidesOf(dataset: Dataset, { cases }: HandledCases, who: string): LikeWithLike | Lack {
  const { labels } = topicsOfTickets(dataset);
  const found = likeWithLike(labels, { ...cases, group: cases.group.map((human) => 1 - human) });
  const fewest = found === null ? 0 : Math.min(found.first.n, found.second.n);
  if (found === null || fewest < FEWEST.side) {
    return tooFew(FEWEST.side, `customers of bots and of people each ${who}, in one kind of tickets`, fewest);
  }
  return found;
}

function returnsByHandling(dataset: Dataset, all: Period): Returns | Lack {
  const { waiting } = returnsOfCustomers(dataset);
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  const groups = [HANDLED_BY.bot, HANDLED_BY.human].map(() => ({
    times: [] as number[],
    ended: [] as number[],
    who: new Set<number>(),
  }));
  for (const [row, handled] of handlingOf(dataset).entries()) {
    const group = handled === HANDLED_BY.bot ? groups[0] : handled === HANDLED_BY.human ? groups[1] : undefined;
    const time = waiting.milliseconds[row] as number;
    const at = waiting.at[row] as number;
    if (group === undefined || Number.isNaN(time) || !(at >= all.start && at < all.end)) continue;
    group.times.push(time);
    group.ended.push(waiting.ended[row] as number);
    group.who.add(customer[row] as number);
  }
  const [bot, human] = groups.map((group) => followUpCurve(group, MARKS)) as [FollowUpCurve, FollowUpCurve];
  const [b, h] = [bot, human].map(atWeek);
  if (b == null || h == null)
    return tooFew(FEWEST.side, 'solved tickets of bots and of people each, followed for 7 days', 0);
  return {
    bot,
    human,
    customers: [groups[0]?.who.size ?? 0, groups[1]?.who.size ?? 0],
    difference: normalDifference(h.share - b.share, Math.hypot(b.standardError, h.standardError)),
  };
}

/** Without a further contact after seven days; null where it is not known how surely. */
function atWeek({ points, standardErrors, n }: FollowUpCurve): { share: number; standardError: number } | null {
  const place = points.findIndex(({ seconds }) => seconds === (DAYS * DAY_MS) / 1000);
  const standardError = standardErrors[place];
  if (place < 0 || n < FEWEST.side || !standardError) return null;
  return { share: points[place]?.share as number, standardError };
}
