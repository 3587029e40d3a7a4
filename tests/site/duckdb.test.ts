/**
 * Every published figure once more, computed by a database from the exports and from nothing but the words of the
 * definitions: the scripts in `tests/duckdb/` share no line with the code.
 *
 * A new metric belongs in those scripts, or below with the reason.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { METRICS } from '../../src/metrics/registry.ts';
import { withheldFigures } from '../../src/report/disclosure/withheld.ts';
import { estimateRows, estimatesCsv } from '../../src/report/downloads/estimates-csv.ts';
import { EstimateStore } from '../../src/report/estimates.ts';
import { readExports } from '../../src/report/read-exports.ts';
import { reportContext } from '../../src/report/report-context.ts';
import { ROOT, temporaryFolder } from '../support/build-site.ts';
import { crossCheck, rowsOf } from '../support/cross-check.ts';
import { writeHarderExports } from '../support/harder-exports.ts';
import { reportJson } from '../support/tables.ts';

/**
 * Metrics that no script computes, and why. What analyses and tests of contrasts publish besides is held against other
 * programs where it is computed.
 */
const LEFT_OUT: Readonly<Record<string, string>> = {
  fcr_survey: 'the demonstration does not ask the question',
};

/** Milliseconds for what takes five seconds where nothing else runs. */
const SLOWEST = 300_000;

const SETTINGS = join(ROOT, 'content/report.yaml');

describe('the demonstration, counted by a database', () => {
  const { folder } = inject('demo');
  let database: DuckDBConnection;

  beforeAll(async () => {
    database = await crossCheck({
      data: join(ROOT, 'data'),
      settings: SETTINGS,
      estimates: join(folder, 'data/estimates.csv'),
      minimumBase: reportJson(folder).minimumBase,
    });
  }, SLOWEST);

  test('has the same count and the same estimate in every row, and no other rows', async () => {
    expect(await rowsOf(database, 'FROM disagreements ORDER BY ALL LIMIT 20')).toEqual([]);
    const [agreed] = await rowsOf(
      database,
      'SELECT count(*)::INT AS rows, count(expected)::INT AS estimates FROM expected',
    );
    expect(agreed?.rows).toBeGreaterThan(10_000);
    expect(agreed?.estimates).toBeGreaterThan(9_000);
  });

  test('leaves out what is named above and nothing else', async () => {
    const checked = await rowsOf(database, 'SELECT DISTINCT metric FROM metrics ORDER BY metric');
    const known = new Set(checked.map(({ metric }) => metric));
    expect(METRICS.map(({ id }) => id).filter((id) => !known.has(id))).toEqual(Object.keys(LEFT_OUT));
  });
});

describe('harder exports, counted by a database', () => {
  const folder = temporaryFolder('harder');
  const data = join(folder, 'data');
  const estimates = join(folder, 'estimates.csv');
  let setAside: readonly string[];
  let database: DuckDBConnection;

  beforeAll(async () => {
    await writeHarderExports(data);
    const options = { dataFolder: data, contentFolder: join(ROOT, 'content'), cacheFolder: null };
    const { config, assembled, sources } = await readExports(options);
    const context = reportContext(assembled.dataset, config);
    const store = new EstimateStore(context);
    store.keepBack(await withheldFigures(context, store));
    writeFileSync(estimates, estimatesCsv(estimateRows(context, store, [])));
    setAside = sources.flatMap((source) => source.setAside.map(({ reason }) => reason));
    database = await crossCheck({ data, settings: SETTINGS, estimates, minimumBase: config.minimum_base });
  }, SLOWEST);

  test('hold records in several states, repeated answers and ratings in ticket rows', async () => {
    expect([...new Set(setAside)].sort()).toEqual([
      'a response that appears again',
      'an earlier answer about the same ticket',
      'an earlier answer of the same customer in the same period',
      'an earlier state of a ticket that appears again',
    ]);
    const [rated] = await rowsOf(database, 'SELECT count(csat)::INT AS ratings FROM tickets');
    expect(rated?.ratings).toBeGreaterThan(500);
  });

  test('have the same count and the same estimate in every row, and no other rows', async () => {
    expect(await rowsOf(database, 'FROM disagreements ORDER BY ALL LIMIT 20')).toEqual([]);
  });
});
