/**
 * Invented figures of analyses in bars, and of scores: waterfalls, drivers, pairs, curves.
 */
import type { DriversFigure, PairsFigure, RocFigure, WaterfallFigure } from '../report/types/analysis-figure.ts';
import type { Unit } from '../report/types/estimate.ts';
import { cells, frame, quantity, tableOf } from './analysis-base.fixture.ts';

export function waterfallFigure(
  steps: readonly (readonly [label: string, role: 'level' | 'change', value: number | null, half?: number])[],
  unit: Unit = 'share',
): WaterfallFigure {
  const placed = steps.map(([label, role, value, half = 0.012]) => ({
    label,
    role,
    quantity: quantity(unit, value, half, role === 'change' ? { points: true } : {}),
  }));
  const words = {
    headline: 'Two thirds of the fall is worse service in the same channels',
    subtitle: 'CSAT in 2024 and in 2025, and what the difference consists of; rule: 95% interval',
    summary: 'Satisfaction fell by 8 points. Ratings within channels fell by 6, and more customers wrote by email.',
  };
  const table = tableOf(
    'How the difference comes about',
    ['Step', 'CSAT', '95% interval', 'n (customers)'],
    placed.map(({ label, quantity }) => cells(label, quantity)),
  );
  return { ...frame('waterfall', unit, 'satisfaction', words, table), kind: 'waterfall', unit, steps: placed };
}

export function driversFigure(
  bars: readonly (readonly [label: string, value: number | null, half: number, clear: boolean])[],
  first = 0.93,
): DriversFigure {
  const placed = bars.map(([label, value, half, clear], k) => ({
    label,
    quantity: quantity('share', value, half),
    clear,
    ...(k === 0 ? { first } : {}),
  }));
  const words = {
    headline: 'Being kept informed goes with recommendation more than anything else asked',
    subtitle: 'Share of the explained variance of the likelihood to recommend, n = 640 customers; rule: 95% interval',
    summary: 'Being kept informed accounts for two fifths of what the answers explain. Ease of contact is not clear.',
  };
  const table = tableOf(
    'What goes with recommendation',
    ['Answer', 'Share', '95% interval', 'n (customers)'],
    placed.map(({ label, quantity }) => cells(label, quantity)),
  );
  return {
    ...frame('drivers', 'share', 'experience', words, table),
    kind: 'drivers',
    unit: 'share',
    bars: placed,
    totalText: 'R² 0.31',
  };
}

/** Rows of two shares; null where one may not be shown. */
export function pairsFigure(
  mark: PairsFigure['mark'],
  rows: readonly (readonly [label: string, first: number | null, second: number | null, differs: boolean | null])[],
  names: readonly [string, string] = ['Stated by customers', 'Derived from answers'],
): PairsFigure {
  const placed = rows.map(([label, first, second, differs]) => ({
    label,
    first: quantity('share', first, 0.03),
    second: quantity('share', second, 0.04),
    differs,
  }));
  const words = {
    headline: 'What customers call important is not what goes with their satisfaction',
    subtitle: 'Share naming each aspect as important, and its share of the explained variance; rule: 95% interval',
    summary: 'Price is named by 38% and goes with 9%. Being kept informed is the other way round.',
  };
  const table = tableOf(
    'Two measures by aspect',
    ['Aspect', names[0], names[1]],
    placed.map(({ label, first, second }) => [
      label,
      first.value === undefined ? '[c]' : first.text,
      second.value === undefined ? '[c]' : second.text,
    ]),
  );
  return {
    ...frame('pairs', 'share', 'experience', words, table),
    kind: 'pairs',
    unit: 'share',
    mark,
    names,
    rows: placed,
  };
}

/** Scores whose curves follow from their strength, and fifths of the first; null where they may not be shown. */
export function rocFigure(
  scores: readonly (readonly [label: string, strength: number | null])[],
  fifths: readonly (number | null)[] = [0.31, 0.18, 0.11, 0.07, 0.05],
): RocFigure {
  const curves = scores.map(([label, strength]) => ({
    label,
    points:
      strength === null
        ? []
        : Array.from({ length: 41 }, (_, k) => ({
            falsePositive: k / 40,
            truePositive: (k / 40) ** (1 / strength),
          })),
    auc: quantity('coefficient', strength === null ? null : Number((strength / (1 + strength)).toFixed(2)), 0.04),
  }));
  const words = {
    headline: 'CSAT tells who leaves somewhat better than chance, NPS hardly does',
    subtitle: 'Customers that left within 90 days, found by low scores, 2025, n = 1,400 customers; rule: 95% interval',
    summary: 'Of the fifth with the lowest CSAT 31% left, of the fifth with the highest 5%.',
  };
  const names = ['lowest', '2', '3', '4', 'highest'];
  const calibration = fifths.map((observed, k) => ({
    label: names[k] ?? '',
    observed: quantity('share', observed, 0.04),
    expected: 0.28 - 0.055 * k,
  }));
  const table = tableOf(
    'Scores and fifths',
    ['Score', 'Area under the curve', '95% interval', 'n (customers)'],
    curves.map(({ label, auc }) => cells(label, auc)),
  );
  return {
    ...frame('roc', 'coefficient', 'satisfaction', words, table),
    kind: 'roc',
    curves,
    calibration,
    outcome: 'left within 90 days',
  };
}
