/**
 * Invented figures of contrasts that count who and what there is: strips, stacks, combinations, steps.
 */
import type { Quantity } from '../report/types/analysis-figure.ts';
import type { PartRole, StackFigure, StepsFigure, StripFigure, UpsetFigure } from '../report/types/contrast-figure.ts';
import type { Status } from '../report/types/estimate.ts';
import { frame, quantity, tableOf } from './analysis-base.fixture.ts';

/** A number of a cell, or why there is none; below 30 it is a low base. */
export type Cell = number | Exclude<Status, 'ok' | 'low_base' | 'provisional'>;

/** Numbers of answers by stage and survey. */
export function stripFigure(
  columns: readonly string[],
  rows: readonly (readonly [label: string, ...cells: Cell[]])[],
): StripFigure {
  const placed = rows.map(([label, ...cells]) => ({ label, cells: cells.map(countOf) }));
  const words = {
    headline: 'Two of six stages are measured; four hardly or not at all',
    subtitle: 'Answers by stage of the journey and survey, 2025, n = 3,911 answers; shade: number of answers',
    summary: 'Nine in ten answers come from support. Nobody is asked about renewal.',
  };
  const table = tableOf(
    'Answers by stage and survey',
    ['Stage', ...columns],
    placed.map(({ label, cells }) => [label, ...cells.map(({ value, text }) => (value === undefined ? '[c]' : text))]),
  );
  const base = frame('strip', 'count', 'experience', words, table);
  return { ...base, kind: 'strip', unit: 'count', shade: 'answers', columns, rows: placed };
}

function countOf(cell: Cell): Quantity {
  if (typeof cell !== 'number') return quantity('count', null, 0, { status: cell });
  const text = cell.toLocaleString('en-GB');
  return quantity('count', cell, 0, {
    n: cell,
    text,
    ...(cell > 0 && cell < 30 ? { status: 'low_base' as const } : {}),
  });
}

/** The same cells shaded by the share satisfied; null where it may not be shown. */
export function scoreStripFigure(
  columns: readonly string[],
  rows: readonly (readonly [label: string, ...cells: (readonly [value: number, n: number] | null)[]])[],
): StripFigure {
  const placed = rows.map(([label, ...cells]) => ({
    label,
    cells: cells.map((cell) => quantity('share', cell?.[0] ?? null, 0.04, { n: cell?.[1] ?? 0 })),
  }));
  return { ...stripFigure(columns, []), unit: 'share', shade: 'share satisfied', rows: placed };
}

/** Bars of shares, one per part; null where the whole bar may not be shown. */
export function stackFigure(
  parts: readonly (readonly [label: string, role: PartRole])[],
  bars: readonly (readonly [label: string, values: readonly number[] | null, end?: string])[],
  length: StackFigure['length'] = 'whole',
): StackFigure {
  const unit = length === 'whole' ? ('share' as const) : ('coefficient' as const);
  const placed = bars.map(([label, values, end = '']) => ({
    label,
    quantities: parts.map((_, k) => quantity(unit, values?.[k] ?? null)),
    end,
  }));
  const words = {
    headline: 'A third of the wait for an invoice is outside support',
    subtitle: 'Business hours of solved tickets by who held them, 2025, n = 4,210 tickets',
    summary: 'Invoices wait longest outside support, passwords hardly at all.',
  };
  const table = tableOf(
    'Where the time goes',
    ['Topic', ...parts.map(([label]) => label)],
    placed.map(({ label, quantities }) => [
      label,
      ...quantities.map(({ value, text }) => (value === undefined ? '[c]' : text)),
    ]),
  );
  return {
    ...frame('stack', unit, 'service', words, table),
    kind: 'stack',
    unit,
    parts: parts.map(([label, role]) => ({ label, role })),
    bars: placed,
    length,
  };
}

/** Combinations of sets by the names of their members; null where the share may not be shown. */
export function upsetFigure(
  sets: readonly string[],
  combinations: readonly (readonly [members: readonly string[], share: number | null, n: number])[],
): UpsetFigure {
  const placed = combinations.map(([names, share, n]) => ({
    members: sets.map((set) => names.includes(set)),
    share: quantity('share', share, 0, { n }),
  }));
  const words = {
    headline: 'More than half of the active customers are represented by no instrument',
    subtitle: 'Active customers by what is known of them, 2025, n = 12,480 customers',
    summary: 'Of 100 customers 57 gave no score, no comment and wrote no ticket.',
  };
  const table = tableOf(
    'Who is heard',
    ['Heard through', 'Share', 'n (customers)'],
    placed.map(({ members, share }) => [
      sets.filter((_, k) => members[k]).join(' and ') || 'None',
      share.value === undefined ? '[c]' : share.text,
      share.value === undefined ? '<10' : (share.n?.toLocaleString('en-GB') ?? ''),
    ]),
  );
  return { ...frame('upset', 'share', 'experience', words, table), kind: 'upset', sets, combinations: placed };
}

/** Steps with how many are left; null where that may not be told. */
export function stepsFigure(
  counts: string,
  steps: readonly (readonly [label: string, n: number | null, half: number])[],
): StepsFigure {
  const all = steps[0]?.[1] ?? 1;
  const placed = steps.map(([label, n, half]) => ({
    label,
    count: n === null ? '' : n.toLocaleString('en-GB'),
    share: quantity('share', n === null ? null : n / all, half, { n: n ?? 0 }),
  }));
  const words = {
    headline: 'Of three comments two are answered and one is acted on',
    subtitle: `Share of all ${counts} at each step, 2025; rule: 95% interval`,
    summary: 'The largest step down is from coded to acted on.',
  };
  const table = tableOf(
    'From comment to action',
    ['Step', 'Share', '95% interval', `n (${counts})`],
    placed.map(({ label, count, share }) => [
      label,
      share.value === undefined ? '[c]' : share.text,
      share.range,
      count || '<10',
    ]),
  );
  return { ...frame('steps', 'share', 'experience', words, table), kind: 'steps', steps: placed, counts };
}
