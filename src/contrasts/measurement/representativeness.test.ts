import { describe, expect, test } from 'vitest';
import { referenceCases } from '../../../tests/reference-case.ts';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { representativeness } from './representativeness.ts';

const { analysis } = representativeness;

type Kind = readonly [segment: string, invited: number, answered: number, wrote?: number];

/** One invitation a customer. */
function invited(survey: string, ...kinds: readonly Kind[]): Row[] {
  return kinds.flatMap(([segment, count, answered, wrote = 0]) =>
    Array.from(
      { length: count },
      (_, index): Row => ({
        customer_id: `${survey}-${segment}-${index}`,
        invited_at: '2026-02-01',
        submitted_at: index < answered ? '2026-02-02' : undefined,
        survey,
        segment,
        csat: index < answered ? 4 : undefined,
        comment: index < wrote ? 'so it is' : undefined,
      }),
    ),
  );
}

const rowOf = (responses: readonly Row[], survey: string | null) => {
  const found = foundIn(analysis, { responses }).rows.find((row) => row.survey === survey);
  if (found === undefined) throw new Error(`no ${survey}`);
  return found;
};

describe('an instrument against all whom it invited', () => {
  test.each(referenceCases('nonresponse').map((each) => [each.name, each] as const))(
    'has the figures of established programs: %s',
    (_, { rows, expected }) => {
      const stored = expected as Record<'cramers_v' | 'r_indicator' | 'max_abs_bias_in_sd_units' | 'p', number>;
      const strata = rows.map(
        ({ stratum = '', invited: count, responded }): Kind => [stratum, Number(count), Number(responded)],
      );
      const found = rowOf(invited('wave', ...strata), 'wave');
      expect(found.v.difference).toBeCloseTo(stored.cramers_v, 7);
      expect(found.v.p).toBeCloseTo(stored.p, 5);
      expect(found.r.value).toBeCloseTo(stored.r_indicator, 7);
      expect(found.maximalBias).toBeCloseTo(stored.max_abs_bias_in_sd_units, 7);
    },
  );

  test('counts a customer who is invited often as less than as many customers', () => {
    const once = invited('wave', ['a', 200, 100], ['b', 200, 70]);
    const often = Array.from({ length: 4 }, (_, month) =>
      once.map((row) => ({ ...row, invited_at: `2026-0${month + 1}-10` })),
    ).flat();
    const [one, four] = [rowOf(once, 'wave'), rowOf(often, 'wave')];
    expect(four.v.difference).toBeCloseTo(one.v.difference, 10);
    // All invitations of a customer fare alike: they tell hardly more than one.
    expect(four.v.p).toBeGreaterThan(one.v.p / 1.5);
    expect(four.r.high - four.r.low).toBeGreaterThan((one.r.high - one.r.low) / 1.5);
  });

  test('hears who comments among all who were invited', () => {
    const responses = invited('wave', ['a', 200, 100, 50], ['b', 200, 100, 10]);
    expect(rowOf(responses, null)).toMatchObject({ invited: 400, heard: 60 });
    expect(rowOf(responses, 'wave').v.difference).toBe(0);
  });

  test('is parted by the years as a customer as well, where everybody’s are known', () => {
    const responses = invited('wave', ['a', 200, 100], ['b', 200, 40]);
    const customers = responses.map(
      ({ customer_id, segment }): Row => ({
        customer_id,
        joined_at: segment === 'a' ? '2025-06-01' : '2020-06-01',
      }),
    );
    expect(
      foundIn(analysis, { responses, customers })
        .rows.filter(({ survey }) => survey === 'wave')
        .map(({ factor }) => factor),
    ).toEqual(['segment', 'tenure']);
  });

  test('is compared only by what is known behind every instrument', () => {
    const plain = invited('plain', ['a', 200, 100]).map(({ segment: _, ...row }) => row);
    expect(lackIn(analysis, { responses: [...invited('wave', ['a', 200, 100], ['b', 200, 40]), ...plain] })).toMatch(
      /^it needs something that is known of answered and unanswered invitations of every survey alike/,
    );
  });
});

describe('the page', () => {
  const even = invited('even', ['a', 2000, 800], ['b', 2000, 800]);
  const uneven = invited('uneven', ['a', 1000, 700], ['b', 1000, 300]);

  test('names the instruments that describe other customers than were asked', () => {
    const { answer } = testedOn({ responses: [...even, ...uneven] }, 'c5c');
    expect(answer).toMatchObject({ reading: 'supports', verdict: 'different' });
    expect(answer?.headline).toBe('“uneven”: those heard differ clearly from those asked');
    expect(answer?.statement).toContain('in answers to “uneven” by segment (Cramér’s V 0.40)');
    expect(answer?.figures[0]?.kind).toBe('intervals');
  });

  test('says that all describe those who were asked only where that is shown', () => {
    expect(testedOn({ responses: even }, 'c5c').answer?.reading).toBe('contradicts');
    const few = invited('few', ['a', 60, 30], ['b', 60, 26]);
    expect(testedOn({ responses: few }, 'c5c').answer).toMatchObject({ reading: 'open', verdict: 'undecided' });
  });

  test('leaves kinds of fewer than ten customers out', () => {
    const rare = invited('uneven', ['rare', 9, 9]);
    const published = publishedBy(testedOn({ responses: [...uneven, ...rare] }, 'c5c'));
    expect(published).toContain('2,000');
    expect(published).not.toMatch(/rare|2,009/);
  });
});

test('names each field that is missing, and how many invitations there are', () => {
  const answers = invited('wave', ['a', 200, 200]);
  expect(lackIn(analysis, { responses: answers.map(({ invited_at: _, ...row }) => row) })).toBe(
    'no survey export has the field `invited_at`',
  );
  expect(lackIn(analysis, { responses: answers })).toBe('the data hold no invitation that was not answered');
  expect(lackIn(analysis, { responses: invited('wave', ['a', 99, 20]) })).toBe(
    'it needs 100 invitations for an instrument; these data have 99',
  );
  const tables: Tables = { responses: invited('wave', ['a', 200, 20]) };
  expect(lackIn(analysis, tables)).toMatch(/^it needs something that is known/);
});
