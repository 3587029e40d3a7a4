/**
 * The whole demo: every table from one number, and every file from the tables.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { monthOf } from './clock.ts';
import { customersCsv, responsesCsv, ticketsCsv } from './csv.ts';
import { type Customer, createCustomers } from './customers.ts';
import { createResponses, type Response } from './responses.ts';
import { createTickets, type Ticket } from './tickets.ts';

/** The number that the committed files come from. */
export const DEFAULT_SEED = 2;

export interface Demo {
  readonly customers: readonly Customer[];
  readonly tickets: readonly Ticket[];
  readonly responses: readonly Response[];
}

/** All rows of the demo; the same number gives the same rows. */
export function createDemo(seed: number): Demo {
  const customers = createCustomers(seed);
  const tickets = createTickets(seed, customers);
  const responses = createResponses(seed, customers, tickets);
  return { customers, tickets, responses };
}

/** Text of every file by its path relative to the data folder: one file a month, and the customers. */
export function demoFiles({ customers, tickets, responses }: Demo): ReadonlyMap<string, string> {
  const files = new Map([['customers.csv', customersCsv(customers)]]);
  for (const [month, rows] of Map.groupBy(tickets, (ticket) => monthOf(ticket.createdAt))) {
    files.set(`tickets/tickets-${month}.csv`, ticketsCsv(rows));
  }
  for (const [month, rows] of Map.groupBy(responses, (response) => monthOf(response.invitedAt))) {
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
