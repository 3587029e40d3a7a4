/**
 * The smallest difference that matters is the configuration's, in what is judged as in what is printed.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { isLack } from '../../metrics/analysis.ts';
import { demoExports } from '../demo-exports.fixture.ts';
import { reportContext } from '../report-context.ts';
import { TEST_VIEWS } from './views.ts';

/** A margin that no analysis has by itself. */
const CONFIGURED = 0.1234;

const compared = TEST_VIEWS.filter(
  ({ test: { analysis }, weighed }) => weighed !== undefined && analysis.margin !== null,
);

let context: ReturnType<typeof reportContext>;

beforeAll(async () => {
  const { config, assembled } = await demoExports();
  const margins = Object.fromEntries(compared.map((view) => [view.test.analysis.id, CONFIGURED]));
  context = reportContext(assembled.dataset, { ...config, margins: { ...config.margins, ...margins } });
});

describe('the margin of a test', () => {
  test.each(compared.map((view) => [view.test.id, view] as const))('%s is the configured one', (_, view) => {
    const result = context.analyses.result(view.test.analysis);
    const weighed = isLack(result) ? {} : (view.weighed?.(result, context) ?? {});
    const margins = Object.values(weighed).map(({ margin }) => margin);
    if (margins.length > 0) expect(margins).toContain(CONFIGURED);
  });

  test('is looked at in most tests that compare', () => {
    expect(compared.length).toBeGreaterThan(20);
  });
});
