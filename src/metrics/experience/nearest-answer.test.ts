import { describe, expect, test } from 'vitest';
import { datasetOf } from '../testing.ts';
import { nearestAnswers } from './nearest-answer.ts';

const dataset = datasetOf({
  responses: [
    { customer_id: 'ada', submitted_at: '2026-01-01', nps: 9 },
    { customer_id: 'ada', submitted_at: '2026-01-06', csat: 4 },
    { customer_id: 'ada', submitted_at: '2026-01-11', nps: 2 },
    { customer_id: 'ada', submitted_at: '2026-01-12', csat: 3 },
    { customer_id: 'bob', submitted_at: '2026-01-12', csat: 5 },
    { submitted_at: '2026-01-12', csat: 5, nps: 7 },
    { submitted_at: '2026-01-12', csat: 5 },
  ],
});
const hasNps = (row: number) => !Number.isNaN(dataset.responses?.columns.nps?.values[row]);
const found = (days: number) => [...nearestAnswers(dataset, hasNps, days)];

describe('the nearest answer', () => {
  test('is the row itself, else the nearest of the same customer, of two equally near ones the earlier', () => {
    expect(found(30)).toEqual([0, 0, 2, 2, -1, 5, -1]);
  });

  test('lies within the days', () => {
    expect(found(4)).toEqual([0, -1, 2, 2, -1, 5, -1]);
  });
});
