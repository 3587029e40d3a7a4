/**
 * Every contact of a customer with Marram Broadband: arrival, reply, solution, and what comes after it.
 */
import {
  addOpenMinutes,
  DAY,
  dayNumber,
  dayOf,
  HOUR,
  instantAt,
  MINUTE,
  nextOpen,
  openingHours,
  weekday,
} from './clock.ts';
import {
  CATEGORIES,
  CATEGORY_PROFILES,
  type Category,
  type Channel,
  type Department,
  FIRST_DATE,
  LAST_DATE,
  PROMISES,
  type Priority,
} from './company.ts';
import { type Customer, isActive } from './customers.ts';
import { createRandom, type Random } from './random.ts';
import { failureAt, hardShareAt, hasChatbot, seasonAt, waitLevelAt } from './story.ts';

export interface Ticket {
  readonly id: string;
  readonly customer: Customer;
  /** Whether the export says who the customer is; posts on social media often do not tell. */
  readonly named: boolean;
  /** Epoch milliseconds, as are all moments; null = has not happened by the end of the export, or never. */
  readonly createdAt: number;
  readonly firstResponseAt: number | null;
  readonly resolvedAt: number | null;
  readonly replyDueAt: number | null;
  readonly dueAt: number | null;
  readonly status: 'open' | 'pending' | 'solved' | 'closed' | 'cancelled';
  readonly channel: Channel;
  readonly department: Department;
  readonly priority: Priority;
  readonly category: Category;
  readonly reopens: number;
  readonly replies: number;
  readonly transfers: number;
  readonly proactive: boolean;
  readonly automated: boolean;
  /** Wait for the first reply against what customers are used to at that time, in standard deviations of the logarithm. */
  readonly wait: number;
  /** Whether it is about a matter that an earlier contact did not settle. */
  readonly again: boolean;
}

type Draft = Omit<Ticket, 'id'>;

/** What the first solution of a case came to. */
type Aftermath = 'settled' | 'reopened' | 'again';

interface Matter {
  readonly customer: Customer;
  readonly createdAt: number;
  readonly channel: Channel;
  readonly category: Category;
  readonly again: boolean;
}

/** The first moment after the exports. */
export const EXPORT_END = instantAt(dayNumber(LAST_DATE) + 1, 0);
const START = dayNumber(FIRST_DATE);
const DAYS = dayNumber(LAST_DATE) + 1 - START;

const CHANNEL_WEIGHTS: Readonly<Record<'before' | 'easy' | 'hard', Readonly<Record<Channel, number>>>> = {
  before: { phone: 0.24, email: 0.32, 'web form': 0.22, 'live chat': 0.16, 'social media': 0.06, chatbot: 0 },
  easy: { phone: 0.21, email: 0.28, 'web form': 0.14, 'live chat': 0.13, 'social media': 0.05, chatbot: 0.19 },
  hard: { phone: 0.24, email: 0.3, 'web form': 0.16, 'live chat': 0.14, 'social media': 0.05, chatbot: 0.11 },
};

/** Median open minutes to the first human reply and spread of its logarithm, before the new rota. */
const REPLY: Readonly<Record<Channel, readonly [median: number, sigma: number]>> = {
  phone: [14, 1],
  'live chat': [22, 1],
  chatbot: [30, 1],
  'social media': [80, 1],
  email: [130, 0.9],
  'web form': [160, 0.9],
};
const USUAL_REPLY = 70;
const SPREAD_OF_REPLIES = 1.6;
const WEEKDAY_WEIGHTS: readonly number[] = [0.4, 1.35, 1.2, 1.1, 1.05, 1.1, 0.6];
const PRIORITY_PACE: Readonly<Record<Priority, number>> = { urgent: 0.5, high: 0.75, normal: 1, low: 1.4 };
/** Chance that a matter the chatbot closed comes back within days, on top of what its category brings. */
const CHATBOT_RETURNS = 0.3;

/** All tickets in the order of their creation, as the export of the last day shows them. */
export function createTickets(seed: number, customers: readonly Customer[]): readonly Ticket[] {
  const random = createRandom(seed, 'tickets');
  const drafts: Draft[] = [];
  for (const customer of customers) {
    for (const matter of matters(random, customer)) follow(random, matter, drafts);
  }
  drafts.push(...proactiveTickets(createRandom(seed, 'proactive tickets'), customers));
  return drafts
    .filter((draft) => draft.createdAt < EXPORT_END)
    .sort((a, b) => a.createdAt - b.createdAt || (a.customer.id < b.customer.id ? -1 : 1))
    .map((draft, index) => ({ id: `T${String(index + 1).padStart(5, '0')}`, ...asOfExport(draft) }));
}

/** Whether the customer still was one; somebody who left over a bad answer is not in touch any more. */
export function isContact(ticket: Ticket): boolean {
  return isActive(ticket.customer, ticket.createdAt);
}

/** New matters of one customer: a Poisson process that follows season and weekday. */
function matters(random: Random, customer: Customer): Matter[] {
  const found: Matter[] = [];
  const count = random.poisson((customer.contacts * BUSIEST * DAYS) / 30.4);
  for (let candidate = 0; candidate < count; candidate++) {
    const day = START + random.index(DAYS);
    if (!random.chance((seasonAt(day) * (WEEKDAY_WEIGHTS[weekday(day)] as number)) / BUSIEST)) continue;
    const hard = random.chance(hardShareAt(day));
    const category = random.pick(shares(hard));
    const channel = channelOn(random, day, hard);
    const createdAt = arrival(random, day, channel);
    if (isActive(customer, createdAt)) found.push({ customer, createdAt, channel, category, again: false });
  }
  return found;
}

const BUSIEST =
  Math.max(...WEEKDAY_WEIGHTS) * Math.max(...Array.from({ length: DAYS }, (_, index) => seasonAt(START + index)));

function shares(hard: boolean): Record<Category, number> {
  const categories = CATEGORIES.filter((category) => CATEGORY_PROFILES[category].hard === hard);
  const entries = categories.map((category) => [category, CATEGORY_PROFILES[category].share]);
  return Object.fromEntries(entries) as Record<Category, number>;
}

/** The channel; where phones are not answered that day people write. */
function channelOn(random: Random, day: number, hard: boolean): Channel {
  const channel = random.pick(CHANNEL_WEIGHTS[hasChatbot(instantAt(day, 0)) ? (hard ? 'hard' : 'easy') : 'before']);
  return openingHours(day) === null && (channel === 'phone' || channel === 'live chat') ? 'email' : channel;
}

/** A moment of the day: within opening hours by phone and live chat, mostly by day and evening otherwise. */
function arrival(random: Random, day: number, channel: Channel): number {
  const hours = openingHours(day);
  if (hours !== null && (channel === 'phone' || channel === 'live chat')) {
    return instantAt(day, hours[0] + random.index(hours[1] - hours[0])) + second(random);
  }
  const minute = random.chance(0.85) ? 480 + random.index(660) : random.index(1440);
  return instantAt(day, minute) + second(random);
}

function second(random: Random): number {
  return 1000 * random.index(60);
}

/** Adds the ticket of a matter and, where it was not settled, those that come after it. */
function follow(random: Random, matter: Matter, drafts: Draft[]): void {
  for (let next: Matter | null = matter, depth = 0; next !== null && depth < 4; depth++) {
    const { draft, aftermath } = createTicket(random, next);
    drafts.push(draft);
    next = aftermath === 'again' ? comesBack(random, draft) : null;
  }
}

/** The same customer's next contact, some days after a solution that did not hold. */
function comesBack(random: Random, ticket: Draft): Matter | null {
  if (ticket.resolvedAt === null) return null;
  const stays = !ticket.automated && random.chance(0.6);
  const channel = stays ? ticket.channel : random.pick({ phone: 0.45, email: 0.3, 'live chat': 0.25 } as const);
  const at = wholeSecond(ticket.resolvedAt + HOUR + Math.min(random.exponential(1.6 * DAY), 5 * DAY));
  const createdAt = channel === 'phone' || channel === 'live chat' ? nextOpen(at) + second(random) : at;
  if (!isActive(ticket.customer, createdAt)) return null;
  const category = random.chance(0.9) ? ticket.category : random.pick(shares(CATEGORY_PROFILES[ticket.category].hard));
  return { customer: ticket.customer, createdAt, channel, category, again: true };
}

function createTicket(random: Random, matter: Matter): { draft: Draft; aftermath: Aftermath } {
  const { category, channel, createdAt } = matter;
  const profile = CATEGORY_PROFILES[category];
  const common = {
    ...matter,
    department: random.pick(profile.departments as Record<Department, number>),
    priority: random.pick(profile.priorities),
    named: channel !== 'social media' || !random.chance(0.15),
    proactive: false,
  };
  if (channel === 'chatbot' && random.chance(profile.hard ? 0.45 : 0.72)) return solvedByChatbot(random, common);
  const reply = wait(random, createdAt, channel, common.priority);
  const ticket: Draft = {
    ...common,
    automated: false,
    wait: reply.wait,
    firstResponseAt: reply.at,
    replyDueAt: wholeSecond(addOpenMinutes(createdAt, PROMISES[common.priority].reply)),
    dueAt: wholeSecond(addOpenMinutes(createdAt, PROMISES[common.priority].solution)),
    status: 'solved',
    resolvedAt: reply.at,
    reopens: 0,
    replies: 1 + random.poisson(profile.hard ? 1.6 : 0.55),
    transfers: handOffs(random, common.department, profile.hard),
  };
  if (random.chance(0.008)) return { draft: cancelled(ticket), aftermath: 'settled' };
  return solve(random, ticket);
}

/** The wait for a person's first reply, in open minutes and then by the calendar. */
function wait(random: Random, createdAt: number, channel: Channel, priority: Priority): { at: number; wait: number } {
  const [median, sigma] = REPLY[channel];
  const minutes = random.logNormal(median, sigma) * PRIORITY_PACE[priority];
  const at = addOpenMinutes(createdAt, minutes * waitLevelAt(dayOf(createdAt)));
  return { at: wholeSecond(at), wait: Math.log(minutes / USUAL_REPLY) / SPREAD_OF_REPLIES };
}

function handOffs(random: Random, department: Department, hard: boolean): number {
  const chance = department === 'Installations' ? 0.32 : hard ? 0.2 : 0.09;
  return random.chance(chance) ? (random.chance(0.8) ? 1 : 2) : 0;
}

function cancelled(ticket: Draft): Draft {
  return { ...ticket, status: 'cancelled', resolvedAt: null, replies: 1, transfers: 0 };
}

/** When a person solves it, and whether that holds. */
function solve(random: Random, ticket: Draft): { draft: Draft; aftermath: Aftermath } {
  const profile = CATEGORY_PROFILES[ticket.category];
  const pace =
    PRIORITY_PACE[ticket.priority] * (ticket.channel === 'phone' || ticket.channel === 'live chat' ? 0.5 : 1);
  const stuck = random.chance(0.012) ? 35 : 1;
  const work = random.logNormal(profile.work, 0.9) * pace * stuck * seasonAt(dayOf(ticket.createdAt)) ** 0.5;
  const solvedAt = addOpenMinutes(ticket.firstResponseAt as number, 2 + work * (1 + 0.5 * ticket.transfers));
  const aftermath = fate(random, ticket, 0);
  const reopened = aftermath === 'reopened';
  const resolvedAt = reopened
    ? addOpenMinutes(solvedAt + Math.min(random.exponential(1.5 * DAY), 6 * DAY), random.logNormal(300, 0.8))
    : solvedAt;
  const draft = {
    ...ticket,
    resolvedAt: wholeSecond(resolvedAt),
    reopens: reopened ? 1 + (random.chance(0.15) ? 1 : 0) : 0,
    replies: ticket.replies + (reopened ? 1 : 0),
  };
  return { draft, aftermath };
}

/** The chatbot answers at once, gives no human reply and closes what it takes for solved. */
function solvedByChatbot(
  random: Random,
  common: Matter & Pick<Draft, 'department' | 'priority' | 'named' | 'proactive'>,
): { draft: Draft; aftermath: Aftermath } {
  const draft: Draft = {
    ...common,
    automated: true,
    wait: 0,
    firstResponseAt: null,
    replyDueAt: null,
    dueAt: null,
    status: 'solved',
    resolvedAt: wholeSecond(common.createdAt + random.logNormal(6, 0.5) * MINUTE),
    reopens: 0,
    replies: 0,
    transfers: 0,
  };
  const aftermath = fate(random, draft, CHATBOT_RETURNS);
  return { draft, aftermath: aftermath === 'reopened' ? 'again' : aftermath };
}

function fate(random: Random, ticket: Draft, extra: number): Aftermath {
  if (!random.chance(failureAt(dayOf(ticket.createdAt), ticket.category) + extra)) return 'settled';
  return random.chance(0.4) ? 'reopened' : 'again';
}

/** Messages that the company sends first: planned works and lines that measure badly. */
function proactiveTickets(random: Random, customers: readonly Customer[]): Draft[] {
  const drafts: Draft[] = [];
  for (let day = START; day < START + DAYS; day++) {
    if (openingHours(day) === null) continue;
    const count = random.poisson(0.8 + (1.2 * (day - START)) / DAYS);
    for (let message = 0; message < count; message++) {
      const customer = customers[random.index(customers.length)] as Customer;
      const createdAt = arrival(random, day, 'phone');
      if (!isActive(customer, createdAt)) continue;
      drafts.push({
        customer,
        createdAt,
        named: true,
        firstResponseAt: null,
        resolvedAt: wholeSecond(addOpenMinutes(createdAt, random.logNormal(400, 0.9))),
        replyDueAt: null,
        dueAt: null,
        status: 'solved',
        channel: 'email',
        department: 'Technical support',
        priority: 'normal',
        category: random.pick({ 'Slow or unstable line': 0.8, 'Engineer visit': 0.2 } as const),
        reopens: 0,
        replies: 1,
        transfers: 0,
        proactive: true,
        automated: false,
        wait: 0,
        again: false,
      });
    }
  }
  return drafts;
}

/** What the export knows: nothing that happened after its last day. */
function asOfExport(ticket: Draft): Draft {
  if (ticket.status === 'cancelled') return { ...ticket, firstResponseAt: known(ticket.firstResponseAt) };
  const resolvedAt = known(ticket.resolvedAt);
  if (resolvedAt === null) {
    const firstResponseAt = known(ticket.firstResponseAt);
    const replies = firstResponseAt === null ? 0 : Math.min(ticket.replies, 2);
    return { ...ticket, firstResponseAt, resolvedAt, replies, status: replies > 1 ? 'pending' : 'open', reopens: 0 };
  }
  return { ...ticket, status: EXPORT_END - resolvedAt > 7 * DAY ? 'closed' : 'solved' };
}

function known(moment: number | null): number | null {
  return moment !== null && moment < EXPORT_END ? moment : null;
}

function wholeSecond(instant: number): number {
  return Math.ceil(instant / 1000) * 1000;
}
