/**
 * Invitations to three surveys, and the answers of those who answered.
 */
import { type Answers, type Draft, NOT_ANSWERED, type Response, type Told, told, UNASKED } from './answers.ts';
import { dayNumber, dayOf, HOUR, instantAt } from './clock.ts';
import { HOSTILE_COMMENTS } from './comments.ts';
import { FIRST_DATE, ONBOARDING } from './company.ts';
import { type Customer, isActive } from './customers.ts';
import { createRandom, type Random } from './random.ts';
import { rateTickets } from './ratings.ts';
import { askEverybody } from './relationship.ts';
import { cesAnswer, csatAnswer, emotionAnswer } from './scores.ts';
import { EXPORT_END, isContact, type Ticket } from './tickets.ts';

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
    ...askEverybody(seed, customers, ratings),
  ]
    .filter((draft) => draft.invitedAt < EXPORT_END && (draft.ticket === null || isContact(draft.ticket)))
    .map(asOfExport)
    .sort((a, b) => a.invitedAt - b.invitedAt || (a.customer.id < b.customer.id ? -1 : 1))
    .map((draft, index) => ({ id: `R${String(index + 1).padStart(5, '0')}`, ...draft }));
  return withHostileComments(drafts);
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

function asOfExport(draft: Draft): Draft {
  if (draft.followedUpAt !== null && draft.followedUpAt >= EXPORT_END)
    return asOfExport({ ...draft, followedUpAt: null });
  return draft.submittedAt !== null && draft.submittedAt >= EXPORT_END ? { ...draft, ...NOT_ANSWERED } : draft;
}

/** Cells that real exports hold and careless readers trip over, spread over the period. */
function withHostileComments(responses: readonly Response[]): readonly Response[] {
  const answered = responses.flatMap((response, index) => (response.submittedAt === null ? [] : [index]));
  const every = Math.floor(answered.length / HOSTILE_COMMENTS.length);
  const comments = new Map(HOSTILE_COMMENTS.map((comment, index) => [answered[index * every + 57], comment]));
  return responses.map((response, index) => ({ ...response, comment: comments.get(index) ?? response.comment }));
}
