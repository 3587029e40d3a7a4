import { expect, test } from 'vitest';
import type { PageReport } from '../report/types/page.ts';
import { whereShown } from './where-shown.ts';

test('a metric is shown in its section, and a variant in the section of its metric', () => {
  const section = { metric: { id: 'csat' }, related: [{ metric: { id: 'csat_mean' } }] };
  const page = (id: string) => ({ id, sections: id === 'satisfaction' ? [section] : [] }) as unknown as PageReport;
  expect([...whereShown({ page })]).toEqual([
    ['csat', '/satisfaction/#csat'],
    ['csat_mean', '/satisfaction/#csat'],
  ]);
});
