import { describe, expect, test } from 'vitest';
import { cellOf, cellsByValue, contextOf, datasetOf, type Row, sliceOf } from '../testing.ts';
import { csat } from './csat.ts';
import { csatMean } from './csat-mean.ts';

const at = '2026-03-01T12:00Z';
const answer = (customer: string, value: Row['csat'], rest: Row = {}): Row => ({
  customer_id: customer,
  submitted_at: at,
  csat: value,
  ...rest,
});

describe('customer satisfaction', () => {
  test('is the share of answers of 4 and 5; a 3 is not satisfied and a blank does not count', () => {
    const dataset = datasetOf({
      responses: [answer('a', 5), answer('b', 4), answer('c', 3), answer('d', 1), answer('e', undefined)],
    });
    expect(cellOf(csat, dataset)).toMatchObject({ n: 4, customers: 4, value: 0.5 });
  });

  test('takes the lowest satisfied answer from the scale of each answer', () => {
    const ten = (value: number) => ({ value, min: 1, max: 10, positiveFrom: 9 });
    const dataset = datasetOf({ responses: [answer('a', ten(9)), answer('b', ten(8)), answer('c', 4)] });
    expect(cellOf(csat, dataset)).toMatchObject({ n: 3, value: 2 / 3 });
  });

  test('belongs to the period of the answer, not of the invitation', () => {
    const dataset = datasetOf({
      responses: [answer('a', 5, { invited_at: '2025-12-30T12:00Z', submitted_at: '2026-01-02T12:00Z' })],
    });
    const { cells } = csat.estimate(contextOf(dataset), sliceOf({ periods: ['2025', '2026'] }));
    expect(cells.map(({ n }) => n)).toEqual([0, 1]);
  });

  test('counts customers, not answers, as the unit: fewer customers, wider interval', () => {
    const many = Array.from({ length: 40 }, (_, index) => answer(`c${index}`, index % 2 === 0 ? 5 : 1));
    const few = many.map((row, index) => ({ ...row, customer_id: `c${index % 4}` }));
    const width = (rows: readonly Row[]) => {
      const { low, high } = cellOf(csat, datasetOf({ responses: rows }));
      return (high as number) - (low as number);
    };
    expect(width(few)).toBeGreaterThan(width(many));
  });

  test('can be asked for by what the answer takes from its ticket', () => {
    const dataset = datasetOf({
      tickets: [
        { ticket_id: 't1', customer_id: 'a', created_at: at, channel: 'email' },
        { ticket_id: 't2', customer_id: 'b', created_at: at, channel: 'phone' },
      ],
      responses: [answer('a', 5, { ticket_id: 't1' }), answer('b', 2, { ticket_id: 't2' }), answer('c', 2)],
    });
    const cells = cellsByValue(csat, dataset, sliceOf({ dimension: 'channel' }));
    expect([cells.email?.value, cells.phone?.value]).toEqual([1, 0]);
  });

  test('is not available without a satisfaction score, and says which field is missing', () => {
    const dataset = datasetOf({ responses: [{ customer_id: 'a', submitted_at: at, nps: 9 }] });
    expect(csat.unavailable(contextOf(dataset))).toBe('no survey export and no ticket export has the field `csat`');
  });
});

describe('mean satisfaction', () => {
  test('is the mean on the scale of the answers', () => {
    const dataset = datasetOf({ responses: [answer('a', 5), answer('b', 2), answer('c', undefined)] });
    expect(cellOf(csatMean, dataset)).toMatchObject({ n: 2, value: 3.5 });
  });

  test('is not available when answers stand on different scales, and names them', () => {
    const dataset = datasetOf({
      responses: [answer('a', 5), answer('b', { value: 9, min: 1, max: 10, positiveFrom: 9 })],
    });
    expect(csatMean.unavailable(contextOf(dataset))).toBe(
      'the answers stand on different scales (1 to 5 and 1 to 10), which have no common mean',
    );
    expect(csat.unavailable(contextOf(dataset))).toBeNull();
  });

  test('does not mind a scale that nobody’s answer stands on, nor another lowest positive answer', () => {
    const dataset = datasetOf({
      responses: [
        answer('a', 5),
        answer('b', { value: 3, min: 1, max: 5, positiveFrom: 3 }),
        answer('c', { value: Number.NaN, min: 1, max: 10, positiveFrom: 9 }),
      ],
    });
    expect(csatMean.unavailable(contextOf(dataset))).toBeNull();
    expect(cellOf(csatMean, dataset).value).toBe(4);
  });

  test('leaves out answers to items on another scale, and counts them', () => {
    const item = { item: true, touchpoint: 'delivery' };
    const dataset = datasetOf({
      responses: [
        answer('a', 4),
        answer('a', 2, item),
        answer('b', { value: 7, min: 1, max: 7, positiveFrom: 5 }, item),
      ],
    });
    const byTouchpoint = cellsByValue(csatMean, dataset, sliceOf({ dimension: 'touchpoint' }));
    expect(byTouchpoint.delivery).toMatchObject({ n: 1, value: 2 });
    expect(csatMean.notes?.(contextOf(dataset))).toEqual(['1 answer to an item on another scale is not counted']);
  });
});
