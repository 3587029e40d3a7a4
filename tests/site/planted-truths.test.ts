/**
 * What `data/README.md` says was planted in the demonstration, found again in what the site publishes.
 */
import { describe, expect, inject, test } from 'vitest';
import { readSite } from '../support/build-site.ts';
import { Estimates, parseCsv } from '../support/tables.ts';

const { folder } = inject('demo');
const estimates = new Estimates(folder);
const [BEFORE, NOW] = ['2025-Q2', '2026-Q2'];

const change = (metric: string, where: { dimension?: string; value?: string } = {}) =>
  estimates.value(metric, NOW, where) - estimates.value(metric, BEFORE, where);

/** Whether two intervals lie apart: stricter than a test of the difference. */
function apart(metric: string, one: string, other: string): boolean {
  const [a, b] = [estimates.one(metric, one), estimates.one(metric, other)];
  return Number(a.high) < Number(b.low) || Number(b.high) < Number(a.low);
}

describe('satisfaction stays level while the willingness to recommend falls', () => {
  test('the satisfied share moves by less than its margin', () => {
    expect(Math.abs(change('csat'))).toBeLessThan(0.03);
  });

  test('the Net Promoter Score falls by more than 15 points, in every half-year', () => {
    expect(change('nps')).toBeLessThan(-15);
    expect(apart('nps', BEFORE, NOW)).toBe(true);
    expect(estimates.value('nps', '2025-Q4')).toBeLessThan(estimates.value('nps', '2025-Q2'));
    expect(estimates.value('nps', '2025-Q4')).toBeGreaterThan(estimates.value('nps', '2026-Q2'));
  });

  test('promoters become detractors; it is not the passives who move', () => {
    expect(change('nps_promoters')).toBeLessThan(-0.05);
    expect(change('nps_detractors')).toBeGreaterThan(0.05);
  });
});

describe('first-contact resolution', () => {
  const categories = [
    ...new Set(estimates.where({ metric: 'fcr_7d_any', dimension: 'category' }).map(({ value }) => value)),
  ];

  test('falls in total', () => {
    expect(change('fcr_7d_any')).toBeLessThan(-0.04);
    expect(apart('fcr_7d_any', BEFORE, NOW)).toBe(true);
  });

  test('and rises in every category', () => {
    expect(categories).toHaveLength(6);
    for (const value of categories as string[]) {
      expect(change('fcr_7d_any', { dimension: 'category', value }), value).toBeGreaterThan(0.03);
    }
  });
});

describe('the new rota of February 2026', () => {
  test('halves the median wait within a month, and the wait stays short', () => {
    const wait = (month: string) => estimates.value('first_response_median', month);
    expect(wait('2026-02') / wait('2025-10')).toBeLessThan(0.5);
    expect(wait('2026-06') / wait('2025-06')).toBeLessThan(0.5);
    expect(wait('2026-05') / wait('2026-03')).toBeGreaterThan(0.7);
  });

  test('winter is slower before it', () => {
    for (const [winter, autumn] of [
      ['2024-12', '2024-10'],
      ['2025-12', '2025-10'],
    ] as const) {
      expect(estimates.value('first_response_median', winter)).toBeGreaterThan(
        1.3 * estimates.value('first_response_median', autumn),
      );
    }
  });
});

describe('the chatbot', () => {
  const bot = { dimension: 'channel', value: 'chatbot' };

  test('has more than a third of its customers back within a week', () => {
    expect(estimates.value('repeat_contact_7d', 'all', bot)).toBeGreaterThan(0.33);
  });

  test('which is far more than any other channel has', () => {
    const others = estimates
      .where({ metric: 'repeat_contact_7d', dimension: 'channel', period: 'all' })
      .filter(({ value }) => value !== 'chatbot');
    expect(others.length).toBeGreaterThan(3);
    const low = Number(estimates.one('repeat_contact_7d', 'all', bot).low);
    for (const { value, high } of others) expect(low, value).toBeGreaterThan(Number(high));
  });

  test('and fewer of its customers answer when asked', () => {
    const share = (value: string) => estimates.value('response_rate', 'all', { dimension: 'channel', value });
    expect(share('live chat') - share('chatbot')).toBeGreaterThan(0.15);
  });
});

test('had all customers answered like those of their kind, the satisfied share would be hardly lower', () => {
  const { estimate, low, high, method } = estimates.one('csat_weighted', 'all');
  expect(method).toBe('raked-bootstrap');
  expect(Number(estimate)).toBeCloseTo(0.793, 2);
  expect(Number(high) - Number(low)).toBeLessThan(0.025);
});

describe('nothing differs between regions', () => {
  test.each(['csat', 'nps', 'ces', 'fcr_7d_any', 'first_response_median', 'response_rate'])('not %s', (metric) => {
    const regions = estimates.where({ metric, dimension: 'segment', period: 'all' });
    expect(regions).toHaveLength(4);
    // Where a small group of the latest days could be worked out, two of the four are kept back.
    const shown = regions.filter(({ estimate }) => estimate !== '');
    expect(shown.length).toBeGreaterThanOrEqual(2);
    const lows = shown.map(({ low }) => Number(low));
    const highs = shown.map(({ high }) => Number(high));
    expect(Math.max(...lows), 'every interval meets every other').toBeLessThan(Math.min(...highs));
  });
});

describe('the three views', () => {
  test('part where replies came sooner while customers recommend less', () => {
    const moments = parseCsv(readSite(folder, 'data/figures/experience-nps-views.csv'));
    const now = moments.filter(({ period }) => period === NOW);
    expect(now.map(({ metric, verdict }) => `${metric} ${verdict}`)).toEqual([
      'csat equivalent',
      'first_response_median different',
      'nps different',
    ]);
    expect(new Set(now.map(({ parted }) => parted))).toEqual(
      new Set(['Faster answered but less willing to recommend']),
    );
  });
});
