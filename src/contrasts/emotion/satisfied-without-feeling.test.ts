import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { wilson } from '../../statistics/proportion.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { satisfiedWithoutFeeling } from './satisfied-without-feeling.ts';

const { analysis } = satisfiedWithoutFeeling;

/** So many customers with one answer each. */
function answered(count: number, answer: Row, prefix = JSON.stringify(answer)): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    customer_id: `${prefix}${index}`,
    submitted_at: '2026-02-01',
    ...answer,
  }));
}

const rows = [
  ...answered(60, { csat: 5, emotion: 2 }),
  ...answered(30, { csat: 4, emotion: 0 }),
  ...answered(10, { csat: 4, emotion: -1 }),
  ...answered(40, { csat: 2, emotion: -2 }),
];

describe('satisfied ratings without a good feeling', () => {
  test('are the neutral and the bad ones among the satisfied', () => {
    const { satisfied, others, neutral, bad } = foundIn(analysis, { responses: rows });
    expect(satisfied).toMatchObject({ n: 100, customers: 100, value: 0.4, ...wilson(0.4, 100) });
    expect([neutral, bad]).toEqual([0.3, 0.1]);
    expect(others).toMatchObject({ n: 40, value: 1 });
  });

  test('take the feeling named nearest, at most seven days apart', () => {
    const apart = (day: string): Tables => ({
      responses: [
        ...answered(60, { csat: 5 }, 'c'),
        ...answered(60, { emotion: -1, submitted_at: day }, 'c'),
        ...answered(60, { emotion: 1, submitted_at: '2026-01-30' }, 'c'),
      ],
    });
    expect(foundIn(analysis, apart('2026-02-02')).satisfied.value).toBe(1);
    expect(foundIn(analysis, apart('2026-02-05')).satisfied.value).toBe(0);
    const far = {
      responses: [...answered(60, { csat: 5 }, 'c'), ...answered(60, { emotion: 1, submitted_at: '2026-02-09' }, 'c')],
    };
    expect(lackIn(analysis, far)).toContain('at most 7 days apart; these data have none');
  });

  test('count several ratings of a customer as fewer than as many customers', () => {
    const often = Array.from({ length: 10 }, (_, day) =>
      rows.slice(0, 100).map((row) => ({ ...row, submitted_at: `2026-03-${10 + day}` })),
    ).flat();
    const { satisfied } = foundIn(analysis, { responses: often });
    expect(satisfied.n).toBe(1000);
    expect(satisfied.customers).toBe(100);
    expect((satisfied.high ?? 0) - (satisfied.low ?? 0)).toBeGreaterThan(0.15);
  });

  test('are described, with departments that differ from the others', () => {
    const at = (department: string, without: number, good: number) => [
      ...answered(without, { csat: 5, emotion: 0, department }),
      ...answered(good, { csat: 5, emotion: 1, department }),
    ];
    const responses = [
      ...at('Billing', 100, 100),
      ...at('Care', 20, 180),
      ...at('Sales', 8, 1),
      ...answered(40, { csat: 1, emotion: -1 }),
    ];
    const { answer } = testedOn({ responses }, 'c2b');
    expect(answer).toMatchObject({
      reading: 'describes',
      headline: '31% of satisfied ratings come without a good feeling',
    });
    expect(answer?.sentences.join(' ')).toMatch(
      /In Billing it is higher by \d+\u00a0points \(between \d+ and \d+\) and in Care it is lower by/,
    );
    expect(answer?.figures[0]?.kind).toBe('mosaic');
    expect(publishedBy(testedOn({ responses }, 'c2b'))).not.toContain('Sales');
  });

  test('let no department be named where all are alike', () => {
    const at = (department: string) => [
      ...answered(40, { csat: 5, emotion: 0, department }),
      ...answered(60, { csat: 5, emotion: 1, department }),
    ];
    const { answer } = testedOn({ responses: [...at('Billing'), ...at('Care')] }, 'c2b');
    expect(answer?.sentences.join(' ')).toContain('Between departments these data show no clear difference.');
  });

  test('have no mosaic where the others are fewer than ten customers', () => {
    const { answer } = testedOn(
      { responses: [...rows.slice(0, 100), ...answered(9, { csat: 1, emotion: -1 })] },
      'c2b',
    );
    expect(answer?.figures).toEqual([]);
  });
});

test('names each field that is missing, and how many ratings there are', () => {
  const without = (field: string) => ({ responses: rows.map(({ [field]: _, ...row }) => row) });
  expect(lackIn(analysis, without('emotion'))).toBe('no survey export has the field `emotion`');
  expect(lackIn(analysis, without('csat'))).toContain('`csat`');
  expect(lackIn(analysis, { responses: rows.slice(0, 49) })).toBe(
    'it needs 50 satisfied ratings with a feeling at most 7 days apart; these data have 49',
  );
});
