import { expect, test } from 'vitest';
import { queryOf } from './writer-props.ts';

test('values of dimensions are gathered apart from metric, period and comparison', () => {
  expect(queryOf({ metric: 'nps', period: '2026-Q2', segment: 'business', channel: 'email' })).toEqual({
    metric: 'nps',
    period: '2026-Q2',
    where: { segment: 'business', channel: 'email' },
  });
  expect(queryOf({ metric: 'csat', against: 'year-earlier' })).toEqual({ metric: 'csat', against: 'year-earlier' });
});
