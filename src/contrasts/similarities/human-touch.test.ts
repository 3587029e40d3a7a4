import { describe, expect, test } from 'vitest';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { ticketsOf } from '../tickets.fixture.ts';
import { humanTouch } from './human-touch.ts';

const { analysis } = humanTouch;

/** Equally many tickets of bots and of people, with their shares satisfied and promoting. */
function sides(n: number, bot: readonly [number, number], human: readonly [number, number]) {
  return ticketsOf(
    { n, automated: true, satisfied: bot[0] * n, promoters: bot[1] * n },
    { n, automated: false, satisfied: human[0] * n, promoters: human[1] * n },
  );
}

describe('a person’s answer', () => {
  test('goes with better scores in both views where both are shown', () => {
    const { answer } = testedOn(sides(200, [0.5, 0.3], [0.75, 0.55]), 's2');
    expect(answer).toMatchObject({ reading: 'supports', verdict: 'different' });
    expect(answer?.headline).toBe('A person’s answer goes with better scores in both views');
  });

  test('does not where one of the differences is shown to be small', () => {
    const { answer } = testedOn(sides(620, [0.5, 0.4], [0.75, 0.4]), 's2');
    expect(answer).toMatchObject({ reading: 'contradicts', verdict: 'equivalent' });
  });

  test('goes with lower scores where one is shown', () => {
    expect(testedOn(sides(200, [0.8, 0.5], [0.5, 0.5]), 's2').answer?.reading).toBe('contradicts');
  });

  test('is open where nothing is shown', () => {
    const { answer } = testedOn(sides(60, [0.5, 0.5], [0.5, 0.5]), 's2');
    expect(answer?.reading).toBe('open');
    expect(answer?.statement).toContain('these data cannot tell');
  });

  test('is compared within topics: easy topics for bots are no merit of theirs', () => {
    const found = foundIn(
      analysis,
      ticketsOf(
        { n: 90, automated: true, satisfied: 81, promoters: 45, category: 'easy' },
        { n: 30, automated: false, satisfied: 27, promoters: 15, category: 'easy' },
        { n: 30, automated: true, satisfied: 9, promoters: 6, category: 'hard' },
        { n: 90, automated: false, satisfied: 27, promoters: 18, category: 'hard' },
      ),
    );
    expect(found.satisfied.difference.difference).toBeCloseTo(0, 12);
    expect(found.promoters.difference.difference).toBeCloseTo(0, 12);
    expect(found.gap.difference).toBeCloseTo(0, 12);
    expect(found.answered.share).toBeCloseTo(0.5, 12);
  });

  test('weighs the gap between the two views by customers', () => {
    const { gap, satisfied, promoters } = foundIn(analysis, sides(200, [0.5, 0.3], [0.7, 0.35]));
    expect(gap.difference).toBeCloseTo(promoters.difference.difference - satisfied.difference.difference, 12);
    expect(gap.difference).toBeCloseTo(-0.15, 12);
    expect(gap.low).toBeLessThan(-0.2);
    expect(gap.high).toBeLessThan(0);
  });

  test('has tickets of both as a group of its own, in no difference', () => {
    const tables = sides(40, [0.5, 0.5], [0.5, 0.5]);
    const events = (tables.tickets ?? [])
      .filter(({ automated }) => automated)
      .slice(0, 8)
      .map(({ ticket_id }) => ({ ticket_id, at: '2026-02-02T10:00Z', type: 'agent_message' }));
    const { satisfied } = foundIn(analysis, { ...tables, ticket_events: events });
    expect(satisfied.mixed.n).toBe(8);
    expect(satisfied.first.n).toBe(32);
  });
});

describe('what it lacks', () => {
  const tables = sides(40, [0.5, 0.5], [0.5, 0.5]);

  test('is named: who dealt with tickets, topics, scores', () => {
    const without = (field: string) => ({
      ...tables,
      tickets: tables.tickets?.map(({ [field]: _, ...row }) => row) ?? [],
    });
    expect(lackIn(analysis, without('automated'))).toContain('`automated`');
    expect(lackIn(analysis, without('category'))).toContain('`category`');
    expect(
      lackIn(analysis, { ...tables, responses: tables.responses?.map(({ nps: _, ...row }) => row) ?? [] }),
    ).toContain('`nps`');
  });

  test('is counted: customers of each side', () => {
    expect(lackIn(analysis, sides(29, [0.5, 0.5], [0.5, 0.5]))).toMatch(/30 customers who rated a ticket.*29/);
  });

  test('kinds of tickets with fewer than ten customers of a side are not named', () => {
    const small = ticketsOf({ n: 9, automated: true, satisfied: 5, promoters: 3, category: 'rarely met' });
    const both = {
      ...tables,
      tickets: [
        ...(tables.tickets ?? []),
        ...(small.tickets ?? []).map((row) => ({
          ...row,
          customer_id: `x${row.customer_id}`,
          ticket_id: `x${row.ticket_id}`,
        })),
      ],
      responses: [
        ...(tables.responses ?? []),
        ...(small.responses ?? []).map((row) => ({
          ...row,
          customer_id: `x${row.customer_id}`,
          ...(row.ticket_id === undefined
            ? {}
            : { ticket_id: `x${row.ticket_id}`, response_id: `x${row.response_id}` }),
        })),
      ],
    };
    expect(publishedBy(testedOn(both, 's2'))).not.toContain('rarely met');
    expect(publishedBy(testedOn(both, 's2'))).toContain('bill');
  });
});
