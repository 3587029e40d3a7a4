import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { activeListening } from './active-listening.ts';

const { analysis } = activeListening;

/** Comments of which so many were answered, coded and acted on a day later. */
function comments(n: number, done: Readonly<Partial<Record<'contacted' | 'coded' | 'changed', number>>> = {}): Tables {
  const responses = Array.from({ length: n }, (_, at) => ({
    response_id: `R${at}`,
    customer_id: `C${at}`,
    submitted_at: '2026-02-01T09:00Z',
    csat: 4,
    comment: 'they were kind',
  }));
  const actions = Object.entries(done).flatMap(([action, times]) =>
    Array.from({ length: times }, (_, at) => ({ response_id: `R${at}`, action_at: '2026-02-02T09:00Z', action })),
  );
  return { responses, actions, coverage: ['2026-01-01', '2026-07-01'] };
}

/** The same, and 40 ratings a month of having to repeat oneself, so many of them good. */
function withItem(good: readonly number[]): Tables {
  const { responses = [], actions = [] } = comments(60, { contacted: 30, coded: 30, changed: 12 });
  const rated: Row[] = [];
  const aspects: Row[] = [];
  for (const [month, share] of good.entries()) {
    const submitted_at = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
    for (let at = 0; at < 40; at++) {
      const response_id = `I${month}-${at}`;
      rated.push({ response_id, customer_id: `K${month}-${at}`, submitted_at, csat: 4 });
      aspects.push({ response_id, aspect: 'no_repeat', score: at < share ? 5 : 1 });
    }
  }
  return { responses: [...responses, ...rated], actions, aspects, coverage: ['2024-01-01', '2026-07-01'] };
}

const NOISE = [24, 25, 23, 24, 26, 25, 24, 23, 25, 24, 25, 24, 25, 24];

describe('what becomes of comments', () => {
  test('is counted, with the time it takes', () => {
    const { comments: n, steps } = foundIn(analysis, comments(80, { contacted: 60, coded: 40, changed: 20 }));
    expect(n).toBe(80);
    expect(steps.map(({ id, share }) => [id, share])).toEqual([
      ['answered', 0.75],
      ['coded', 0.5],
      ['acted', 0.25],
    ]);
    expect(steps[0]?.curve?.median.value).toBe(86_400);
    expect(steps[2]?.curve?.median.value).toBeNull();
  });

  test('counts a comment that somebody coded without saying when, and none that a tool coded', () => {
    const coded = (coder: string) => [{ response_id: 'R0', coder, code: 'negative' }];
    const share = (coder: string) =>
      foundIn(analysis, { ...comments(50, { contacted: 20 }), comment_codes: coded(coder) }).steps[1]?.n;
    expect(share('ann')).toBe(1);
    expect(share('tool')).toBe(0);
  });

  test('is described where the item is not rated', () => {
    const { answer } = testedOn(comments(80, { contacted: 60, coded: 40, changed: 20 }), 's6');
    expect(answer).toMatchObject({ reading: 'describes', headline: '75% of comments are answered' });
    expect(answer?.statement).toBe(
      'Of 80 comments, 75% are answered, half of all within 1\u00a0d, 50% are coded and 25% are acted on.',
    );
  });
});

describe('having to repeat oneself', () => {
  test('is open while its months move as chance moves them', () => {
    expect(testedOn(withItem(NOISE), 's6').answer?.reading).toBe('open');
  });

  test('is said to be less on a signal upward, and more on one downward', () => {
    expect(testedOn(withItem([...NOISE, 37, 38, 39]), 's6').answer?.reading).toBe('supports');
    expect(testedOn(withItem([...NOISE, 8, 7, 6]), 's6').answer?.reading).toBe('contradicts');
  });

  test('has no course with fewer than twelve months', () => {
    const { answer } = testedOn(withItem(NOISE.slice(0, 11)), 's6');
    expect(answer?.reading).toBe('describes');
    expect(answer?.figures).toHaveLength(1);
  });
});

describe('what it lacks', () => {
  test('is named and counted', () => {
    const { responses = [], actions = [] } = comments(60, { contacted: 10 });
    expect(lackIn(analysis, { responses })).toContain('table of actions on feedback');
    expect(lackIn(analysis, { responses: responses.map(({ comment: _, ...row }) => row), actions })).toContain(
      '`comment`',
    );
    expect(lackIn(analysis, comments(49, { contacted: 10 }))).toMatch(/50 comments.*49/);
  });

  test('steps of fewer than ten customers are not told', () => {
    const published = publishedBy(testedOn(comments(80, { contacted: 60, coded: 40, changed: 9 }), 's6'));
    expect(published).not.toContain('acted on.');
    expect(published).not.toMatch(/"n":9\b/);
    expect(published).not.toContain('11%');
  });
});
