/**
 * The same files in an analytical database: `node bench/duckdb.ts FOLDER headlines|everything|figures`. Prints the number
 * of result rows, and of `figures` what they took besides.
 *
 * `headlines` reads the files and computes seven overall figures: about the least that can be done with them.
 * `everything` computes counts, shares, medians and 90th percentiles of every metric's column, by month, quarter and
 * year and by each dimension. `figures` starts its clock when the rows are in tables of the database and computes what
 * `estimates.csv` has of counts, shares, means, medians and percentiles: overall at every grain, and by each dimension
 * for all periods together and by quarter. No intervals, no waits that are still running, no customers counted as
 * clusters, no de-duplication, no site: floors, not equals.
 */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { timed } from './timed.ts';

const [, , folder, task] = process.argv;
const TASKS: Readonly<Record<string, () => Promise<unknown>>> = { headlines, everything, figures };
const run = TASKS[task ?? ''];
if (folder === undefined || run === undefined) {
  throw new Error(`Usage: node bench/duckdb.ts FOLDER ${Object.keys(TASKS).join('|')}`);
}

const TICKET_FIGURES = `
  count(*) AS n,
  count(DISTINCT customer_id) AS customers,
  avg((csat >= 4)::INT) AS csat,
  avg(csat) AS csat_mean,
  avg((resolved_at <= due_at)::INT) AS sla,
  avg((reopens > 0)::INT) AS reopen,
  avg((replies < 2)::INT) AS fcr_reply,
  quantile_cont(epoch(first_response_at) - epoch(created_at), [0.5, 0.9]) AS first_response,
  quantile_cont(epoch(resolved_at) - epoch(created_at), [0.5, 0.9]) AS resolution`;

const RESPONSE_FIGURES = `
  count(*) AS n,
  count(DISTINCT customer_id) AS customers,
  avg((submitted_at IS NOT NULL)::INT) AS response_rate,
  avg((csat >= 4)::INT) AS csat,
  avg(csat) AS csat_mean,
  avg((nps >= 9)::INT - (nps <= 6)::INT) AS nps,
  avg((ces >= 5)::INT) AS ces,
  avg(ces) AS ces_mean`;

const TICKET_DIMENSIONS = ['channel', 'department', 'category', 'priority', 'segment'];
const RESPONSE_DIMENSIONS = ['channel', 'department', 'segment', 'touchpoint', 'stage', 'survey'];

/** Views, so that finding the next contacts and the open tickets falls into the time of the figures. */
const CONTACTS = `
  CREATE VIEW ticket_contacts AS
    SELECT *,
      lead(created_at) OVER (PARTITION BY customer_id ORDER BY created_at) AS next_at,
      lead(created_at) OVER (PARTITION BY customer_id, category ORDER BY created_at) AS next_on_topic_at
    FROM tickets;
  CREATE VIEW open_at_end AS
    SELECT period_end, tickets.*
    FROM tickets JOIN (
      SELECT DISTINCT date_trunc('month', created_at) + INTERVAL 1 MONTH AS period_end FROM tickets
    ) ends ON created_at < period_end AND (resolved_at IS NULL OR resolved_at >= period_end)`;

/** The next contact is that after the creation: after the solution it would take a join more. */
const CONTACT_FIGURES = [7, 14, 30]
  .flatMap((days) =>
    ['next_at', 'next_on_topic_at'].map(
      (next) => `,
  avg((reopens = 0 AND (${next} IS NULL OR ${next} > resolved_at + INTERVAL ${days} DAY))::INT)`,
    ),
  )
  .join('');

const TIME = 'TIMESTAMP';
const TEXT = 'VARCHAR';
const NUMBER = 'TINYINT';

/** Told, not guessed: guessing the columns of many small files takes longer than all the rest. */
const TICKET_COLUMNS = {
  ticket_id: TEXT,
  customer_id: TEXT,
  created_at: TIME,
  first_response_at: TIME,
  resolved_at: TIME,
  due_at: TIME,
  status: TEXT,
  channel: TEXT,
  department: TEXT,
  priority: TEXT,
  category: TEXT,
  segment: TEXT,
  reopens: NUMBER,
  replies: NUMBER,
  csat: NUMBER,
};
const RESPONSE_COLUMNS = {
  response_id: TEXT,
  invited_at: TIME,
  submitted_at: TIME,
  customer_id: TEXT,
  survey: TEXT,
  stage: TEXT,
  touchpoint: TEXT,
  department: TEXT,
  channel: TEXT,
  segment: TEXT,
  csat: NUMBER,
  nps: NUMBER,
  ces: NUMBER,
};

const connection = await (await DuckDBInstance.create(':memory:')).connect();
console.log(JSON.stringify(await run()));

/** Reads all files and computes seven overall figures. */
async function headlines(): Promise<number> {
  const tickets = await connection.runAndReadAll(`
    SELECT avg((csat >= 4)::INT), avg((resolved_at <= due_at)::INT), avg((reopens > 0)::INT),
      median(epoch(first_response_at) - epoch(created_at)), median(epoch(resolved_at) - epoch(created_at))
    FROM ${filesOf('tickets', TICKET_COLUMNS)}`);
  const responses = await connection.runAndReadAll(`
    SELECT avg((submitted_at IS NOT NULL)::INT), avg((nps >= 9)::INT - (nps <= 6)::INT)
    FROM ${filesOf('responses', RESPONSE_COLUMNS)}`);
  return tickets.currentRowCount + responses.currentRowCount;
}

async function everything(): Promise<number> {
  const sets = (dimensions: readonly string[]) =>
    ['month', 'quarter', 'year'].flatMap((period) => [[period], ...dimensions.map((name) => [period, name])]);
  await load();
  const ticketRows = await aggregate('tickets', TICKET_FIGURES, sets(TICKET_DIMENSIONS));
  const responseRows = await aggregate('responses', RESPONSE_FIGURES, sets(RESPONSE_DIMENSIONS));
  return ticketRows + responseRows;
}

/** The figures of `estimates.csv` from loaded tables. */
async function figures(): Promise<object> {
  const sets = (dimensions: readonly string[]) => [
    [],
    ['year'],
    ['quarter'],
    ['month'],
    ...dimensions.flatMap((name) => [[name], ['quarter', name]]),
  ];
  await load();
  const { result, ...times } = await timed(async () => {
    const ticketRows = await aggregate('ticket_contacts', TICKET_FIGURES + CONTACT_FIGURES, sets(TICKET_DIMENSIONS));
    const responseRows = await aggregate('responses', RESPONSE_FIGURES, sets(RESPONSE_DIMENSIONS));
    const openRows = await aggregate('open_at_end', 'count(*) AS n', [
      ['period_end'],
      ...TICKET_DIMENSIONS.map((name) => ['period_end', name]),
    ]);
    return ticketRows + responseRows + openRows;
  });
  return { rows: result, ...times };
}

/** All files of a kind as a table. */
function filesOf(kind: string, columns: Readonly<Record<string, string>>): string {
  const files = join(folder as string, `${kind}-*.csv`).replaceAll("'", "''");
  const literal = JSON.stringify(columns).replaceAll('"', "'");
  return `read_csv('${files}', header = true, auto_detect = false, columns = ${literal})`;
}

/** Reads all files into tables with the periods of each row. */
async function load(): Promise<void> {
  await read('tickets', TICKET_COLUMNS, 'created_at');
  await read('responses', RESPONSE_COLUMNS, 'coalesce(submitted_at, invited_at)');
  await connection.run(CONTACTS);
}

async function read(kind: string, columns: Readonly<Record<string, string>>, at: string): Promise<void> {
  await connection.run(`CREATE TABLE ${kind} AS
    SELECT *, strftime(${at}, '%Y-%m') AS month, year(${at}) || '-Q' || quarter(${at}) AS quarter, year(${at}) AS year
    FROM ${filesOf(kind, columns)}`);
}

/** Computes the figures for every combination of values in each of the sets of columns. */
async function aggregate(table: string, expressions: string, sets: readonly (readonly string[])[]): Promise<number> {
  const columns = [...new Set(sets.flat())];
  const result = await connection.runAndReadAll(
    `SELECT ${columns.join(', ')}, ${expressions}
     FROM ${table} GROUP BY GROUPING SETS (${sets.map((set) => `(${set.join(', ')})`).join(', ')})`,
  );
  return result.currentRowCount;
}
