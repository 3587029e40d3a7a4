/**
 * The fields that tests say they need are those that they need: without one of them a test says so, and with nothing
 * else it answers all the same. So taking a column away turns exactly the tests that name it to "needs …".
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportConfig } from '../config/report.schema.ts';
import type { Dataset, Table } from '../dataset/dataset.ts';
import type { LinkedTable } from '../dataset/model.ts';
import { isLack, type Lack } from '../metrics/analysis.ts';
import { demoExports } from '../report/demo-exports.fixture.ts';
import { reportContext } from '../report/report-context.ts';
import { CONTRAST_TESTS } from './contrasts.ts';

let config: ReportConfig;
let demo: Dataset;

beforeAll(async () => {
  const exports = await demoExports();
  config = exports.config;
  demo = exports.assembled.dataset;
});

const TABLES = [
  'tickets',
  'responses',
  'customers',
  'comment_codes',
  'ticket_events',
  'touchpoints',
  'actions',
  'aspects',
] as const satisfies LinkedTable[];

/** A need is a field, or several of which any will do. */
const alternatives = (need: string) => need.split('|').map((field) => field.trim());

/** The demo with those of its fields that are kept. */
function keeping(isKept: (field: string) => boolean): Dataset {
  const tables = TABLES.map((name) => [name, tableKeeping(name, isKept)] as const);
  return { ...demo, ...Object.fromEntries(tables) };
}

function tableKeeping(name: (typeof TABLES)[number], isKept: (field: string) => boolean): Table<LinkedTable> | null {
  const table: Table<LinkedTable> | null = demo[name];
  if (table === null) return null;
  const columns = Object.entries(table.columns).filter(([column]) => isKept(`${name}.${column}`));
  const isLinked = isKept(`${name}.customer_id`) || name in FOLLOWED;
  // Without customers of its own, the list of customers tells nothing.
  if (name === 'customers' && !isLinked && columns.length === 0) return null;
  const customer = isLinked ? table.customer : new Int32Array(table.rows).fill(-1);
  return { ...table, columns: Object.fromEntries(columns), customer };
}

/** What is always kept: what every row has, or it is set aside, and whose row it is. */
const OF_EVERY_ROW = [
  ...TABLES.map((table) => `${table}.customer_id`),
  'tickets.created_at',
  'responses.submitted_at',
  'ticket_events.at',
  'touchpoints.at',
  'actions.action_at',
  'aspects.aspect',
  'comment_codes.coder',
];

/** Tables whose customer is that of another table's row. */
const FOLLOWED = { comment_codes: 'responses', ticket_events: 'tickets', actions: 'responses', aspects: 'responses' };

/** What makes more of the same customers fit for a test: without it the demo has too few of them. */
const SHARPENED_BY: Readonly<Record<string, string[]>> = { c11b: ['tickets.reopens'] };

function lackOf(id: string, dataset: Dataset): string {
  const found = CONTRAST_TESTS.find((each) => each.id === id);
  const result = reportContext(dataset, config).analyses.result(found?.analysis as never);
  return isLack(result) ? (result as Lack).lacks : '';
}

const NEEDS = CONTRAST_TESTS.flatMap(({ id, analysis }) => analysis.needs.map((need) => [id, need] as const));

describe('without a field that it needs', () => {
  test.each(NEEDS)('%s says that it needs %s', (id, need) => {
    const fields = alternatives(need);
    const lack = lackOf(
      id,
      keeping((field) => !fields.includes(field)),
    );
    for (const field of fields) expect(lack).toContain(`\`${field.split('.')[1]}\``);
    expect(lack).toMatch(/\bno .* has the field /);
  });
});

describe('with the fields that it needs and no others', () => {
  test.each(CONTRAST_TESTS.map(({ id, analysis }) => [id, analysis.needs] as const))('%s answers', (id, needs) => {
    const fields = [...OF_EVERY_ROW, ...(SHARPENED_BY[id] ?? []), ...needs.flatMap(alternatives)];
    const before = lackOf(id, demo);
    const lack = lackOf(
      id,
      keeping((field) => fields.includes(field)),
    );
    expect(lack).not.toMatch(/has the field/);
    if (before === '') expect(lack).toBe('');
  });
});
