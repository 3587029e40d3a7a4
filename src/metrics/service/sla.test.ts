import { describe, expect, test } from 'vitest';
import { cellOf, contextOf, datasetOf } from '../testing.ts';
import { sla } from './sla.ts';
import { transfers } from './transfers.ts';

const created_at = '2026-03-01T09:00Z';

describe('promises kept', () => {
  test('are those met on time; open and overdue is missed, open and not yet due does not count', () => {
    const dataset = datasetOf({
      tickets: [
        { created_at, due_at: '2026-03-02T09:00Z', resolved_at: '2026-03-02T09:00Z', status: 'solved' },
        { created_at, due_at: '2026-03-02T09:00Z', resolved_at: '2026-03-02T09:01Z', status: 'solved' },
        { created_at, due_at: '2026-03-02T09:00Z', status: 'open' },
        { created_at, due_at: '2026-08-02T09:00Z', status: 'open' },
        { created_at, status: 'open' },
      ],
    });
    expect(cellOf(sla, dataset)).toMatchObject({ n: 3, value: 1 / 3 });
    expect(sla.notes?.(contextOf(dataset))).toEqual([
      '1 open ticket that is not yet due is not counted',
      '1 ticket without a promise that could be checked is not counted',
    ]);
  });

  test('are not counted as kept for a reply in time while the solution is not yet due', () => {
    const replied = { created_at, reply_due_at: '2026-03-01T10:00Z', first_response_at: '2026-03-01T09:30Z' };
    const dataset = datasetOf({
      tickets: [
        { ...replied, due_at: '2026-03-02T09:00Z', resolved_at: '2026-03-01T11:00Z', status: 'solved' },
        { ...replied, due_at: '2026-08-02T09:00Z', status: 'open' },
        { ...replied, due_at: '2026-08-02T09:00Z', status: 'open', first_response_at: '2026-03-01T10:30Z' },
        { ...replied, status: 'open' },
      ],
    });
    expect(cellOf(sla, dataset)).toMatchObject({ n: 3, value: 2 / 3 });
    expect(sla.notes?.(contextOf(dataset))).toContain('1 open ticket that is not yet due is not counted');
  });

  test('follow the export where it states the outcome', () => {
    const dataset = datasetOf({
      tickets: [
        { created_at, sla_met: true },
        { created_at, sla_met: false },
        { created_at, sla_met: true },
      ],
    });
    expect(cellOf(sla, dataset)).toMatchObject({ n: 3, value: 2 / 3 });
  });

  test('are not counted as kept while the ticket is open', () => {
    const dataset = datasetOf({
      tickets: [
        { created_at, sla_met: true, status: 'solved' },
        { created_at, sla_met: true, status: 'open' },
        { created_at, sla_met: false, status: 'open' },
      ],
    });
    expect(cellOf(sla, dataset)).toMatchObject({ n: 2, value: 1 / 2 });
  });

  test('are not broken down by promise: that would be a circle', () => {
    expect(sla.dimensions).not.toContain('promise');
  });
});

describe('transferred tickets', () => {
  test('are those with at least one transfer among those whose count is known', () => {
    const dataset = datasetOf({
      tickets: [
        { created_at, transfers: 0 },
        { created_at, transfers: 1 },
        { created_at, transfers: 3 },
        { created_at },
      ],
    });
    expect(cellOf(transfers, dataset)).toMatchObject({ n: 3, value: 2 / 3 });
    expect(transfers.notes?.(contextOf(dataset))).toEqual([
      '1 ticket whose count of transfers is blank is not counted',
    ]);
  });
});
