import { describe, expect, test } from 'vitest';
import { cellOf, contextOf, datasetOf } from '../testing.ts';
import { responseRate } from './response-rate.ts';

const invited = (customer: string, submitted?: string) => ({
  customer_id: customer,
  invited_at: '2026-02-01T12:00Z',
  submitted_at: submitted,
});

describe('the response rate', () => {
  test('is answered invitations over invitations', () => {
    const dataset = datasetOf({
      responses: [invited('a', '2026-02-02T12:00Z'), invited('b'), invited('c'), invited('d', '2026-02-03T12:00Z')],
    });
    expect(cellOf(responseRate, dataset)).toMatchObject({ n: 4, value: 0.5 });
  });

  test('does not count answers that nobody was invited to, nor the items of an answer', () => {
    const dataset = datasetOf({
      responses: [
        invited('a', '2026-02-02T12:00Z'),
        { ...invited('a', '2026-02-02T12:00Z'), item: true, touchpoint: 'delivery' },
        invited('b'),
        { customer_id: 'c', submitted_at: '2026-02-02T12:00Z' },
      ],
    });
    expect(cellOf(responseRate, dataset)).toMatchObject({ n: 2, value: 0.5 });
  });

  test('is unknown when every invitation in the data was answered: the others were not exported', () => {
    const dataset = datasetOf({ responses: [invited('a', '2026-02-02T12:00Z')] });
    expect(responseRate.unavailable(contextOf(dataset))).toBe('the data hold no invitation that was not answered');
  });

  test('is unknown without invitation times', () => {
    const dataset = datasetOf({ responses: [{ customer_id: 'a', submitted_at: '2026-02-02T12:00Z' }] });
    expect(responseRate.unavailable(contextOf(dataset))).toBe('no survey export has the field `invited_at`');
  });
});
