import { expect, test } from 'vitest';
import { datasetOf, periodOf } from '../testing.ts';
import { baseContacts } from './base-contacts.ts';
import { windowOutcomes } from './fcr-window.ts';

const solved = (customer_id: string | undefined, day: string, rest = {}) => ({
  customer_id,
  created_at: `${day}T09:00Z`,
  resolved_at: `${day}T10:00Z`,
  ...rest,
});

test('the base rate is that of the customers whose tickets count, each once, over all covered days', () => {
  const dataset = datasetOf({
    tickets: [
      solved('ada', '2026-01-05'),
      solved('ada', '2026-01-06'),
      solved('ada', '2026-03-20'),
      solved('bo', '2026-01-05'),
      solved('bo', '2026-02-01', { proactive: true }),
      // Neither counts in January: one is a customer of February, the other is not known.
      solved('cyd', '2026-02-05'),
      solved(undefined, '2026-01-05'),
    ],
    coverage: ['2026-01-01', '2026-04-11'],
  });
  const { customers, perDay } = baseContacts(dataset, windowOutcomes(dataset, 7, 'any').sample, periodOf('2026-01'));
  expect(customers).toBe(2);
  expect(perDay).toBeCloseTo((3 + 1) / 2 / 100, 12);
});

test('without such customers there is none', () => {
  const dataset = datasetOf({ tickets: [solved(undefined, '2026-01-05')] });
  const { customers, perDay } = baseContacts(dataset, windowOutcomes(dataset, 7, 'any').sample, periodOf('2026-01'));
  expect(customers).toBe(0);
  expect(perDay).toBeNaN();
});
