/**
 * Invented figures of contrasts in lines: levels, slopes, ranks.
 */
import type { BumpFigure, LevelsFigure, SlopeFigure } from '../report/types/contrast-figure.ts';
import type { Unit } from '../report/types/estimate.ts';
import { frame, quantity, tableOf } from './analysis-base.fixture.ts';

/** Series over levels, each value with half its interval; null where one may not be shown. */
export function levelsFigure(
  axis: string,
  levels: readonly string[],
  series: readonly (readonly [label: string, values: readonly (number | null)[], half: number])[],
  options: {
    readonly unit?: Unit;
    readonly intervals?: LevelsFigure['intervals'];
    readonly reference?: LevelsFigure['reference'];
  } = {},
): LevelsFigure {
  const { unit = 'share', intervals = 'whiskers', reference = null } = options;
  const placed = series.map(([label, values, half]) => ({
    label,
    quantities: levels.map((_, k) => quantity(unit, values[k] ?? null, half, { n: 400 - 60 * k })),
  }));
  const words = {
    headline: 'Customers with many contacts have more unbroken runs than chance would give',
    subtitle: 'Share with every contact rated 4 or 5, by number of contacts, 2025; rule: 95% interval',
    summary: 'Of customers with eight contacts 55% were satisfied every time, where independence would give 43%.',
  };
  const table = tableOf(
    'Satisfied every time, by contacts',
    [axis, ...series.map(([label]) => label)],
    levels.map((level, k) => [
      level,
      ...placed.map(({ quantities }) => (quantities[k]?.value === undefined ? '[c]' : (quantities[k]?.text ?? ''))),
    ]),
  );
  return {
    ...frame('levels', unit, 'satisfaction', words, table),
    kind: 'levels',
    unit,
    axis,
    levels,
    series: placed,
    intervals,
    reference,
  };
}

/** Shares of classes in two places; null where one may not be shown. */
export function slopeFigure(
  lines: readonly (readonly [
    label: string,
    tone: SlopeFigure['lines'][number]['tone'],
    left: number | null,
    right: number | null,
  ])[],
  places: readonly [string, string] = ['After a contact', 'Overall'],
): SlopeFigure {
  const placed = lines.map(([label, tone, left, right]) => ({
    label,
    tone,
    left: quantity('share', left, 0.04),
    right: quantity('share', right, 0.04),
  }));
  const words = {
    headline: 'The same customers score higher after a contact than overall',
    subtitle: 'Shares of three classes after a contact and overall, same 640 customers, at most 90 days apart',
    summary: 'Promoters are 52% after a contact and 38% overall.',
  };
  const table = tableOf(
    'Classes in two surveys',
    ['Class', ...places],
    placed.map(({ label, left, right }) => [
      label,
      left.value === undefined ? '[c]' : left.text,
      right.value === undefined ? '[c]' : right.text,
    ]),
  );
  const base = frame('slope', 'share', 'experience', words, table);
  return { ...base, kind: 'slope', unit: 'share', places, lines: placed };
}

/** Ranks on several measures, each with its interval; null for a group whose figure may not be shown. */
export function bumpFigure(
  measures: readonly string[],
  lines: readonly (readonly [
    label: string,
    strong: boolean,
    ...ranks: (readonly [rank: number, low: number, high: number] | null)[],
  ])[],
): BumpFigure {
  const placed = lines.map(([label, strong, ...ranks]) => ({
    label,
    strong,
    ranks: ranks.map((rank) => {
      if (rank === null) return quantity('count', null);
      const [value, low, high] = rank;
      return { ...quantity('count', value, 0, { n: 180 }), low, high, range: `${low} to ${high}` };
    }),
  }));
  const words = {
    headline: 'Departments are good at different things',
    subtitle: 'Rank of eight departments on four measures, 2025; bar: 95% interval of the rank',
    summary: 'Onboarding leads on satisfaction and is last but one on first-contact resolution.',
  };
  const table = tableOf(
    'Ranks of departments',
    ['Department', ...measures],
    placed.map(({ label, ranks }) => [label, ...ranks.map(({ value, text }) => (value === undefined ? '[c]' : text))]),
  );
  return { ...frame('bump', 'count', 'experience', words, table), kind: 'bump', measures, lines: placed };
}
