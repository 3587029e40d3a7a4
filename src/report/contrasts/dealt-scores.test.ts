/**
 * What pages of tests say when scores mean nothing.
 *
 * The answers of the demo are dealt out anew among the responses of each survey, by two seeds: whatever then goes with a
 * score goes with it by chance. The ladder promises that one page in twenty, judged as one family, calls something
 * different all the same.
 */
import { beforeAll, expect, test } from 'vitest';
import type { ReportConfig } from '../../config/report.schema.ts';
import { TOPICS } from '../../contrasts/contrasts.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { SCORES } from '../../dataset/model.ts';
import { type Random, seededRandom, shuffle } from '../../statistics/random.ts';
import type { ReportContext } from '../context.ts';
import { demoExports } from '../demo-exports.fixture.ts';
import { EstimateStore } from '../estimates.ts';
import { Families } from '../families.ts';
import { reportContext } from '../report-context.ts';
import type { TestReport } from '../types/contrast.ts';
import { topicReport } from './topic-report.ts';

const SEEDS = [1, 2];

/** Of so many pages more than so many would call something different by chance only once in a hundred times. */
const PAGES = TOPICS.length * SEEDS.length;
const BY_CHANCE = PAGES / 20 + 2.5 * Math.sqrt((PAGES / 20) * (19 / 20));

/** What compares no scores, or not only them, stays as it was: who starts contacts, where time is spent, who comes back. */
const NOT_OF_SCORES = ['a1', 'c6a', 'c8c', 'c9a', 'c9b', 'c9c'];

let config: ReportConfig;
let demo: Dataset;
/** Words about the metrics, which take all tables to write and are the same however scores are dealt. */
let cards: ReportContext['cards'];

beforeAll(async () => {
  const exports = await demoExports();
  config = exports.config;
  demo = exports.assembled.dataset;
  cards = reportContext(demo, config).cards;
});

/** The demo with the scores of each response given to another one of its survey, all scores of a response together. */
function dealtAnew(random: Random): Dataset {
  const { responses } = demo;
  const survey = responses?.columns.survey;
  if (responses === null || survey === undefined) throw new Error('the demo has surveys');
  const answered = Array.from(responses.columns.submitted_at?.keys() ?? []).filter(
    (row) => responses.item[row] === 0 && !Number.isNaN(responses.columns.submitted_at?.[row]),
  );
  const source = Int32Array.from({ length: responses.rows }, (_, row) => row);
  for (const rows of Map.groupBy(answered, (row) => survey.codes[row]).values()) {
    const dealt = Float64Array.from(rows);
    shuffle(dealt, random);
    for (const [place, row] of rows.entries()) source[row] = dealt[place] as number;
  }
  const columns = { ...responses.columns };
  for (const score of SCORES) {
    const column = columns[score];
    if (column === undefined) continue;
    const values = column.values.map((_, row) => column.values[source[row] as number] as number);
    columns[score] = { ...column, values };
  }
  return { ...demo, responses: { ...responses, columns } };
}

/** Every page of tests on data. */
function pagesOn(dataset: Dataset): (readonly TestReport[])[] {
  const context: ReportContext = Object.create(reportContext(dataset, config), { cards: { value: cards } });
  const store = new EstimateStore(context);
  // Verdicts are asked for, not what may be published.
  store.keepBack({ merged: new Set(), hides: () => false });
  const basis = { context, store, panels: new Families(context, store, []), sources: [] };
  return TOPICS.map((topic) => topicReport(basis, topic).report.tests);
}

const isDifferent = ({ id, answer }: TestReport) => answer?.verdict === 'different' && !NOT_OF_SCORES.includes(id);

test('one page in twenty calls something different where scores were dealt out by chance, and no more', () => {
  expect(pagesOn(demo).filter((tests) => tests.some(isDifferent)).length).toBeGreaterThan(TOPICS.length / 2);
  const found = SEEDS.flatMap((seed) =>
    pagesOn(dealtAnew(seededRandom(seed))).filter((tests) => tests.some(isDifferent)),
  );
  expect(found.map((tests) => tests.filter(isDifferent).map(({ id }) => id)).length).toBeLessThanOrEqual(BY_CHANCE);
}, 120_000);
