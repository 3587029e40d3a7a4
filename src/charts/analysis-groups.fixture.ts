/**
 * Invented figures of analyses that set groups side by side: funnels, mosaics, words.
 */
import type { FunnelFigure, MosaicFigure, WordsFigure } from '../report/types/analysis-figure.ts';
import { cells, frame, periodOf, quantity, tableOf } from './analysis-base.fixture.ts';
import { estimate } from './figures.fixture.ts';
import { valueText } from './ticks.ts';
import { wholePerCent } from './whole-per-cent.ts';

/** Groups with their share and size against binomial limits around a centre. */
export function funnelFigure(
  groups: readonly (readonly [label: string, value: number | null, n: number])[],
  centre = 0.8,
): FunnelFigure {
  const limitsAt = (n: number) => {
    const error = Math.sqrt((centre * (1 - centre)) / n);
    const at = (z: number) => [centre - z * error, centre + z * error] as const;
    const [low95, high95] = at(1.96);
    const [low998, high998] = at(3.09);
    return { n, low95, high95, low998, high998 };
  };
  const points = groups.map(([label, value, n]) => {
    const { low95, high95, low998, high998 } = limitsAt(n);
    const beyond =
      value === null || (value >= low95 && value <= high95)
        ? null
        : value < low998 || value > high998
          ? ('99.8' as const)
          : ('95' as const);
    return { label, estimate: estimate('share', periodOf(2025), value, 0.03, { n }), beyond };
  });
  const sizes = groups.flatMap(([, value, n]) => (value === null ? [] : [n]));
  const [from, to] = [Math.min(...sizes), Math.max(...sizes)];
  const words = {
    headline: 'Only the Leeds team differs from the others by more than chance',
    subtitle: 'Share answering 4 or 5 of 5 by team and number of answers, 2025; curves: what chance alone does',
    summary: 'Eleven of twelve teams lie within the limits. Leeds lies below the 99.8% limit.',
  };
  const table = tableOf(
    'Satisfaction by team',
    ['Team', 'CSAT', '95% interval', 'n (answers)'],
    points.map(({ label, estimate }) => cells(label, estimate)),
  );
  return {
    ...frame('funnel', 'share', 'satisfaction', words, table),
    kind: 'funnel',
    unit: 'share',
    dimension: 'team',
    points,
    centre,
    centreText: wholePerCent(centre),
    limits: sizes.length === 0 ? [] : Array.from({ length: 41 }, (_, k) => limitsAt(from * (to / from) ** (k / 40))),
  };
}

/** Twelve teams, one beyond the outer limits, one beyond the inner ones, one too small to publish. */
export function teams(): FunnelFigure {
  return funnelFigure([
    ['Leeds', 0.71, 720],
    ['Bristol', 0.86, 240],
    ['Cardiff', 0.78, 1180],
    ['Glasgow', 0.81, 960],
    ['Belfast', 0.84, 88],
    ['Norwich', 0.76, 130],
    ['Exeter', 0.8, 64],
    ['York', 0.83, 410],
    ['Hull', 0.79, 560],
    ['Derby', 0.73, 70],
    ['Luton', 0.82, 300],
    ['Truro', null, 4],
  ]);
}

const TONES = ['negative', 'neutral', 'positive'] as const;

/** Columns with their share and the shares of their parts from the bottom up; null where they may not be shown. */
export function mosaicFigure(
  names: readonly string[],
  columns: readonly (readonly [label: string, share: number, parts: readonly number[] | null])[],
): MosaicFigure {
  const placed = columns.map(([label, share, parts]) => ({
    label,
    share,
    text: wholePerCent(share),
    base: `n = ${Math.round(share * 1400).toLocaleString('en-GB')} customers`,
    parts: names.map((name, k) => ({
      label: name,
      tone: TONES[names.length === 2 ? 2 * k : k] ?? 'neutral',
      quantity: quantity('share', parts?.[k] ?? null, 0.02),
    })),
  }));
  const words = {
    headline: 'One in six satisfied customers would not recommend us',
    subtitle: 'Customers by satisfaction (width) and by recommendation (height), 2025, n = 1,400 customers',
    summary: 'Of the satisfied, 17% are detractors. Of the dissatisfied, 12% are promoters.',
  };
  const table = tableOf(
    'Recommendation by satisfaction',
    ['Satisfaction', 'Share of all', ...names, 'n (customers)'],
    placed.map(({ label, text, base, parts }) => [
      label,
      text,
      ...parts.map(({ quantity: { value, text } }) => (value === undefined ? '[c]' : text)),
      base.replace(/\D/g, ''),
    ]),
  );
  return { ...frame('mosaic', 'share', 'satisfaction', words, table), kind: 'mosaic', columns: placed };
}

/** Words with the customers who use them and their z. */
export function wordsFigure(
  words: readonly (readonly [word: string, customers: number, z: number])[],
  groups: readonly [string, string] = ['promoters', 'detractors'],
): WordsFigure {
  const placed = words.map(([word, customers, z]) => ({
    word,
    customers,
    z,
    isBound: false,
    distinctive: Math.abs(z) > 2.8,
  }));
  const frameWords = {
    headline: 'Detractors write about waiting and invoices, promoters about people',
    subtitle: 'Words in comments of 412 promoters and 388 detractors, 2025; each dot a word of ten customers or more',
    summary: 'Waiting, invoice and twice stand out among detractors; friendly and quick among promoters.',
  };
  const table = tableOf(
    'Words by how distinctive they are',
    ['Word', 'Customers', 'z'],
    placed.map(({ word, customers, z }) => [word, String(customers), valueText(z, 'net')]),
  );
  return { ...frame('words', 'count', 'experience', frameWords, table), kind: 'words', groups, words: placed };
}

/** Distinctive words of both groups among many that are not. */
export function comments(): WordsFigure {
  const told: readonly (readonly [string, number, number])[] = [
    ['waiting', 180, 8.1],
    ['invoice', 120, 6.4],
    ['twice', 64, 5.2],
    ['nobody', 58, 4.9],
    ['again', 210, 4.4],
    ['cancelled', 31, 4.1],
    ['transferred', 44, 3.9],
    ['hours', 150, 3.6],
    ['promised', 38, 3.3],
    ['refund', 52, 3.1],
    ['friendly', 230, -7.6],
    ['quick', 190, -6.1],
    ['helpful', 170, -5.6],
    ['solved', 140, -4.2],
    ['patient', 40, -3.8],
    ['competent', 36, -3.5],
    ['thanks', 260, -3.2],
    ['explained', 90, -3.0],
  ];
  const plain = Array.from({ length: 70 }, (_, k): readonly [string, number, number] => [
    `word${k}`,
    10 + Math.round(((k * 53) % 97) ** 1.25),
    2.6 * Math.sin(k * 2.4) * Math.cos(k),
  ]);
  return wordsFigure([...told, ...plain]);
}
