import { expect, test } from 'vitest';
import type { PageReport } from '../report/types/page.ts';
import type { Report } from '../report/types/report.ts';
import { whereShown } from './where-shown.ts';

test('a metric is shown in its section, a variant in the section of its metric, an analysis in its own', () => {
  const section = { metric: { id: 'csat' }, related: [{ metric: { id: 'csat_mean' } }] };
  const page = (id: string) =>
    ({
      id,
      sections: id === 'satisfaction' ? [section] : [],
      analyses: id === 'service' ? [{ metric: { id: 'fcr_mix' } }] : [],
    }) as unknown as PageReport;
  const analyses = (page: string) =>
    page === 'voice' ? [] : ([{ metric: { id: 'hand_offs' } }] as unknown as ReturnType<Report['analyses']>);
  expect([...whereShown({ page, analyses })]).toEqual([
    ['hand_offs', '/journey/#hand_offs'],
    ['csat', '/satisfaction/#csat'],
    ['csat_mean', '/satisfaction/#csat'],
    ['fcr_mix', '/service/#fcr_mix'],
  ]);
});
