/**
 * One test of a page, put to data that a test writes down.
 */
import { reportSchema } from '../../config/report.schema.ts';
import { TOPICS } from '../../contrasts/contrasts.ts';
import { datasetOf, type Tables } from '../../metrics/testing.ts';
import { EstimateStore } from '../estimates.ts';
import { Families } from '../families.ts';
import { reportContext } from '../report-context.ts';
import type { TestReport } from '../types/contrast.ts';
import { topicReport } from './topic-report.ts';

/** What the page says to the test, with the settings of `report.yaml` that are given. */
export function testedOn(tables: Tables, id: string, settings: object = {}): TestReport {
  const topic = TOPICS.find(({ tests }) => tests.some((test) => test.id === id));
  if (topic === undefined) throw new Error(`no page has the test ${id}`);
  const context = reportContext(datasetOf(tables), reportSchema.parse(settings));
  const store = new EstimateStore(context);
  // The audit is of metrics and not of what tests find.
  store.keepBack({ merged: new Set(), hides: () => false });
  const { report } = topicReport({ context, store, panels: new Families(context, store, []), sources: [] }, topic);
  return report.tests.find((test) => test.id === id) as TestReport;
}

/** Everything that a test publishes, as one text. */
export function publishedBy({ answer }: TestReport): string {
  return JSON.stringify(answer);
}
