import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { moreFunctions } from './more-functions.ts';

const { analysis } = moreFunctions;

/** So many rated cases of a topic; of ten so many are satisfied, and all are solved after so many days, or one less. */
interface Kind {
  readonly topic: string;
  readonly several: boolean;
  readonly count: number;
  readonly satisfied: number;
  readonly days: number;
}

function cases(kinds: readonly Kind[]): Tables {
  const all = kinds.flatMap(({ count, ...rest }, place) =>
    Array.from({ length: count }, (_, index) => ({ ...rest, id: `c${place}-${index}`, index })),
  );
  return {
    tickets: all.map(
      ({ id, topic, several, days, index }): Row => ({
        ticket_id: id,
        customer_id: id,
        created_at: '2026-02-01',
        resolved_at: `2026-02-${String(1 + days - (index % 2)).padStart(2, '0')}`,
        status: 'solved',
        category: topic,
        priority: 'normal',
        transfers: several ? 1 : 0,
      }),
    ),
    responses: all.map(
      ({ id, index, satisfied }): Row => ({
        response_id: id,
        customer_id: id,
        ticket_id: id,
        submitted_at: '2026-03-01',
        csat: index % 10 < satisfied ? 5 : 1,
      }),
    ),
  };
}

const TOPICS = ['Bills', 'Line', 'Visits'];
const kinds = (satisfied: number, days: number, topics = TOPICS): Kind[] =>
  topics.flatMap((topic) => [
    { topic, several: false, count: 60, satisfied: 9, days: 4 },
    { topic, several: true, count: 60, satisfied, days },
  ]);

describe('cases with several departments', () => {
  test('are compared with cases of their topic and priority', () => {
    const { satisfied, open } = foundIn(analysis, cases(kinds(6, 8)));
    expect(satisfied.difference.difference).toBeCloseTo(-0.3, 10);
    // Half are solved after four days and half after three, against eight and seven.
    expect(open?.one).toBeCloseTo(3.5 * 86_400, 6);
    expect(open?.longer.difference).toBeCloseTo(4 * 86_400, 6);
    expect(open?.ratio.difference).toBeCloseTo(7.5 / 3.5, 10);
    expect(open?.tickets).toEqual([180, 180]);
  });

  test('are no worse for coming from harder topics', () => {
    // Visits are slow and rated badly whoever has them, and most go to several departments.
    const hard: Kind[] = [
      { topic: 'Visits', several: false, count: 20, satisfied: 4, days: 12 },
      { topic: 'Visits', several: true, count: 100, satisfied: 4, days: 12 },
      { topic: 'Bills', several: false, count: 100, satisfied: 9, days: 3 },
      { topic: 'Bills', several: true, count: 20, satisfied: 9, days: 3 },
      { topic: 'Line', several: false, count: 30, satisfied: 9, days: 3 },
      { topic: 'Line', several: true, count: 30, satisfied: 9, days: 3 },
    ];
    const { satisfied, open } = foundIn(analysis, cases(hard));
    expect(satisfied.difference.difference).toBeCloseTo(0, 10);
    expect(open?.longer.difference).toBeCloseTo(0, 6);
    expect(testedOn(cases(hard), 'c9c').answer?.reading).not.toBe('supports');
  });
});

describe('what the page says', () => {
  const headline = (tables: Tables) => testedOn(tables, 'c9c').answer?.headline;

  test('is both, or the one of the two that is shown', () => {
    expect(headline(cases(kinds(6, 8)))).toBe('Several departments: slower and less satisfying cases');
    expect(headline(cases(kinds(6, 4)))).toBe('Several departments go with less satisfied customers');
    expect(headline(cases(kinds(9, 8)))).toBe('Several departments go with slower cases');
  });

  test('shows no stratum with fewer than ten customers on a side', () => {
    const quiet: Kind[] = [
      { topic: 'Quiet', several: false, count: 40, satisfied: 9, days: 4 },
      { topic: 'Quiet', several: true, count: 9, satisfied: 1, days: 8 },
    ];
    expect(publishedBy(testedOn(cases([...kinds(6, 8), ...quiet]), 'c9c'))).not.toContain('Quiet');
  });
});

test('it names what it lacks', () => {
  const tables = cases(kinds(6, 8));
  const without = (field: string) => ({
    ...tables,
    tickets: (tables.tickets ?? []).map((row) => ({ ...row, [field]: undefined })),
  });
  expect(lackIn(analysis, without('transfers'))).toContain('`transfers`');
  expect(lackIn(analysis, without('priority'))).toContain('`priority`');
  expect(lackIn(analysis, cases(kinds(6, 8, TOPICS.slice(1))))).toMatch(/^it needs 3 kinds of cases.* have 2$/);
});
