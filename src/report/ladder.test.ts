import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';
import type { Comparison, Verdict } from './types/estimate.ts';
import type { Report } from './types/report.ts';

const [BEFORE, NOW] = ['2026-01-15', '2026-04-15'];
const QUARTERS = 'time_zone: UTC\ncoverage: { from: 2026-01-01, to: 2026-06-30 }\n';

/** Two quarters of ratings by so many customers each, of whom so many are satisfied. */
async function twoQuarters(
  before: readonly [number, number],
  now: readonly [number, number],
  yaml = '',
): Promise<Report> {
  return reportOf({
    'data/responses.csv': responses(ratings(BEFORE, 'email', ...before), ratings(NOW, 'email', ...now)),
    'content/report.yaml': QUARTERS + yaml,
  });
}

function change(report: Report): Comparison {
  return report.change({ metric: 'csat' });
}

const plain = (words: string) => words.replaceAll('\u00a0', ' ');

/** Words that only a shown difference allows. */
const DIRECTION = /\b(rose|fell|higher|lower)\b/;

describe('the rungs of the ladder, in words', () => {
  const rungs: readonly [Verdict, readonly [number, number], readonly [number, number], string][] = [
    [
      'suppressed',
      [9, 9],
      [200, 100],
      'not shown, because it would reveal a group of fewer than the minimum number of customers',
    ],
    ['insufficient', [29, 29], [200, 100], 'too few answers to say'],
    ['different', [200, 180], [200, 120], 'fell by 30 points (between 22 and 38)'],
    [
      'negligible',
      [20_000, 16_000],
      [20_000, 16_400],
      'rose by 2 points (between 1 and 3), less than the difference that matters',
    ],
    ['equivalent', [2_000, 1_600], [2_000, 1_602], 'about the same'],
    ['undecided', [200, 160], [200, 156], 'no clear change'],
  ];

  test.each(rungs)('%s', async (verdict, before, now, phrase) => {
    const found = change(await twoQuarters(before, now));
    expect(found.verdict).toBe(verdict);
    expect(plain(found.phrase)).toBe(phrase);
    expect(DIRECTION.test(found.words)).toBe(verdict === 'different' || verdict === 'negligible');
    expect(/same|similar|no difference/.test(found.words)).toBe(verdict === 'equivalent');
  });

  test('suppressed shows nothing of either side: no figure, no n, no difference', async () => {
    const found = change(await twoQuarters([9, 9], [200, 100]));
    expect(found).not.toHaveProperty('difference');
    expect(found.a).not.toHaveProperty('n');
    expect(found.a.base).toBe('would reveal a group of fewer than 10 customers');
    expect(found.words).not.toMatch(/\d%/);
  });

  test('undecided is that these data cannot tell', async () => {
    expect(change(await twoQuarters([200, 160], [200, 156])).words).toContain(
      'These data cannot tell which way it went.',
    );
  });

  test('different from hardly more than the minimum is an early sign, and says from how many', async () => {
    const report = await twoQuarters([34, 33], [400, 200]);
    const found = change(report);
    expect(plain(found.words)).toMatch(
      /fell by \d+ points \(between \d+ and \d+; an early sign, based on 34 answers\): 97%/,
    );
    expect(plain(report.page('satisfaction').sections[0]?.headline ?? '')).toMatch(
      /points \(early sign\) in a quarter/,
    );
    expect(change(await twoQuarters([60, 58], [400, 200])).words).not.toContain('early sign');
  });
});

describe('the rules', () => {
  test('R1: the margin is set before, in the configuration, and printed with the metric', async () => {
    const [usual, wide] = [
      await twoQuarters([2_000, 1_600], [2_000, 1_480]),
      await twoQuarters([2_000, 1_600], [2_000, 1_480], 'margins: { csat: 0.1 }\n'),
    ];
    expect([change(usual).verdict, change(wide).verdict]).toEqual(['different', 'negligible']);
    const margin = (report: Report) => plain(report.metrics.find(({ id }) => id === 'csat')?.margin ?? '');
    expect([margin(usual), margin(wide)]).toEqual(['5 points.', '10 points.']);
  });

  test('R4: intervals that overlap do not decide; the interval of the difference does', async () => {
    const found = change(await twoQuarters([300, 240], [300, 214]));
    expect(found.b.high as number).toBeGreaterThan(found.a.low as number);
    expect(found.verdict).toBe('different');
    expect(found.high as number).toBeLessThan(0);
  });

  test('R5: what is compared many times over has to be clearer: p is adjusted within the panel', async () => {
    const alone = change(await twoQuarters([300, 240], [1300, 923]));
    const channels = Array.from({ length: 13 }, (_, index) => ratings(NOW, `channel ${index}`, 100, 71));
    const crowded = await reportOf({
      'data/responses.csv': responses(ratings(BEFORE, 'email', 300, 240), ...channels),
      'content/report.yaml': QUARTERS,
    });
    expect(change(crowded).difference).toBe(alone.difference);
    expect([alone.verdict, change(crowded).verdict]).toEqual(['different', 'undecided']);
  });

  test('R5: a comparison that nobody planned has no verdict: asking for it stops the build', async () => {
    const report = await twoQuarters([200, 160], [200, 156]);
    const unplanned = () => report.change({ metric: 'csat', where: { channel: 'email' } });
    expect(unplanned).toThrow('A comparison outside the family of satisfaction');
  });

  test('R5: home speaks of a metric with the verdict of its panel', async () => {
    const report = await twoQuarters([200, 160], [200, 120]);
    expect(report.change({ metric: 'csat' })).toEqual(change(report));
  });

  test('R8: a blank is missing, neither zero nor neutral', async () => {
    const blanks = Array.from({ length: 40 }, (_, index) => `${NOW}T12:00:00Z,blank-${index},email,`);
    const report = await reportOf({
      'data/responses.csv': responses(ratings(NOW, 'email', 100, 80), blanks),
      'content/report.yaml': QUARTERS,
    });
    expect(report.estimate({ metric: 'csat', period: '2026-Q2' })).toMatchObject({ n: 100, value: 0.8 });
  });

  test('R8: an answer beyond its scale stops the build', async () => {
    const odd = { 'data/responses.csv': responses(ratings(NOW, 'email', 20, 10), [`${NOW}T12:00:00Z,odd,email,9`]) };
    await expect(reportOf(odd)).rejects.toThrow(/9/);
  });

  test('R9: rounding is for the eye: shares in whole points, means in one decimal, the figures behind them in full', async () => {
    const report = await twoQuarters([210, 177], [210, 170]);
    const share = report.estimate({ metric: 'csat', period: '2026-Q1' });
    expect([share.text, share.value]).toEqual(['84%', 177 / 210]);
    const mean = report.estimate({ metric: 'csat_mean', period: '2026-Q1' });
    expect([mean.text, mean.value]).toEqual(['4.5', (177 * 5 + 33 * 2) / 210]);
    const finer = await twoQuarters([210, 177], [210, 170], 'margins: { csat_mean: 0.1 }\n');
    expect(finer.estimate({ metric: 'csat_mean', period: '2026-Q1' }).text).toBe('4.53');
  });

  test('R10: a period that is not over is not compared', async () => {
    const report = await reportOf({
      'data/responses.csv': responses(ratings(BEFORE, 'email', 200, 160), ratings(NOW, 'email', 200, 60)),
      'content/report.yaml': 'time_zone: UTC\ncoverage: { from: 2026-01-01, to: 2026-05-10 }\n',
    });
    expect(change(report).verdict).toBe('untested');
    expect(DIRECTION.test(change(report).words)).toBe(false);
  });

  test('R10: a ticket counts towards first contacts only when its seven days are over', async () => {
    const tickets = (solved: string) =>
      Array.from(
        { length: 60 },
        (_, index) => `t${solved}-${index},c${solved}-${index},${solved}T08:00:00Z,${solved}T10:00:00Z,0,solved`,
      );
    const report = await reportOf({
      'data/tickets.csv': [
        'ticket_id,customer_id,created_at,resolved_at,reopens,status',
        ...tickets('2026-03-10'),
        ...tickets('2026-03-28'),
        '',
      ].join('\n'),
      'content/report.yaml': 'time_zone: UTC\ngrain: month\ncoverage: { from: 2026-03-01, to: 2026-03-31 }\n',
    });
    expect(report.estimate({ metric: 'fcr_7d_any', period: '2026-03' }).n).toBe(60);
  });
});

describe('across a break', () => {
  test('there is no sentence about a change: answers on another scale are another question', async () => {
    const rows = (month: string, top: number) =>
      ['d,q', ...Array.from({ length: 100 }, (_, index) => `2026-${month}-15,${1 + (index % top)}`), ''].join('\n');
    const report = await reportOf({
      'data/a.csv': rows('01', 5),
      'data/b.csv': rows('05', 10),
      'data/sources.yaml': `sources:
  - { glob: a.csv, kind: responses, fields: { submitted_at: d, csat: q } }
  - glob: b.csv
    kind: responses
    fields: { submitted_at: d, csat: { column: q, scale: { min: 1, max: 10, positive_from: 8 } } }
`,
      'content/report.yaml': QUARTERS,
    });
    expect(change(report)).toMatchObject({
      verdict: 'broken',
      phrase:
        'is not compared across 1 May 2026, when its definition changed: 8 to 10 on a scale from 1 to 10 count in place ' +
        'of 4 and 5 on a scale from 1 to 5',
    });
    expect(report.page('satisfaction').sections[0]?.sentences.join(' ')).not.toMatch(DIRECTION);
  });
});
