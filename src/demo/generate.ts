/**
 * The whole demo: every table from one number, and every file from the tables.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createActions, type FeedbackAction } from './actions.ts';
import type { Response } from './answers.ts';
import { type AspectRating, createAspects } from './aspects.ts';
import { monthOf } from './clock.ts';
import { type CommentCode, createCommentCodes } from './comment-codes.ts';
import {
  actionsCsv,
  aspectsCsv,
  codesCsv,
  customersCsv,
  eventsCsv,
  responsesCsv,
  ticketsCsv,
  touchpointsCsv,
} from './csv.ts';
import { type Customer, createCustomers } from './customers.ts';
import { createRemarks } from './remarks.ts';
import { createResponses } from './responses.ts';
import { createTicketEvents, type TicketEvent } from './ticket-events.ts';
import { createTickets, isContact, type Ticket } from './tickets.ts';
import { createTouchpoints, type Touchpoint } from './touchpoints.ts';

/** The number that the committed files come from. */
export const DEFAULT_SEED = 2;

export interface Demo {
  readonly customers: readonly Customer[];
  readonly tickets: readonly Ticket[];
  readonly responses: readonly Response[];
  readonly events: readonly TicketEvent[];
  readonly touchpoints: readonly Touchpoint[];
  readonly actions: readonly FeedbackAction[];
  readonly aspects: readonly AspectRating[];
  readonly codes: readonly CommentCode[];
}

/** All rows of the demo; the same number gives the same rows. */
export function createDemo(seed: number): Demo {
  const customers = createCustomers(seed);
  const all = createTickets(seed, customers);
  const answers = createResponses(seed, customers, all);
  const tickets = all.filter(isContact);
  const remarks = createRemarks(seed, answers, tickets);
  const responses = answers.map((answer) => ({ ...answer, comment: remarks.get(answer.id)?.text ?? answer.comment }));
  return {
    customers,
    tickets,
    responses,
    events: createTicketEvents(seed, tickets),
    touchpoints: createTouchpoints(seed, customers),
    actions: createActions(seed, responses, remarks),
    aspects: createAspects(seed, responses),
    codes: createCommentCodes(seed, remarks),
  };
}

/** Text of every file by its path relative to the data folder: one file a month of tickets and of responses. */
export function demoFiles(demo: Demo): ReadonlyMap<string, string> {
  const files = new Map([
    ['customers.csv', customersCsv(demo.customers)],
    ['ticket_events.csv', eventsCsv(demo.events)],
    ['touchpoints.csv', touchpointsCsv(demo.touchpoints)],
    ['actions.csv', actionsCsv(demo.actions)],
    ['aspects.csv', aspectsCsv(demo.aspects)],
    ['comment_codes.csv', codesCsv(demo.codes)],
  ]);
  for (const [month, rows] of Map.groupBy(demo.tickets, (ticket) => monthOf(ticket.createdAt))) {
    files.set(`tickets/tickets-${month}.csv`, ticketsCsv(rows));
  }
  for (const [month, rows] of Map.groupBy(demo.responses, (response) => monthOf(response.invitedAt))) {
    files.set(`responses/responses-${month}.csv`, responsesCsv(rows));
  }
  return files;
}

/** Writes the files under a folder, over those of the same name. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
