import { describe, expect, test } from 'vitest';
import { cellOf, contextOf, datasetOf, type Row, sliceOf } from '../testing.ts';
import { firstResponseMedian, firstResponseMedianBusiness, firstResponseP90 } from './first-response.ts';

const HOUR = 3600;

/** A ticket of 1 March 2026, 09:00, answered after so many hours. */
const answered = (hours: number, rest: Row = {}): Row => ({
  created_at: '2026-03-01T09:00Z',
  first_response_at: new Date(Date.parse('2026-03-01T09:00Z') + hours * 3_600_000).toISOString(),
  ...rest,
});

describe('the time to the first answer', () => {
  test('is the median from creation to the first answer, in seconds', () => {
    const dataset = datasetOf({ tickets: [answered(1), answered(2), answered(6)] });
    expect(cellOf(firstResponseMedian, dataset)).toMatchObject({ n: 3, value: 2 * HOUR, method: 'order-statistic' });
  });

  test('counts an open ticket without an answer as waiting until the data end', () => {
    const open = { created_at: '2026-03-01T09:00Z', status: 'open' };
    const dataset = datasetOf({ tickets: [answered(1), answered(2), open, open, open] });
    const cell = cellOf(firstResponseMedian, dataset);
    expect(cell).toMatchObject({ n: 5, events: 2, method: 'kaplan-meier' });
    expect(cell.value).toBeUndefined();
  });

  test('counts a ticket solved without an answer as waiting until its solution', () => {
    const silent = { created_at: '2026-03-01T09:00Z', resolved_at: '2026-03-01T10:30Z' };
    const cell = cellOf(firstResponseMedian, datasetOf({ tickets: [answered(1), answered(2), answered(3), silent] }));
    // At 1 h three of four are waiting; the silent one leaves before 2 h, when one of the last two is answered.
    expect(cell).toMatchObject({ n: 4, events: 3, value: 2 * HOUR });
  });

  test('leaves out what is no wait for a person’s answer, and says how many', () => {
    const dataset = datasetOf({
      tickets: [
        answered(1),
        answered(1, { proactive: true }),
        answered(1, { automated: true }),
        answered(1, { automated: true }),
        { created_at: '2026-03-01T09:00Z', status: 'cancelled' },
        { created_at: '2026-03-01T09:00Z', status: 'solved' },
        answered(-1),
      ],
    });
    expect(cellOf(firstResponseMedian, dataset).n).toBe(1);
    expect(firstResponseMedian.notes?.(contextOf(dataset))).toEqual([
      '1 ticket that the company opened itself is not counted',
      '2 tickets that were answered automatically are not counted',
      '1 ticket that was cancelled before an answer is not counted',
      '1 solved ticket with neither an answer nor a solution time is not counted',
      '1 ticket that was answered before it was created is not counted',
    ]);
  });

  test('is taken from minutes only where no export gives moments', () => {
    const minutes = (count: number) => ({ created_at: '2026-03-01T09:00Z', first_response_minutes: count });
    expect(cellOf(firstResponseMedian, datasetOf({ tickets: [minutes(30), minutes(90)] })).value).toBe(HOUR);
    const mixed = datasetOf({ tickets: [answered(2), minutes(30)] });
    expect(cellOf(firstResponseMedian, mixed)).toMatchObject({ n: 1, value: 2 * HOUR });
    expect(firstResponseMedian.notes?.(contextOf(mixed))).toEqual([
      '1 ticket gives its wait in minutes while others give the moment of the answer, and is not counted',
    ]);
  });

  test('never takes minutes of the business clock for calendar time', () => {
    const dataset = datasetOf({
      tickets: [{ created_at: '2026-03-01T09:00Z', first_response_minutes: 30 }],
      clock: 'business',
    });
    expect(firstResponseMedian.unavailable(contextOf(dataset))).toBe(
      'the response minutes run on the business clock, and no ticket export has the field `first_response_at`',
    );
  });

  test('gives median and 90th percentile of the same tickets', () => {
    const dataset = datasetOf({ tickets: Array.from({ length: 11 }, (_, index) => answered(index)) });
    expect(cellOf(firstResponseMedian, dataset).value).toBe(5 * HOUR);
    expect(cellOf(firstResponseP90, dataset).value).toBe(9 * HOUR);
  });
});

describe('on the business clock', () => {
  const halfTime = (from: number, to: number) => (to - from) / 2;

  test('only opening hours count', () => {
    const dataset = datasetOf({ tickets: [answered(4)] });
    expect(cellOf(firstResponseMedianBusiness, dataset, halfTime).value).toBe(2 * HOUR);
    expect(cellOf(firstResponseMedian, dataset, halfTime).value).toBe(4 * HOUR);
  });

  test('each ticket is counted on the clock of its department', () => {
    const dataset = datasetOf({
      tickets: [
        { ...answered(4), department: 'Billing' },
        { ...answered(4), department: 'Sales' },
        { ...answered(4), department: undefined },
      ],
    });
    const tenth = (from: number, to: number) => (to - from) / 10;
    const clocks = { usual: halfTime, ofDepartment: new Map([['Billing', tenth]]), words: 'the hours of each' };
    const slice = sliceOf({ dimension: 'department' });
    const { values, cells } = firstResponseMedianBusiness.estimate(contextOf(dataset, clocks), slice);
    expect(values.map((name, index) => [name, cells[index]?.value])).toEqual([
      ['Billing', 0.4 * HOUR],
      ['Sales', 2 * HOUR],
    ]);
    expect(cellOf(firstResponseMedianBusiness, dataset, clocks)).toMatchObject({ n: 3, value: 2 * HOUR });
  });

  test('the basis says whose hours count', () => {
    const basis = (tables: Parameters<typeof datasetOf>[0]) =>
      firstResponseMedianBusiness.basis?.(contextOf(datasetOf(tables), halfTime), 'overall');
    expect(basis({ tickets: [answered(4)] })).toEqual(['clock runs in business hours']);
    expect(basis({ tickets: [{ created_at: '2026-03-01T09:00Z', first_response_minutes: 30 }] })).toEqual([
      'minutes of business hours as the tool counted them; for waits that have not ended the clock runs in business hours',
    ]);
  });

  test('minutes of that clock are taken as they are', () => {
    const dataset = datasetOf({
      tickets: [{ created_at: '2026-03-01T09:00Z', first_response_minutes: 30 }],
      clock: 'business',
    });
    expect(cellOf(firstResponseMedianBusiness, dataset, halfTime).value).toBe(1800);
  });

  test('there is no figure without opening hours, and the reason says where to set them', () => {
    const dataset = datasetOf({ tickets: [answered(4)] });
    expect(firstResponseMedianBusiness.unavailable(contextOf(dataset))).toBe(
      'no opening hours are configured: set `business_hours` in `content/report.yaml`',
    );
    expect(firstResponseMedianBusiness.unavailable(contextOf(dataset, halfTime))).toBeNull();
  });
});
