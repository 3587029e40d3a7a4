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
import { readExports } from '../../src/report/build-report.ts';
import { withheldFigures } from '../../src/report/disclosure/withheld.ts';
import { estimatesCsv } from '../../src/report/downloads/estimates-csv.ts';
import { EstimateStore } from '../../src/report/estimates.ts';
import { reportContext } from '../../src/report/report-context.ts';
import { ROOT, temporaryFolder } from '../support/build-site.ts';
import { crossCheck, rowsOf } from '../support/cross-check.ts';
import { writeHarderExports } from '../support/harder-exports.ts';
import { reportJson } from '../support/tables.ts';

const DECOMPOSITION = 'which dimension the change is taken apart by follows from all of them together';
const VARIANCE = 'a variance component, with departments that have too few answers left out';
const WEIGHTS = 'weights that meet several margins at once, found round by round';
const ORDERS = 'a mean of regressions over all orders of the predictors';

/** Published numbers that no script computes, and why; the tests of their analyses hold them against other programs. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  csat_mix_rate_effect: DECOMPOSITION,
  csat_mix_mix_effect: DECOMPOSITION,
  fcr_mix_rate_effect: DECOMPOSITION,
  fcr_mix_mix_effect: DECOMPOSITION,
  csat_departments_icc: VARIANCE,
  fcr_departments_icc: VARIANCE,
  driver_share: ORDERS,
  driver_r2: 'a regression on predictors that are completed and standardised',
  peak_end_share: ORDERS,
  leaving_auc: 'a comparison of all pairs of customers',
  csat_weighted: WEIGHTS,
  ces_weighted: WEIGHTS,
  nps_weighted: WEIGHTS,
  emotion_weighted: WEIGHTS,
  fcr_survey: 'the demonstration does not ask the question',
  lead: 'the demonstration has too few months',
  words: 'its comments hold too few words',
  sentiment: 'nobody has coded its comments',
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
    const left = await rowsOf(
      database,
      'SELECT DISTINCT metric FROM published WHERE metric NOT IN (SELECT metric FROM metrics) ORDER BY metric',
    );
    expect(left.map(({ metric }) => metric)).toEqual(Object.keys(LEFT_OUT).sort());
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
    writeFileSync(estimates, estimatesCsv(context, store, []));
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
