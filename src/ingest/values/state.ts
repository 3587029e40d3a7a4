/**
 * Ticket states: the words of many tools, as few states of ours.
 */
import { TICKET_STATES, type TicketState } from '../../dataset/model.ts';
import type { Reason } from '../reasons.ts';
import { foldWords } from './text.ts';

/** Tickets that were never a request of a customer, or are another ticket's; their rows are set aside. */
export const DROPPED_STATES = ['spam', 'merged', 'deleted'] as const satisfies readonly Reason[];
export type DroppedState = (typeof DROPPED_STATES)[number];

const WORDS: Readonly<Record<TicketState | DroppedState, readonly string[]>> = {
  new: ['new', 'created', 'submitted', 'registered', 'unassigned'],
  open: [
    'open',
    'opened',
    'reopened',
    're opened',
    'active',
    'assigned',
    'in progress',
    'work in progress',
    'processing',
    'started',
    'to do',
    'todo',
    'escalated',
  ],
  pending: [
    'pending',
    'waiting',
    'on hold',
    'hold',
    'snoozed',
    'pending reminder',
    'waiting on customer',
    'waiting for customer',
    'waiting on third party',
    'awaiting user info',
    'awaiting customer',
    'awaiting problem',
    'awaiting vendor',
  ],
  solved: ['solved', 'resolved', 'done', 'completed', 'complete', 'fixed', 'answered'],
  closed: ['closed', 'archived'],
  cancelled: ['cancelled', 'canceled', 'withdrawn', 'rejected'],
  spam: ['spam', 'junk'],
  merged: ['merged', 'duplicate'],
  deleted: ['deleted', 'removed', 'trash', 'trashed'],
};

const STATES: ReadonlyMap<string, TicketState | DroppedState> = new Map(
  Object.entries(WORDS).flatMap(([state, words]) => words.map((word) => [word, state as TicketState] as const)),
);

/** Beginnings that decide whatever follows: `Waiting on vendor`, `Closed with explanation`. */
const BEGINNINGS: readonly (readonly [string, TicketState])[] = [
  ['pending ', 'pending'],
  ['waiting ', 'pending'],
  ['awaiting ', 'pending'],
  ['on hold ', 'pending'],
  ['closed with ', 'closed'],
];

export const STATE_WORDS = `one of ${TICKET_STATES.join(', ')}`;

/** The state a word stands for; undefined when nobody knows it. */
export function parseState(text: string): TicketState | DroppedState | undefined {
  const words = foldWords(text);
  return STATES.get(words) ?? BEGINNINGS.find(([beginning]) => words.startsWith(beginning))?.[1];
}
