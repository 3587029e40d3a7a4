import { describe, expect, test } from 'vitest';
import { cellOf, contextOf, datasetOf, type Row } from '../testing.ts';
import { resolutionMedian } from './resolution.ts';

const DAY = 86_400;

const created = '2026-03-01T09:00Z';
const solved = (day: number, rest: Row = {}): Row => ({
  created_at: created,
  resolved_at: new Date(Date.parse(created) + day * DAY * 1000).toISOString(),
  ...rest,
});

describe('the time to the solution', () => {
  test('is a Kaplan–Meier median; open tickets count for as long as they have been open', () => {
    const open = { created_at: created };
    const dataset = datasetOf({ tickets: [solved(1), solved(2), solved(3), open, open] });
    const cell = cellOf(resolutionMedian, dataset);
    expect(cell).toMatchObject({ n: 5, events: 3, method: 'kaplan-meier', value: 3 * DAY });
  });

  test('of tickets that are mostly open is not known yet, however fast the others were', () => {
    const open = { created_at: created };
    const cell = cellOf(resolutionMedian, datasetOf({ tickets: [solved(1), open, open] }));
    expect(cell.n).toBe(3);
    expect(cell.value).toBeUndefined();
  });

  test('takes the state before the times: a ticket that was solved and is open again is open', () => {
    const dataset = datasetOf({ tickets: [solved(1, { status: 'open' }), solved(2, { status: 'solved' })] });
    expect(cellOf(resolutionMedian, dataset)).toMatchObject({ n: 2, events: 1 });
  });

  test('leaves out cancelled tickets and solved ones without a time, and counts them', () => {
    const dataset = datasetOf({
      tickets: [
        solved(1, { status: 'closed' }),
        solved(2, { status: 'cancelled' }),
        { created_at: created, status: 'solved' },
      ],
    });
    expect(cellOf(resolutionMedian, dataset)).toMatchObject({ n: 1, events: 1 });
    expect(resolutionMedian.notes?.(contextOf(dataset))).toEqual([
      '1 cancelled ticket is not counted',
      '1 solved ticket without a solution time is not counted',
    ]);
  });

  test('is taken from minutes where no export gives moments', () => {
    const dataset = datasetOf({
      tickets: [
        { created_at: created, status: 'solved', resolution_minutes: 60 },
        { created_at: created, status: 'solved', resolution_minutes: 120 },
        { created_at: created, status: 'solved', resolution_minutes: 180 },
      ],
    });
    expect(cellOf(resolutionMedian, dataset).value).toBe(7200);
  });
});
