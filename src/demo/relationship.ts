/**
 * Invitations to say what one thinks of the company as a whole, and the answers.
 */
import { type Answers, type Draft, NOT_ANSWERED, type Told, told, UNASKED } from './answers.ts';
import { addOpenMinutes, DAY, dayNumber, dayOf, HOUR, instantAt, weekday } from './clock.ts';
import { FIRST_DATE, LAST_DATE } from './company.ts';
import { type Customer, isActive } from './customers.ts';
import { createRandom, type Random } from './random.ts';
import { emotionAnswer, npsAnswer } from './scores.ts';
import { loyaltyAt } from './story.ts';
import { EXPORT_END } from './tickets.ts';

/** One in so many active customers is asked for the relationship survey each quarter. */
const QUARTERS_BETWEEN = 3.4;
const QUARTER = 91.3;

/** Share of answers after which the customer is asked once more within months, to learn how steady answers are. */
const ASKED_AGAIN = { early: 0.065, late: 0.13 } as const;
const WILLING_AGAIN = 0.85;
/** First day of the calls to those who would not recommend. */
const CARE_SINCE = dayNumber('2024-10-01');
/** What a call within two days, a later one, and none after a bad answer do to what the customer thinks from then on. */
const RELIEF = { soon: 0.5, late: 0.3, never: -0.25 } as const;
/** Chance that a customer who would not recommend and is not called within two days leaves over it. */
const LEAVES_OVER_IT = 0.18;

/**
 * Every few quarters each customer is asked about the whole of it, whether or not there was any contact.
 *
 * Customers who leave over a bad answer get their day of leaving here.
 */
export function askEverybody(seed: number, customers: readonly Customer[], ratings: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  const [random, again, care] = ['relationship', 'asked again', 'care'].map((name) => createRandom(seed, name)) as [
    Random,
    Random,
    Random,
  ];
  const contacts = Map.groupBy(ratings, (draft) => draft.customer.id);
  const [first, last] = [dayNumber(FIRST_DATE), dayNumber(LAST_DATE)];
  for (const customer of customers) {
    let relief = 0;
    /** Null when the customer is none any more. */
    const ask = (stream: Random, day: number, willing: number): Draft | null => {
      const invitedAt = instantAt(workday(day), 600 + stream.index(60));
      if (!isActive(customer, invitedAt)) return null;
      const feeling = relief + regard(stream, customer, invitedAt, contacts.get(customer.id) ?? []);
      const answer = stream.chance(willing) ? opinion(stream, invitedAt, feeling) : NOT_ANSWERED;
      const followedUpAt = callBack(care, customer, answer);
      if (answer.nps !== null && answer.nps <= 6) relief = reliefOf(answer, followedUpAt);
      const about = { ticket: null, stage: null, touchpoint: null, department: null } as const;
      const draft: Draft = { survey: 'relationship', customer, invitedAt, ...about, ...answer, followedUpAt };
      drafts.push(draft);
      return draft;
    };
    const rhythm = QUARTERS_BETWEEN * QUARTER;
    const start = Math.max(first, dayOf(customer.joinedAt) + 90);
    for (let due = start + random.between(0, rhythm); due <= last; due += rhythm * random.between(0.85, 1.15)) {
      const draft = ask(random, Math.floor(due), 0.5 + 0.04 * customer.loyalty);
      if (draft === null) break;
      if (draft.submittedAt === null) continue;
      const answered = dayOf(draft.submittedAt);
      const share = isLate(answered) ? ASKED_AGAIN.late : ASKED_AGAIN.early;
      if (again.chance(share)) ask(again, gapAfter(again, answered), WILLING_AGAIN);
    }
  }
  return drafts;
}

/** A month, a quarter or five months later, always in another quarter: of two answers in one, only the latest counts. */
function gapAfter(random: Random, answered: number): number {
  const left = daysLeft(answered);
  const kinds = isLate(answered) ? { month: 0.65, quarter: 0.35, later: 0 } : { month: 0, quarter: 0.68, later: 0.32 };
  const [from, to] = { month: [18, 25], quarter: [66, 112], later: [115, 150] }[random.pick(kinds)] as [number, number];
  return Math.floor(answered + Math.max(random.between(from, to), left + 1));
}

/** Whether a month later is another quarter for sure. */
function isLate(day: number): boolean {
  return daysLeft(day) < 18;
}

/** Days until the quarter ends. */
function daysLeft(day: number): number {
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), 3 * Math.floor(date.getUTCMonth() / 3) + 3, 1) / DAY - day;
}

/** When somebody calls about an answer of 6 or less; some of those who are not called within two days leave. */
function callBack(care: Random, customer: Customer, { nps, submittedAt }: Answers & Told): number | null {
  if (nps === null || nps > 6 || submittedAt === null) return null;
  const called = dayOf(submittedAt) >= CARE_SINCE && care.chance(0.68);
  const at = called ? nextSecond(addOpenMinutes(submittedAt, care.logNormal(380, 0.9))) : null;
  if (at !== null && !isActive(customer, at)) return null;
  if (at !== null && isSoon(submittedAt, at)) return at;
  const leaves = instantAt(dayOf(submittedAt) + 5 + care.index(80), 540 + care.index(480));
  const mayLeave = (customer.renewedAt === null || customer.renewedAt < leaves) && isActive(customer, leaves);
  if (!care.chance(LEAVES_OVER_IT) || !mayLeave || leaves >= EXPORT_END) return at;
  customer.churnedAt = leaves;
  return at !== null && at < leaves ? at : null;
}

function reliefOf({ submittedAt }: Told, followedUpAt: number | null): number {
  if (followedUpAt === null) return RELIEF.never;
  return isSoon(submittedAt, followedUpAt) ? RELIEF.soon : RELIEF.late;
}

function isSoon(submittedAt: number | null, at: number): boolean {
  return submittedAt !== null && at - submittedAt <= 2 * DAY;
}

function nextSecond(instant: number): number {
  return Math.ceil(instant / 1000) * 1000;
}

/** The day itself, or the Monday after a weekend. */
function workday(day: number): number {
  return day + ([1, 0, 0, 0, 0, 0, 2][weekday(day)] as number);
}

/** What a customer thinks of the company as a whole: mostly not the last contact but that one was needed at all. */
function regard(random: Random, customer: Customer, at: number, contacts: readonly Draft[]): number {
  const recent = contacts.filter((draft) => draft.invitedAt < at && draft.invitedAt > at - 180 * DAY);
  const bad = recent.filter((draft) => draft.csat !== null && draft.csat <= 2).length;
  const needed = -0.18 * Math.min(recent.length, 4) - 0.2 * Math.min(bad, 2);
  return 0.17 + needed + 1.08 * loyaltyAt(dayOf(at)) + 0.74 * customer.loyalty + 0.64 * random.normal();
}

function opinion(random: Random, invitedAt: number, feeling: number): Answers & Told {
  const nps = npsAnswer(feeling);
  return {
    ...UNASKED,
    nps,
    emotion: random.chance(0.95) ? emotionAnswer(0.1 + 0.8 * feeling + 0.55 * random.normal()) : null,
    ...told(random, invitedAt, 50 * HOUR, nps >= 9 ? 0.02 : 0.035, 'relationship', nps >= 7),
  };
}
