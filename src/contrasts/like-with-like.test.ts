import { describe, expect, test } from 'vitest';
import { datasetOf } from '../metrics/testing.ts';
import { type Cases, likeWithLike, noCases, topicsOfTickets } from './like-with-like.ts';

/** `good` of `n` cases of a group in a stratum. */
function add(cases: Cases, stratum: number, group: 0 | 1, n: number, good: number): Cases {
  for (let case_ = 0; case_ < n; case_++) {
    cases.customer.push(cases.customer.length);
    cases.stratum.push(stratum);
    cases.group.push(group);
    cases.value.push(case_ < good ? 1 : 0);
  }
  return cases;
}

describe('like with like', () => {
  test('compares within strata: a mix that differs is no difference', () => {
    const cases = noCases();
    add(cases, 0, 0, 80, 64);
    add(cases, 0, 1, 20, 16);
    add(cases, 1, 0, 20, 6);
    add(cases, 1, 1, 80, 24);
    const found = likeWithLike(['easy', 'hard'], cases);
    expect(found?.difference.difference).toBeCloseTo(0, 12);
    expect(found?.first).toEqual({ n: 100, sum: 70 });
    expect(found?.second).toEqual({ n: 100, sum: 40 });
  });

  test('leaves out strata with too few cases of a group, and counts them', () => {
    const cases = noCases();
    add(cases, 0, 0, 30, 15);
    add(cases, 0, 1, 30, 24);
    add(cases, 1, 0, 30, 0);
    add(cases, 1, 1, 9, 9);
    add(cases, -1, 1, 40, 0);
    const found = likeWithLike(['kept', 'thin', 'empty'], cases);
    expect(found?.strata.map(({ label }) => label)).toEqual(['kept']);
    expect(found?.leftOut).toEqual({ strata: 1, cases: 39 });
    expect(found?.difference.difference).toBeCloseTo(0.3, 12);
  });

  test('has nothing to say without a common stratum', () => {
    expect(likeWithLike(['a', 'b'], add(add(noCases(), 0, 0, 40, 20), 1, 1, 40, 20))).toBeNull();
  });
});

describe('topics of tickets', () => {
  const tickets = (rows: readonly Record<string, string>[]) =>
    datasetOf({ tickets: rows.map((row) => ({ created_at: '2026-01-05', ...row })) });

  test('are split by priority where it is known', () => {
    const { labels, ofTicket } = topicsOfTickets(
      tickets([
        { ticket_id: 'T1', category: 'bill', priority: 'high' },
        { ticket_id: 'T2', category: 'line', priority: 'low' },
      ]),
    );
    expect([...ofTicket].map((code) => labels[code])).toEqual(['bill, high', 'line, low']);
  });

  test('stand alone where it is not, and a ticket without a topic has none', () => {
    const { labels, ofTicket } = topicsOfTickets(tickets([{ ticket_id: 'T1', category: 'bill' }, { ticket_id: 'T2' }]));
    expect([...ofTicket].map((code) => labels[code])).toEqual(['bill', undefined]);
  });
});
