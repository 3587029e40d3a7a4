/**
 * Exports with what real ones have and the demonstration has not, made from the demonstration.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ROOT } from './build-site.ts';

/** Table of `tests/duckdb/harder-exports.sql` → file. */
const FILES = {
  harder_tickets: 'tickets/tickets.csv',
  other_states: 'tickets/updates.csv',
  harder_responses: 'responses/responses.csv',
  further_answers: 'responses/further.csv',
  harder_customers: 'customers.csv',
};

/** Writes them into a folder. */
export async function writeHarderExports(folder: string): Promise<void> {
  for (const name of ['tickets', 'responses']) mkdirSync(join(folder, name), { recursive: true });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET VARIABLE demo = '${join(ROOT, 'data').replaceAll("'", "''")}'`);
  await connection.run(readFileSync(join(ROOT, 'tests/duckdb/harder-exports.sql'), 'utf8'));
  for (const [table, file] of Object.entries(FILES)) {
    const path = join(folder, file).replaceAll("'", "''");
    await connection.run(`COPY ${table} TO '${path}' (HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%SZ')`);
  }
  connection.closeSync();
}
