/**
 * What an invitation and the answer to it hold, whatever the survey asks.
 */
import { DAY, MINUTE } from './clock.ts';
import { commentOn, type Subject } from './comments.ts';
import type { Department, Stage } from './company.ts';
import type { Customer } from './customers.ts';
import type { Random } from './random.ts';
import type { Emotion } from './scores.ts';
import type { Ticket } from './tickets.ts';

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
  /** When somebody got in touch about a bad answer; null = nobody did by the end of the export. */
  readonly followedUpAt: number | null;
}

export type Draft = Omit<Response, 'id'>;
export type Answers = Pick<Response, 'csat' | 'nps' | 'ces' | 'emotion'>;

export const UNASKED: Answers = { csat: null, nps: null, ces: null, emotion: null };
export const NOT_ANSWERED: Answers & Told = { submittedAt: null, ...UNASKED, comment: '', followedUpAt: null };

export type Told = Pick<Response, 'submittedAt' | 'comment' | 'followedUpAt'>;

/** When the answer is sent, and what is written beside it. */
export function told(
  random: Random,
  invitedAt: number,
  meanDelay: number,
  talkative: number,
  subject: Subject,
  content: boolean,
): Told {
  const delay = Math.min(2 * MINUTE + random.exponential(meanDelay), 12 * DAY);
  return {
    submittedAt: Math.ceil((invitedAt + delay) / 1000) * 1000,
    comment: random.chance(talkative) ? commentOn(random, subject, content) : '',
    followedUpAt: null,
  };
}
