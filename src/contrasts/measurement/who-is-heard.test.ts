import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { whoIsHeard } from './who-is-heard.ts';

const { analysis } = whoIsHeard;
const DAY = '2026-03-01';

interface Crowd {
  readonly count: number;
  readonly score?: boolean;
  readonly comment?: boolean;
  readonly ticket?: boolean;
  readonly customer?: Row;
  readonly day?: string;
}

function people(...crowds: readonly Crowd[]): Tables {
  const all = crowds.flatMap((crowd, place) =>
    Array.from({ length: crowd.count }, (_, index) => ({ ...crowd, customer_id: `c${place}-${index}` })),
  );
  const answers = all.filter(({ score, comment }) => score || comment);
  return {
    customers: all.map(({ customer_id, customer }): Row => ({ customer_id, joined_at: '2025-01-01', ...customer })),
    responses: answers.map(
      ({ customer_id, score, comment, day = DAY }): Row => ({
        customer_id,
        submitted_at: day,
        csat: score ? 4 : undefined,
        comment: comment ? 'all is well' : undefined,
      }),
    ),
    tickets: all
      .filter(({ ticket }) => ticket)
      .map(({ customer_id, day = DAY }): Row => ({ customer_id, created_at: day, proactive: false })),
  };
}

const crowds: Crowd[] = [
  { count: 40 },
  { count: 60, score: true },
  { count: 30, score: true, comment: true },
  { count: 50, ticket: true },
  { count: 20, score: true, ticket: true },
];

describe('active customers', () => {
  test('are counted in the combination in which they were heard', () => {
    const { active, combinations } = foundIn(analysis, people(...crowds));
    expect(active).toBe(200);
    expect(combinations).toEqual([
      { heardBy: ['score'], customers: 60 },
      { heardBy: ['ticket'], customers: 50 },
      { heardBy: [], customers: 40 },
      { heardBy: ['score', 'comment'], customers: 30 },
      { heardBy: ['score', 'ticket'], customers: 20 },
    ]);
  });

  test('were customers at some time in the days that are looked at', () => {
    const left = { count: 30, customer: { churned_at: '2026-02-01' } };
    const leftBefore = { count: 30, customer: { churned_at: '2025-06-01' } };
    const joinedLater = { count: 30, customer: { joined_at: '2026-08-01' } };
    const unknown = { count: 30, customer: { joined_at: undefined } };
    const found = foundIn(analysis, people(...crowds, left, leftBefore, joinedLater, unknown));
    expect(found.active).toBe(200 + 30 + 30);
  });

  test('are heard in those days only, and not by what the company opened', () => {
    const { customers = [], responses = [], tickets = [] } = people(...crowds);
    const tables = {
      customers,
      responses: responses.map((row) => ({ ...row, submitted_at: '2025-12-31' })),
      tickets: tickets.map((row) => ({ ...row, proactive: true })),
    };
    expect(foundIn(analysis, tables).combinations).toEqual([{ heardBy: [], customers: 200 }]);
  });

  test('are those of the days that the configuration sets', () => {
    const early = [...crowds, { count: 100, score: true, day: '2026-01-05' }];
    const share = (days: number) => testedOn(people(...early), 'c5a', { active_days: days }).answer?.headline;
    expect(share(365)).toBe('13% of active customers are represented by no instrument');
    expect(share(150)).toBe('47% of active customers are represented by no instrument');
  });
});

describe('the page', () => {
  test('says how many are represented by nothing, and claims no more', () => {
    const { answer } = testedOn(people(...crowds), 'c5a');
    expect(answer).toMatchObject({
      reading: 'describes',
      headline: '20% of active customers are represented by no instrument',
    });
    expect(answer?.sentences.join(' ')).toContain('55% by a score, 15% by a comment and 35% by a ticket');
    expect(answer?.figures[0]).toMatchObject({ kind: 'upset', sets: ['Score', 'Comment', 'Ticket'] });
  });

  test('says so where everybody is heard', () => {
    const { answer } = testedOn(people(...crowds.slice(1)), 'c5a');
    expect(answer?.headline).toBe('Every active customer is represented by some instrument');
  });

  test('hides a small combination and the next smallest, and no total tells them', () => {
    const { answer } = testedOn(people(...crowds, { count: 4, score: true, comment: true, ticket: true }), 'c5a');
    const [figure] = answer?.figures ?? [];
    const hidden =
      figure?.kind === 'upset' ? figure.combinations.filter(({ share }) => share.status === 'suppressed') : [];
    expect(hidden).toHaveLength(2);
    expect(answer?.sentences.join(' ')).not.toContain('by a score');
    expect(publishedBy(testedOn(people(...crowds, { count: 4, comment: true }), 'c5a'))).not.toMatch(/"n":(4|20)\b/);
  });

  test('does not show how many are silent where they are few', () => {
    const { answer } = testedOn(people({ count: 5 }, ...crowds.slice(1)), 'c5a');
    expect(answer?.headline).toBe('How many active customers no instrument represents is not shown');
    expect(answer?.effect).toBeNull();
  });
});

test('names each field that is missing, and how many customers there are', () => {
  const { customers = [], responses = [], tickets = [] } = people(...crowds);
  expect(lackIn(analysis, { customers, responses })).toBe('no ticket export has the field `customer_id`');
  expect(lackIn(analysis, { customers, tickets })).toBe('no survey export has the field `customer_id`');
  expect(lackIn(analysis, { responses, tickets })).toBe('no customer list has the field `customer_id`');
  expect(lackIn(analysis, people({ count: 50, score: true }, { count: 49, ticket: true }))).toBe(
    'it needs 100 active customers; these data have 99',
  );
});
