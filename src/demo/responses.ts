/**
 * Invitations to three surveys, and the answers of those who answered.
 */
import { DAY, dayNumber, dayOf, HOUR, instantAt, MINUTE, weekday } from './clock.ts';
import { commentOn, HOSTILE_COMMENTS } from './comments.ts';
import {
  CATEGORY_PROFILES,
  type Category,
  type Channel,
  type Department,
  FIRST_DATE,
  LAST_DATE,
  ONBOARDING,
  type Stage,
} from './company.ts';
import { type Customer, isActive } from './customers.ts';
import { createRandom, type Random } from './random.ts';
import { cesAnswer, csatAnswer, type Emotion, emotionAnswer, npsAnswer } from './scores.ts';
import { loyaltyAt } from './story.ts';
import { EXPORT_END, type Ticket } from './tickets.ts';

export type Survey = 'ticket rating' | 'relationship' | 'onboarding';

export interface Response {
  readonly id: string;
  readonly survey: Survey;
  readonly customer: Customer;
  /** The ticket that was rated. */
  readonly ticket: Ticket | null;
  /** Epoch milliseconds; `submittedAt` null = not answered by the end of the export. */
  readonly invitedAt: number;
  readonly submittedAt: number | null;
  readonly stage: Stage | null;
  readonly touchpoint: string | null;
  /** Where no ticket tells it. */
  readonly department: Department | null;
  readonly csat: number | null;
  readonly nps: number | null;
  readonly ces: number | null;
  readonly emotion: Emotion | null;
  readonly comment: string;
}

type Draft = Omit<Response, 'id'>;
type Answers = Pick<Response, 'csat' | 'nps' | 'ces' | 'emotion'>;

const UNASKED: Answers = { csat: null, nps: null, ces: null, emotion: null };
const NOT_ANSWERED = { submittedAt: null, ...UNASKED, comment: '' };

/** Chance that somebody who waited as usual rates a contact. */
const WILLING: Readonly<Record<Channel, number>> = {
  phone: 0.56,
  'live chat': 0.61,
  email: 0.51,
  'web form': 0.46,
  'social media': 0.4,
  chatbot: 0.33,
};
/** One in so many active customers is asked for the relationship survey each quarter. */
const QUARTERS_BETWEEN = 3.4;
const QUARTER = 91.3;

/** All invitations in the order of their sending. */
export function createResponses(
  seed: number,
  customers: readonly Customer[],
  tickets: readonly Ticket[],
): readonly Response[] {
  const ratings = rateTickets(createRandom(seed, 'ticket ratings'), tickets);
  const drafts = [
    ...ratings,
    ...askNewcomers(createRandom(seed, 'onboarding'), customers),
    ...askEverybody(createRandom(seed, 'relationship'), customers, ratings),
  ]
    .filter((draft) => draft.invitedAt < EXPORT_END)
    .map(asOfExport)
    .sort((a, b) => a.invitedAt - b.invitedAt || (a.customer.id < b.customer.id ? -1 : 1))
    .map((draft, index) => ({ id: `R${String(index + 1).padStart(5, '0')}`, ...draft }));
  return withHostileComments(drafts);
}

/** Most solved tickets are followed by a request to rate the contact. */
function rateTickets(random: Random, tickets: readonly Ticket[]): Draft[] {
  const drafts: Draft[] = [];
  for (const ticket of tickets) {
    if (ticket.resolvedAt === null || ticket.proactive || !ticket.named || !random.chance(0.92)) continue;
    const { stage, touchpoint } = CATEGORY_PROFILES[ticket.category];
    const invitedAt = ticket.resolvedAt + HOUR;
    const invitation = { survey: 'ticket rating', customer: ticket.customer, ticket, invitedAt } as const;
    const feeling = feelingAbout(random, ticket);
    const answered = random.chance(willingness(ticket));
    const answer = answered ? rating(random, invitedAt, feeling, ticket) : NOT_ANSWERED;
    drafts.push({ ...invitation, stage, touchpoint, department: null, ...answer });
  }
  return drafts;
}

/** Those who waited long or had to come back are tired of us. */
function willingness(ticket: Ticket): number {
  return WILLING[ticket.channel] - 0.05 * ticket.wait - 0.18 * Math.min(ticket.reopens, 1);
}

/** How a contact felt: what happened, who it happened to, and chance; about standard normal. */
function feelingAbout(random: Random, ticket: Ticket): number {
  const happened =
    0.11 -
    0.24 * ticket.wait -
    0.5 * Math.min(ticket.reopens, 1) -
    (ticket.again ? 0.25 : 0) -
    (ticket.automated ? 0.3 : 0) -
    seam(ticket);
  return happened + 0.25 * ticket.customer.loyalty + 0.88 * random.normal();
}

/** Hand-offs cost little, except where visits are booked anew. */
function seam(ticket: Ticket): number {
  if (ticket.department === 'Installations') return ticket.transfers > 0 ? 0.85 : -0.3;
  return ticket.transfers > 0 ? 0.08 : 0;
}

function rating(random: Random, invitedAt: number, feeling: number, ticket: Ticket): Answers & Told {
  const effort = 0.75 * feeling - 0.2 * (ticket.replies - 1) - 0.2 * ticket.transfers + 0.3 + 0.6 * random.normal();
  const csat = csatAnswer(feeling);
  return {
    ...UNASKED,
    csat,
    ces: random.chance(0.6) ? cesAnswer(effort) : null,
    emotion: random.chance(0.5) ? emotionAnswer(0.8 * feeling + 0.6 * random.normal()) : null,
    ...told(random, invitedAt, 14 * HOUR, csat >= 4 ? 0.02 : 0.05, ticket.category, csat >= 4),
  };
}

type Told = Pick<Response, 'submittedAt' | 'comment'>;

function told(
  random: Random,
  invitedAt: number,
  meanDelay: number,
  talkative: number,
  subject: Category | 'relationship' | 'onboarding',
  content: boolean,
): Told {
  const delay = Math.min(2 * MINUTE + random.exponential(meanDelay), 12 * DAY);
  return {
    submittedAt: Math.ceil((invitedAt + delay) / 1000) * 1000,
    comment: random.chance(talkative) ? commentOn(random, subject, content) : '',
  };
}

/** Three weeks after joining, customers are asked about one step of becoming one. */
function askNewcomers(random: Random, customers: readonly Customer[]): Draft[] {
  const drafts: Draft[] = [];
  const weights = Object.fromEntries(Object.entries(ONBOARDING).map(([name, { share }]) => [name, share]));
  for (const customer of customers) {
    const day = dayOf(customer.joinedAt) + 21;
    const invitedAt = instantAt(day, 600);
    if (day < dayNumber(FIRST_DATE) || !isActive(customer, invitedAt)) continue;
    const touchpoint = random.pick(weights) as keyof typeof ONBOARDING;
    const { stage, department, liking } = ONBOARDING[touchpoint];
    const invitation = {
      survey: 'onboarding',
      customer,
      ticket: null,
      invitedAt,
      stage,
      touchpoint,
      department,
    } as const;
    const feeling = liking + 0.3 * customer.loyalty + 0.9 * random.normal();
    drafts.push({
      ...invitation,
      ...(random.chance(0.42) ? firstImpression(random, invitedAt, feeling) : NOT_ANSWERED),
    });
  }
  return drafts;
}

function firstImpression(random: Random, invitedAt: number, feeling: number): Answers & Told {
  const csat = csatAnswer(feeling);
  return {
    ...UNASKED,
    csat,
    ces: random.chance(0.8) ? cesAnswer(0.2 + 0.7 * feeling + 0.65 * random.normal()) : null,
    emotion: random.chance(0.9) ? emotionAnswer(0.1 + 0.8 * feeling + 0.6 * random.normal()) : null,
    ...told(random, invitedAt, 40 * HOUR, 0.05, 'onboarding', csat >= 4),
  };
}

/** Every few quarters each customer is asked about the whole of it, whether or not there was any contact. */
function askEverybody(random: Random, customers: readonly Customer[], ratings: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  const contacts = Map.groupBy(ratings, (draft) => draft.customer.id);
  const [first, last] = [dayNumber(FIRST_DATE), dayNumber(LAST_DATE)];
  for (const customer of customers) {
    const rhythm = QUARTERS_BETWEEN * QUARTER;
    const start = Math.max(first, dayOf(customer.joinedAt) + 90);
    for (let due = start + random.between(0, rhythm); due <= last; due += rhythm * random.between(0.85, 1.15)) {
      const invitedAt = instantAt(workday(Math.floor(due)), 600 + random.index(60));
      if (!isActive(customer, invitedAt)) break;
      const feeling = regard(random, customer, invitedAt, contacts.get(customer.id) ?? []);
      const answered = random.chance(0.5 + 0.04 * customer.loyalty);
      drafts.push({
        survey: 'relationship',
        customer,
        ticket: null,
        invitedAt,
        stage: null,
        touchpoint: null,
        department: null,
        ...(answered ? opinion(random, invitedAt, feeling) : NOT_ANSWERED),
      });
    }
  }
  return drafts;
}

/** The day itself, or the Monday after a weekend. */
function workday(day: number): number {
  return day + ([1, 0, 0, 0, 0, 0, 2][weekday(day)] as number);
}

/** What a customer thinks of the company as a whole: mostly not the last contact but that one was needed at all. */
function regard(random: Random, customer: Customer, at: number, contacts: readonly Draft[]): number {
  const recent = contacts.filter((draft) => draft.invitedAt < at && draft.invitedAt > at - 180 * DAY);
  const bad = recent.filter((draft) => draft.csat !== null && draft.csat <= 2).length;
  const needed = -0.1 * Math.min(recent.length, 4) - 0.2 * Math.min(bad, 2);
  return 0.12 + needed + loyaltyAt(dayOf(at)) + 0.72 * customer.loyalty + 0.68 * random.normal();
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

function asOfExport(draft: Draft): Draft {
  return draft.submittedAt !== null && draft.submittedAt >= EXPORT_END ? { ...draft, ...NOT_ANSWERED } : draft;
}

/** Cells that real exports hold and careless readers trip over, spread over the period. */
function withHostileComments(responses: readonly Response[]): readonly Response[] {
  const answered = responses.flatMap((response, index) => (response.submittedAt === null ? [] : [index]));
  const every = Math.floor(answered.length / HOSTILE_COMMENTS.length);
  const comments = new Map(HOSTILE_COMMENTS.map((comment, index) => [answered[index * every + 57], comment]));
  return responses.map((response, index) => ({ ...response, comment: comments.get(index) ?? response.comment }));
}
