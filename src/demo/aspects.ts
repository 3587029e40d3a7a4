/**
 * Ratings of single aspects beside answers: a longer questionnaire of the relationship survey, and two questions that
 * some are asked after a contact.
 *
 * The answers are there already. What a customer feels about the company and felt about the last contact is taken from
 * the middle of what the answers stand for, and the aspects follow from it.
 */
import type { Response } from './answers.ts';
import { DAY, dayNumber, dayOf } from './clock.ts';
import type { Stage } from './company.ts';
import { createRandom, type Random } from './random.ts';
import { CSAT_MIDDLES, NPS_MIDDLES } from './scores.ts';

export interface AspectRating {
  readonly responseId: string;
  readonly aspect: string;
  readonly score: number;
}

/** First day of the longer questionnaire. */
const SINCE = dayNumber('2025-10-01');
/** It goes to everybody who rated a contact within half a year, and to some of the others. */
const OTHERS = 0.05;

/** Standard normal quantiles below which each next answer of 1 to 5 begins. */
const CUTS = [-1.5, -0.85, -0.1, 0.75];

/** How an aspect follows from what is felt about the company, about the last contact, from mood and from chance. */
interface Recipe {
  readonly company: (feeling: number) => number;
  readonly contact: number;
  readonly mood: number;
  readonly chance: number;
}

const steady = (slope: number) => (feeling: number) => slope * feeling;
/** Lacking goes with little loyalty, having it with no more than usual. */
const expected = (feeling: number) => 0.3 + 0.62 * Math.min(feeling, -0.2);
/** Having it goes with much loyalty, lacking it with no less than usual. */
const surprising = (feeling: number) => -0.5 + 1.9 * Math.max(feeling - 0.15, 0);

const ASPECTS: Readonly<Record<string, Recipe>> = {
  speed: { company: expected, contact: 0.29, mood: 0, chance: 1 },
  ease: { company: expected, contact: 0.29, mood: 0, chance: 1 },
  quality: { company: steady(0.15), contact: 0.15, mood: 0, chance: 0.9 },
  price: { company: steady(0.15), contact: 0.08, mood: 0, chance: 0.95 },
  interaction: { company: steady(1.05), contact: 0.8, mood: 0, chance: 0.2 },
  valued: { company: steady(0.8), contact: 0, mood: 0.35, chance: 0.45 },
  confident: { company: steady(0.8), contact: 0, mood: 0.35, chance: 0.45 },
  relaxed: { company: steady(0.7), contact: 0, mood: 0.35, chance: 0.5 },
  empathy: { company: surprising, contact: 0, mood: 0.1, chance: 0.58 },
  extra: { company: surprising, contact: 0, mood: 0.1, chance: 0.58 },
};

/** The same of the stages; renewing with its prices weighs most, using with its help next. */
const STAGE_WEIGHTS: Readonly<Record<Stage, number>> = {
  Discover: 0.18,
  Join: 0.22,
  'Set up': 0.35,
  Use: 0.5,
  Renew: 0.8,
};

/** All ratings in the order of the responses. */
export function createAspects(seed: number, responses: readonly Response[]): readonly AspectRating[] {
  const longer = createRandom(seed, 'longer questionnaire');
  const contacts = createRandom(seed, 'aspects of contacts');
  const lastRating = new Map<string, Response & { readonly csat: number }>();
  const ratings: AspectRating[] = [];
  const answers = responses.filter(({ submittedAt }) => submittedAt !== null);
  for (const answer of answers.toSorted((a, b) => (a.submittedAt as number) - (b.submittedAt as number))) {
    const add = (aspect: string, feeling: number) =>
      ratings.push({ responseId: answer.id, aspect, score: 1 + CUTS.filter((cut) => cut <= feeling).length });
    if (answer.ticket !== null && answer.csat !== null) {
      lastRating.set(answer.customer.id, { ...answer, csat: answer.csat });
      rateContact(contacts, answer, answer.csat, add);
    }
    if (answer.nps === null || dayOf(answer.submittedAt as number) < SINCE) continue;
    const last = lastRating.get(answer.customer.id);
    const isRecent = last !== undefined && last.invitedAt > answer.invitedAt - 180 * DAY;
    if (isRecent || longer.chance(OTHERS)) rateCompany(longer, answer.nps, last?.csat ?? null, add);
  }
  return ratings.sort((a, b) => (a.responseId < b.responseId ? -1 : a.responseId > b.responseId ? 1 : 0));
}

type Add = (aspect: string, feeling: number) => void;

function rateCompany(random: Random, nps: number, csat: number | null, add: Add): void {
  const feeling = NPS_MIDDLES[nps] as number;
  const contact = csat === null ? 0 : (CSAT_MIDDLES[csat - 1] as number);
  const mood = random.normal();
  for (const [aspect, recipe] of Object.entries(ASPECTS)) {
    const level = recipe.company(feeling) + recipe.contact * contact + recipe.mood * mood;
    add(aspect, level + recipe.chance * random.normal());
  }
  for (const [stage, weight] of Object.entries(STAGE_WEIGHTS)) {
    add(stage, 0.15 + weight * feeling + Math.sqrt(1 - weight ** 2) * random.normal());
  }
}

/** A chatbot treats few as a person; who is handed on has to repeat the story. */
function rateContact(random: Random, { ticket }: Response, csat: number, add: Add): void {
  if (ticket === null) return;
  const contact = CSAT_MIDDLES[csat - 1] as number;
  const isPersonal = random.chance(ticket.automated ? 0.75 : 0.06);
  if (isPersonal) add('personal', 0.3 + 0.45 * contact - (ticket.automated ? 0.7 : 0) + 0.85 * random.normal());
  if (!random.chance(0.085)) return;
  const repeated = 0.5 * Math.min(ticket.transfers, 1) + 0.4 * Math.min(ticket.reopens, 1);
  add('no_repeat', 0.3 + 0.4 * contact - repeated + 0.85 * random.normal());
}
