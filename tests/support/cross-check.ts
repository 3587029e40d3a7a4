/**
 * The figures of a site computed a second time: by a database, from the exports and the words of the definitions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'yaml';
import { ROOT } from './build-site.ts';

const SCRIPTS = join(ROOT, 'tests/duckdb');
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What the scripts need of `report.yaml`. */
interface Settings {
  readonly time_zone: string;
  readonly grain: string;
  readonly holidays: readonly string[];
  readonly business_hours: Readonly<Record<string, readonly (readonly [opens: string, closes: string])[]>>;
}

/** What is counted, and what it is held against. */
export interface CrossCheck {
  /** Folder of exports with canonical headers. */
  readonly data: string;
  /** The `report.yaml` of the site. */
  readonly settings: string;
  /** Its `estimates.csv`. */
  readonly estimates: string;
  readonly minimumBase: number;
}

/**
 * Runs the numbered scripts of `tests/duckdb/` in order. The database that they leave has the tables `published`, `expected` and
 * `disagreements`.
 */
export async function crossCheck(check: CrossCheck): Promise<DuckDBConnection> {
  const settings = parse(readFileSync(check.settings, 'utf8')) as Settings;
  const hours = WEEK.flatMap((day, index) =>
    (settings.business_hours[day] ?? []).map(
      ([opens, closes]) => `{ weekday: ${index + 1}, opens: ${text(opens)}, closes: ${text(closes)} }`,
    ),
  );
  const variables = {
    data: text(check.data),
    published: text(check.estimates),
    time_zone: text(settings.time_zone),
    grain: text(settings.grain),
    holidays: `[${settings.holidays.map(text)}]`,
    business_hours: `[${hours}]`,
    minimum_base: String(check.minimumBase),
  };
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [name, value] of Object.entries(variables)) await connection.run(`SET VARIABLE ${name} = ${value}`);
  const scripts = readdirSync(SCRIPTS).filter((name) => /^\d/.test(name));
  for (const script of scripts.sort()) await connection.run(readFileSync(join(SCRIPTS, script), 'utf8'));
  return connection;
}

/** The rows of a query, each by its column names. */
export async function rowsOf(connection: DuckDBConnection, query: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(query)).getRowObjectsJson();
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
