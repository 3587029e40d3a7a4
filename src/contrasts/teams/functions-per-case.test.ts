import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { functionsPerCase } from './functions-per-case.ts';

const { analysis } = functionsPerCase;

/** So many tickets of a topic, a customer each; of ten so many were passed on once, and one more of them twice. */
type Topic = readonly [name: string, count: number, passedOn: number];

function passed(topics: readonly Topic[]): Tables {
  return {
    tickets: topics.flatMap(([category, count, passedOn]) =>
      Array.from(
        { length: count },
        (_, index): Row => ({
          ticket_id: `${category}-${index}`,
          customer_id: `${category}-${index}`,
          created_at: '2026-02-01',
          category,
          transfers: index % 10 < passedOn ? 1 : index % 10 === passedOn ? 2 : 0,
        }),
      ),
    ),
  };
}

describe('departments of a case', () => {
  test('are one more than its hand-offs', () => {
    const { source, all, topics } = foundIn(analysis, passed([['Visits', 100, 6]]));
    expect(source).toBe('transfers');
    expect([all.one, all.two, all.more]).toEqual([30, 60, 10]);
    expect(all.mean).toBeCloseTo((30 + 120 + 30) / 100, 10);
    expect(topics[0]?.severalFunctions.value).toBeCloseTo(0.7, 10);
  });

  test('are those that events name where tickets do not count hand-offs', () => {
    const tickets = Array.from({ length: 30 }, (_, index) => ({
      ticket_id: `t${index}`,
      customer_id: `c${index}`,
      created_at: '2026-02-01',
      category: 'Bills',
    }));
    const ticket_events = tickets.flatMap(({ ticket_id }, index): Row[] => [
      { ticket_id, at: '2026-02-01T09:00Z', type: 'assigned', to: 'Care' },
      // Back to where it was is no other department.
      { ticket_id, at: '2026-02-01T10:00Z', type: 'group_changed', from: 'Care', to: index < 10 ? 'Billing' : 'Care' },
      { ticket_id, at: '2026-02-01T11:00Z', type: 'status_changed', to: 'pending' },
    ]);
    const { source, all } = foundIn(analysis, { tickets, ticket_events });
    expect([source, all.one, all.two, all.more]).toEqual(['events', 20, 10, 0]);
  });
});

describe('what the page says', () => {
  test('names topics of which most cases surely need several', () => {
    const { answer } = testedOn(
      passed([
        ['Visits', 200, 6],
        ['Bills', 200, 0],
      ]),
      'c9a',
    );
    expect([answer?.reading, answer?.headline]).toEqual([
      'supports',
      'Visits: most cases need more than one department',
    ]);
  });

  test('is open near the half, and contradicts where no topic comes near', () => {
    expect(testedOn(passed([['Visits', 100, 4]]), 'c9a').answer?.reading).toBe('open');
    expect(testedOn(passed([['Visits', 100, 1]]), 'c9a').answer?.reading).toBe('contradicts');
  });

  test('never tells of a topic with fewer than ten customers', () => {
    const shown = publishedBy(
      testedOn(
        passed([
          ['Visits', 90, 6],
          ['Bills', 80, 1],
          ['Quiet', 9, 8],
        ]),
        'c9a',
      ),
    );
    expect(shown).toContain('Visits');
    expect(shown).not.toContain('Quiet');
  });
});

test('it names what it lacks', () => {
  const { tickets = [] } = passed([['Visits', 100, 6]]);
  expect(lackIn(analysis, { tickets: tickets.map(({ transfers: _, ...row }) => row) })).toContain('`transfers`');
  expect(lackIn(analysis, { tickets: tickets.map(({ category: _, ...row }) => row) })).toContain('`category`');
  expect(lackIn(analysis, passed([['Visits', 29, 6]]))).toMatch(/^it needs 30 tickets of one topic.* have 29$/);
});
