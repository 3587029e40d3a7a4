/**
 * Hand-offs between departments in words and as a table of from and to.
 */
import { type HandOff, type HandOffs, handOffs } from '../../metrics/service/hand-offs.ts';
import { formatFor, type ReportContext } from '../context.ts';
import { hiddenPart, shownParts } from '../disclosure/parts.ts';
import { FLAGS } from '../estimates.ts';
import { figureBase } from '../figures/base.ts';
import type { Quantity } from '../types/analysis-figure.ts';
import type { StripFigure } from '../types/contrast-figure.ts';
import { count, percent } from '../wording/format.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

export const handOffsView: AnalysisView<HandOffs> = { analysis: handOffs, charts: 'strip', on: 'journey', show };

/** So many departments have room in a table; the rarest of more stay in the download. */
const MOST_DEPARTMENTS = 8;

function show(result: HandOffs, { context }: Desk): Shown | null {
  const { locale } = context.config;
  const { minimum_base } = context.config;
  const isShown = shownParts(
    result.pairs.map(({ customers }) => customers),
    minimum_base,
  );
  const shown = result.pairs.map((pair, place) => ({
    pair,
    quantity: isShown[place] ? quantityOfPair(context, pair) : hiddenPart(minimum_base),
  }));
  const [first] = shown.filter(({ quantity }) => quantity.value !== undefined);
  if (first === undefined) return null;
  const { pair } = first;
  const part = percent(pair.n / result.total);
  return {
    headline: `Most hand-offs go from ${pair.from} to ${pair.to}`,
    sentences: [
      `${count(result.tickets, locale)} tickets were handed on, ${count(result.total, locale)} times in all.`,
      `${count(pair.n, locale)} of these went from ${pair.from} to ${pair.to}, ${part} of all.`,
    ],
    figures: [figureOf(context, shown, result.total)],
    // Pairs that may not be shown stay unnamed.
    numbers: shown
      .filter(({ quantity }) => quantity.value !== undefined)
      .map(({ pair: { from, to }, quantity }) => ({
        metric: 'hand_offs',
        dimension: 'from → to',
        value: `${from} → ${to}`,
        period: context.analyses.span.all,
        quantity,
        unit: 'count',
        method: 'count',
      })),
  };
}

function quantityOfPair(context: ReportContext, { n, customers }: HandOff): Quantity {
  return quantityOf(context, formatFor(context, 'hand_offs'), { value: n, n, customers, counts: 'hand-offs' });
}

function figureOf(
  context: ReportContext,
  shown: readonly { readonly pair: HandOff; readonly quantity: Quantity }[],
  total: number,
): StripFigure {
  const { all } = context.analyses.span;
  // Departments that no publishable pair names stay unnamed.
  const named = shown.filter(({ quantity }) => quantity.value !== undefined);
  const sizes = new Map<string, number>();
  for (const { pair } of named) {
    for (const department of [pair.from, pair.to]) sizes.set(department, (sizes.get(department) ?? 0) + pair.n);
  }
  const departments = [...sizes]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_DEPARTMENTS)
    .map(([department]) => department)
    .sort();
  const cell = (from: string, to: string): Quantity => {
    if (from === to) return { status: 'not_applicable', text: FLAGS.not_applicable, range: '', base: '' };
    const found = shown.find(({ pair }) => pair.from === from && pair.to === to);
    return found?.quantity ?? { status: 'ok', value: 0, n: 0, text: '0', range: '', base: 'n = 0 hand-offs' };
  };
  const base = `n = ${count(total, context.config.locale)} hand-offs`;
  const rows = departments.map((from) => ({ label: from, cells: departments.map((to) => cell(from, to)) }));
  const [top] = named;
  return {
    kind: 'strip',
    ...figureBase(
      context,
      'hand_offs',
      {},
      'from-to',
      {
        columns: ['from', 'to', 'n', 'status'],
        rows: named.map(({ pair, quantity }) => [pair.from, pair.to, quantity.value ?? '', quantity.status]),
      },
      { base, compared: false, uncompared: 'A full count: nothing is compared.' },
    ),
    headline: `${top?.pair.from} hands on to ${top?.pair.to} most: ${top?.quantity.text} times`,
    subtitle: `Changes of department, rows: from, columns: to; ${all.label}; ${base}`,
    summary: named
      .slice(0, 3)
      .map(({ pair, quantity }) => `From ${pair.from} to ${pair.to}: ${quantity.text}.`)
      .join(' '),
    unit: 'count',
    shade: 'hand-offs',
    columns: departments,
    rows,
    table: {
      caption: `Hand-offs from row to column, ${all.label}. [z] the same department; [c] not shown: too few customers.`,
      columns: [
        { name: 'From', numeric: false },
        ...departments.map((name) => ({ name: `to ${name}`, numeric: true })),
      ],
      rows: rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
    },
  };
}
