/**
 * Invitations to rate a contact, and the ratings.
 */

import { type Answers, type Draft, NOT_ANSWERED, type Told, told, UNASKED } from './answers.ts';
import { DAY, HOUR } from './clock.ts';
import { CATEGORY_PROFILES, type Channel, type Department } from './company.ts';
import type { Random } from './random.ts';
import { cesAnswer, csatAnswer, emotionAnswer } from './scores.ts';
import type { Ticket } from './tickets.ts';

/** Chance that somebody who waited as usual rates a contact. */
const WILLING: Readonly<Record<Channel, number>> = {
  phone: 0.56,
  'live chat': 0.61,
  email: 0.51,
  'web form': 0.46,
  'social media': 0.4,
  chatbot: 0.33,
};
/** How much better or worse than elsewhere a contact with the department feels. */
const LIKED: Readonly<Record<Department, number>> = {
  Billing: -0.5,
  'Help desk': 0.28,
  Installations: 0.1,
  Renewals: 0.25,
  Sales: 0.4,
  'Technical support': 0.1,
};
/** What it costs to have had to do with several departments. */
const CROSSING = 0.27;

/** Most solved tickets are followed by a request to rate the contact. */
export function rateTickets(random: Random, tickets: readonly Ticket[]): Draft[] {
  const drafts: Draft[] = [];
  const contacts = Map.groupBy(tickets, (ticket) => ticket.customer);
  for (const ticket of tickets) {
    if (ticket.resolvedAt === null || ticket.proactive || !ticket.named || !random.chance(0.92)) continue;
    const { stage, touchpoint } = CATEGORY_PROFILES[ticket.category];
    const invitedAt = ticket.resolvedAt + HOUR;
    const invitation = { survey: 'ticket rating', customer: ticket.customer, ticket, invitedAt } as const;
    const feeling =
      feelingAbout(random, ticket) - (crossed(ticket, contacts.get(ticket.customer) ?? []) ? CROSSING : 0);
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
    0.15 +
    LIKED[ticket.department] -
    0.24 * ticket.wait -
    0.5 * Math.min(ticket.reopens, 1) -
    (ticket.again ? 0.25 : 0) -
    (ticket.automated ? 0.48 : 0) -
    seam(ticket);
  return happened + 0.32 * ticket.customer.loyalty + 0.86 * random.normal();
}

/** Whether the customer had to do with more than one department within the last quarter of a year. */
function crossed(ticket: Ticket, contacts: readonly Ticket[]): boolean {
  const since = ticket.createdAt - 90 * DAY;
  return contacts.some(
    ({ createdAt, department, proactive }) =>
      !proactive && createdAt >= since && createdAt < ticket.createdAt && department !== ticket.department,
  );
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
