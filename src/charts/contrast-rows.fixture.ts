/**
 * Invented figures of contrasts in rows of numbers with intervals: strata, intervals, two sides.
 */
import type { IntervalsFigure, OpposedFigure, StrataFigure } from '../report/types/contrast-figure.ts';
import type { Unit } from '../report/types/estimate.ts';
import { frame, quantity, tableOf } from './analysis-base.fixture.ts';

/** Shares of two groups by stratum, with the pooled difference and half its interval; null where it may not be shown. */
export function strataFigure(
  rows: readonly (readonly [label: string, first: number | null, second: number | null, part?: string])[],
  pooled: readonly (readonly [label: string, value: number | null, half: number])[],
): StrataFigure {
  const placed = rows.map(([label, first, second, part]) => ({
    label,
    first: quantity('share', first, 0.05, { n: 210 }),
    second: quantity('share', second, 0.07, { n: 96 }),
    ...(part === undefined ? {} : { part }),
  }));
  const groups = ['One department', 'Two or more'] as const;
  const words = {
    headline: 'Crossing departments goes with fewer satisfied customers in every topic',
    subtitle:
      'Share answering 4 or 5 of 5 by topic and number of contacts, 2025, n = 1,530 customers; rule: 95% interval',
    summary: 'Over all strata together satisfaction is 9 points lower where two or more departments were involved.',
  };
  const table = tableOf(
    'Satisfaction by topic, contacts and departments',
    ['Stratum', ...groups],
    placed.map(({ label, first, second }) => [
      label,
      first.value === undefined ? '[c]' : first.text,
      second.value === undefined ? '[c]' : second.text,
    ]),
  );
  return {
    ...frame('strata', 'share', 'satisfaction', words, table),
    kind: 'strata',
    unit: 'share',
    groups,
    rows: placed,
    pooled: pooled.map(([label, value, half]) => ({
      label,
      quantity: quantity('share', value, half, { points: true, n: 1530 }),
    })),
    band: 0.05,
  };
}

/** Panels of numbers with half their interval; null where one may not be shown. */
export function intervalsFigure(
  panels: readonly (readonly [
    label: string,
    rows: readonly (readonly [label: string, value: number | null, half: number])[],
  ])[],
  options: {
    readonly unit?: Unit;
    readonly signed?: boolean;
    readonly reference?: IntervalsFigure['reference'];
    readonly band?: number;
  } = {},
): IntervalsFigure {
  const { unit = 'coefficient', signed = false, reference = null, band = null } = options;
  const placed = panels.map(([label, rows]) => ({
    label,
    rows: rows.map(([name, value, half]) => ({
      label: name,
      quantity: quantity(unit, value, half, {
        points: signed,
        ...(unit === 'coefficient' && value !== null ? { text: value.toFixed(2) } : {}),
      }),
    })),
  }));
  const words = {
    headline: 'CSAT tells more about leaving, the likelihood to recommend about renewing',
    subtitle: 'Area under the curve by score, landmark 1 January 2025, n = 640 customers; rule: 95% interval',
    summary: 'Only two of six scores tell who leaves clearly better than chance.',
  };
  const table = tableOf(
    'What each score tells',
    ['Score', 'Area under the curve', '95% interval'],
    placed.flatMap(({ label, rows }) =>
      rows.map(({ label: name, quantity: { value, text, range } }) => [
        [name, label].filter(Boolean).join(', '),
        value === undefined ? '[c]' : text,
        range,
      ]),
    ),
  );
  return {
    ...frame('intervals', unit, 'satisfaction', words, table),
    kind: 'intervals',
    unit,
    signed,
    panels: placed,
    reference,
    band,
  };
}

/** Two rates a row with half their intervals; null where one may not be shown. */
export function opposedFigure(
  sides: readonly [string, string],
  rows: readonly (readonly [label: string, left: number | null, right: number | null, word: string, half?: number])[],
  unit: Unit = 'average',
): OpposedFigure {
  const placed = rows.map(([label, left, right, word, half = 0.4]) => ({
    label,
    left: quantity(unit, left, left === 0 ? 0 : half),
    right: quantity(unit, right, right === 0 ? 0 : half),
    word,
  }));
  const words = {
    headline: 'Customers start four in five contacts once they are set up',
    subtitle: 'Contacts per 100 customer-months by stage and who started them, 2025; rule: 95% interval',
    summary: 'Only during onboarding does the company write first more often.',
  };
  const table = tableOf(
    'Who starts',
    ['Stage', ...sides],
    placed.map(({ label, left, right }) => [
      label,
      left.value === undefined ? '[c]' : left.text,
      right.value === undefined ? '[c]' : right.text,
    ]),
  );
  return { ...frame('opposed', unit, 'experience', words, table), kind: 'opposed', unit, sides, rows: placed };
}
