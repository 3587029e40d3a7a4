import { describe, expect, test } from 'vitest';
import { cellOf, contextOf, datasetOf, type Row, sliceOf } from '../testing.ts';
import { emotion } from './emotion.ts';
import { nps } from './nps.ts';
import { npsDetractors, npsPassives, npsPromoters } from './nps-shares.ts';
import { retention } from './retention.ts';

const at = '2026-03-01T12:00Z';
const answers = (field: 'nps' | 'emotion', ...values: readonly Row['nps'][]) =>
  datasetOf({
    responses: values.map((value, index) => ({ customer_id: `c${index}`, submitted_at: at, [field]: value })),
  });

describe('the Net Promoter Score', () => {
  test('takes 9 and 10 for promoters, 7 and 8 for passives, the rest for detractors', () => {
    const dataset = answers('nps', 10, 9, 8, 7, 6, 0, undefined, 9);
    expect(cellOf(nps, dataset)).toMatchObject({ n: 7, value: expect.closeTo(100 / 7, 10) });
    expect(cellOf(npsPromoters, dataset).value).toBeCloseTo(3 / 7, 12);
    expect(cellOf(npsPassives, dataset).value).toBeCloseTo(2 / 7, 12);
    expect(cellOf(npsDetractors, dataset).value).toBeCloseTo(2 / 7, 12);
  });

  test('leaves out answers on a scale that does not end at 10, and counts them', () => {
    const five = { value: 5, min: 1, max: 5, positiveFrom: 4 };
    const dataset = answers('nps', 10, five);
    expect(cellOf(nps, dataset)).toMatchObject({ n: 1, value: 100 });
    expect(nps.notes?.(contextOf(dataset))).toEqual(['1 answer on a scale that does not end at 10 is not counted']);
    expect(nps.unavailable(contextOf(answers('nps', five)))).toBe(
      'no answer in `nps` stands on a scale that ends at 10',
    );
  });
});

describe('net emotion', () => {
  test('is good minus bad feelings; how strong they are does not change it', () => {
    expect(cellOf(emotion, answers('emotion', 2, 1, 0, -1, 1)).value).toBeCloseTo(40, 10);
    expect(cellOf(emotion, answers('emotion', 1, 1, 0, -2, 2)).value).toBeCloseTo(40, 10);
  });

  test('on another scale the middle divides good from bad', () => {
    const five = (value: number) => ({ value, min: 1, max: 5, positiveFrom: 4 });
    expect(cellOf(emotion, answers('emotion', five(5), five(3), five(2), five(4))).value).toBeCloseTo(25, 10);
  });
});

describe('retention', () => {
  const customers = [
    { customer_id: 'stayed', joined_at: '2025-01-01' },
    { customer_id: 'left', joined_at: '2025-01-01', churned_at: '2026-02-10' },
    { customer_id: 'left later', joined_at: '2025-01-01', churned_at: '2026-05-10' },
    { customer_id: 'gone before', joined_at: '2024-01-01', churned_at: '2025-06-01' },
    { customer_id: 'joined within', joined_at: '2026-01-15', churned_at: '2026-03-01' },
  ];
  const of = (period: string, rows: readonly Row[] = customers) =>
    retention.estimate(contextOf(datasetOf({ customers: rows })), sliceOf({ periods: [period] })).cells[0];

  test('follows those who were customers when the period began', () => {
    expect(of('2026-Q1')).toMatchObject({ n: 3, customers: 3, value: 2 / 3 });
    expect(of('2026-Q2')).toMatchObject({ n: 2, value: 1 / 2 });
  });

  test('counts only the part of a period that the data cover', () => {
    expect(of('2026')).toMatchObject({ n: 3, value: 1 / 3 });
    expect(of('2027-01')).toMatchObject({ n: 0 });
  });

  test('leaves out customers whose joining is not known', () => {
    expect(of('2026-Q1', [...customers, { customer_id: 'who' }])).toMatchObject({ n: 3 });
  });
});
