/**
 * The same files in an analytical database: `node bench/duckdb.ts FOLDER headlines|everything`. Prints the number of
 * result rows.
 *
 * `headlines` reads the files and computes seven overall figures: about the least that can be done with them.
 * `everything` computes counts, shares, medians and 90th percentiles of every metric's column, by month, quarter and
 * year and by each dimension. No intervals, no de-duplication, no site: floors, not equals.
 */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [, , folder, task] = process.argv;
if (folder === undefined || (task !== 'headlines' && task !== 'everything')) {
  throw new Error('Usage: node bench/duckdb.ts FOLDER headlines|everything');
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
console.log(task === 'headlines' ? await headlines() : await everything());

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
  const ticketRows = await aggregate('tickets', TICKET_COLUMNS, 'created_at', TICKET_FIGURES, [
    'channel',
    'department',
    'category',
    'priority',
    'segment',
  ]);
  const responseRows = await aggregate(
    'responses',
    RESPONSE_COLUMNS,
    'coalesce(submitted_at, invited_at)',
    RESPONSE_FIGURES,
    ['channel', 'department', 'segment', 'touchpoint', 'stage', 'survey'],
  );
  return ticketRows + responseRows;
}

/** All files of a kind as a table. */
function filesOf(kind: string, columns: Readonly<Record<string, string>>): string {
  const files = join(folder as string, `${kind}-*.csv`).replaceAll("'", "''");
  const literal = JSON.stringify(columns).replaceAll('"', "'");
  return `read_csv('${files}', header = true, auto_detect = false, columns = ${literal})`;
}

/** Reads all files of a kind and computes the figures for every period and every value of every dimension. */
async function aggregate(
  kind: string,
  columns: Readonly<Record<string, string>>,
  at: string,
  figures: string,
  dimensions: readonly string[],
): Promise<number> {
  await connection.run(`CREATE TABLE ${kind} AS
    SELECT *, strftime(${at}, '%Y-%m') AS month, year(${at}) || '-Q' || quarter(${at}) AS quarter, year(${at}) AS year
    FROM ${filesOf(kind, columns)}`);
  const sets = ['month', 'quarter', 'year'].flatMap((period) => [
    `(${period})`,
    ...dimensions.map((dimension) => `(${period}, ${dimension})`),
  ]);
  const result = await connection.runAndReadAll(
    `SELECT month, quarter, year, ${dimensions.join(', ')}, ${figures}
     FROM ${kind} GROUP BY GROUPING SETS (${sets.join(', ')})`,
  );
  return result.currentRowCount;
}
