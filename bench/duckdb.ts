/**
 * The same aggregation by an analytical database: `node bench/duckdb.ts FOLDER`. Prints the number of result rows.
 *
 * Counts, shares, medians and 90th percentiles of every metric's column, by month, quarter and year and by each
 * dimension, from the same files. No intervals, no de-duplication, no site: a floor, not an equal.
 */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node bench/duckdb.ts FOLDER');

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
console.log(ticketRows + responseRows);

/** Reads all files of a kind and computes the figures for every period and every value of every dimension. */
async function aggregate(
  kind: string,
  columns: Readonly<Record<string, string>>,
  at: string,
  figures: string,
  dimensions: readonly string[],
): Promise<number> {
  const files = join(folder as string, `${kind}-*.csv`).replaceAll("'", "''");
  const literal = JSON.stringify(columns).replaceAll('"', "'");
  await connection.run(`CREATE TABLE ${kind} AS
    SELECT *, strftime(${at}, '%Y-%m') AS month, year(${at}) || '-Q' || quarter(${at}) AS quarter, year(${at}) AS year
    FROM read_csv('${files}', header = true, auto_detect = false, columns = ${literal})`);
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
