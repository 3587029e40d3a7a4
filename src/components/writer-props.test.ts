import { expect, test } from 'vitest';
import { inPeriod, queryOf } from './writer-props.ts';

test('values of dimensions are gathered apart from metric, period and comparison', () => {
  expect(queryOf({ metric: 'nps', period: '2026-Q2', segment: 'business', channel: 'email' })).toEqual({
    metric: 'nps',
    period: '2026-Q2',
    where: { segment: 'business', channel: 'email' },
  });
  expect(queryOf({ metric: 'csat', against: 'year-earlier' })).toEqual({ metric: 'csat', against: 'year-earlier' });
});

test('what names no period is about the period of its text', () => {
  expect(inPeriod({ metric: 'nps' }, '2026 Q1')).toEqual({ metric: 'nps', period: '2026 Q1' });
  expect(inPeriod({ metric: 'nps', period: '2025 Q4' }, '2026 Q1')).toEqual({ metric: 'nps', period: '2025 Q4' });
  expect(inPeriod({ metric: 'nps' }, undefined)).toEqual({ metric: 'nps' });
});
