/**
 * Themes of comments in words, and how often the two groups mention them.
 */
import type { Difference } from '../../metrics/definition.ts';
import { type ThemeShares, type Themes, themes } from '../../metrics/experience/themes.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import { ESTIMATE_COLUMNS, estimateCells, figureBase } from '../figures/base.ts';
import type { PairsFigure, Quantity } from '../types/analysis-figure.ts';
import type { IntervalsFigure } from '../types/contrast-figure.ts';
import type { Verdict } from '../types/estimate.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count, type Format } from '../wording/format.ts';
import { listed } from '../wording/list.ts';
import { ABOUT_THE_SAME, BELOW_MARGIN, betweenEnds, nothingClear } from '../wording/phrases.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';
import { SIDE_NAMES } from './words-view.ts';

export const themesView: AnalysisView<Themes> = {
  analysis: themes,
  charts: 'pairs',
  on: 'voice',
  differences: ({ themes: found }) =>
    Object.fromEntries(
      found.flatMap(({ theme, difference }) => (difference === null ? [] : [[theme, difference] as const])),
    ),
  show,
};

/** At most so many themes stand in a sentence. */
const NAMED = 3;

interface Row {
  readonly theme: ThemeShares;
  /** Share of all who commented. */
  readonly share: Quantity;
  readonly low: Quantity | null;
  readonly high: Quantity | null;
  readonly verdict: Verdict;
}

type Sides = readonly [low: string, high: string];

function show(result: Themes, desk: Desk): Shown | null {
  const { context } = desk;
  const { minimum_base, locale } = context.config;
  if (result.customers < minimum_base) return null;
  const sides = shownSides(result, minimum_base);
  const rows = result.themes
    .filter(({ customers }) => customers >= minimum_base)
    .map((theme) => rowOf(theme, sides, desk))
    .toSorted((a, b) => b.theme.customers - a.theme.customers);
  const hidden = result.themes.length - rows.length;
  const headline = headlineOf(rows, sides);
  return {
    headline,
    sentences: [
      `The report has read ${count(result.comments, locale)} comments of ${count(result.customers, locale)} customers. A comment can ` +
        'mention several themes or none, so the shares can exceed 100% together.',
      ...sharesSentence(rows),
      ...(sides === null ? [] : differenceSentences(context, rows, sides)),
      ...hiddenSentence(hidden, minimum_base, locale),
    ],
    figures: figuresOf(context, rows, result, sides),
    numbers: rows.map(({ theme: { theme }, share }) => ({
      metric: themes.id,
      dimension: 'theme',
      value: theme,
      period: context.analyses.span.all,
      quantity: share,
      unit: 'share',
      method: 'wilson',
    })),
  };
}

/** Null where a side, or those on neither, are too few to be shown: from everybody and the others theirs could be worked out. */
function shownSides({ by, beside, themes: found }: Themes, minimumBase: number): Sides | null {
  const sizes = [...(found[0]?.sides ?? []).map(({ customers }) => customers), ...(beside === 0 ? [] : [beside])];
  return by === null || sizes.some((size) => size < minimumBase) ? null : SIDE_NAMES[by];
}

/** Themes that too few customers mention are counted, not named. */
function hiddenSentence(hidden: number, minimumBase: number, locale: string): string[] {
  if (hidden === 0) return [];
  return [
    hidden === 1
      ? `One more theme is declared, which fewer than ${minimumBase} customers mention.`
      : `${count(hidden, locale)} more themes are declared, each of which fewer than ${minimumBase} customers mention.`,
  ];
}

function rowOf(theme: ThemeShares, names: Sides | null, { context, verdict }: Desk): Row {
  const quantity = ({ value = Number.NaN, low, high, n, customers }: ThemeShares['share'], counts: string) =>
    quantityOf(context, formatFor(context, themes.id), {
      value,
      ...(low === undefined || high === undefined ? {} : { low, high }),
      n,
      customers,
      counts,
    });
  return {
    theme,
    share: quantity(theme.share, 'customers'),
    low: theme.sides === null || names === null ? null : quantity(theme.sides[0], names[0]),
    high: theme.sides === null || names === null ? null : quantity(theme.sides[1], names[1]),
    verdict: names !== null && isTestable(theme) ? verdict(theme.theme) : 'untested',
  };
}

/** Where nobody on either side mentions a theme there is nothing to test. */
function isTestable({ difference }: ThemeShares): boolean {
  return difference !== null && [difference.difference, difference.low, difference.high].every(Number.isFinite);
}

/** Themes that the two groups mention clearly differently often, the largest difference first. */
function clearlyDifferent(rows: readonly Row[]): Row[] {
  const size = ({ theme: { difference } }: Row) => Math.abs(difference?.difference ?? 0);
  return rows.filter(({ verdict }) => verdict === 'different').toSorted((a, b) => size(b) - size(a));
}

function headlineOf(rows: readonly Row[], sides: Sides | null): string {
  const [clear] = clearlyDifferent(rows);
  if (clear !== undefined && sides !== null) {
    const [more, less] = inOrder(clear, sides);
    return `${capitalised(more)} mention “${clear.theme.theme}” more often than ${less}`;
  }
  const [most] = rows;
  return most === undefined
    ? 'No theme is mentioned often enough to be shown'
    : `${most.share.text} of customers who comment mention “${most.theme.theme}”`;
}

/** The side that mentions a theme more often, and the other. */
function inOrder({ theme: { difference } }: Row, [low, high]: Sides): Sides {
  return (difference?.difference ?? 0) < 0 ? [low, high] : [high, low];
}

/** Shares without a rank: whether one theme is mentioned more than another is not tested. */
function sharesSentence([first, ...rest]: readonly Row[]): string[] {
  if (first === undefined) return [];
  const told = ({ theme: { theme }, share }: Row, verb = '') => `${share.text} (${share.range})${verb} “${theme}”`;
  const others = rest.slice(0, NAMED - 1).map((row) => told(row));
  return [`Of those who comment, ${listed([told(first, ' mention'), ...others], 'and')}.`];
}

function differenceSentences(context: ReportContext, rows: readonly Row[], sides: Sides): string[] {
  const format = formatFor(context, themes.id);
  const clear = clearlyDifferent(rows);
  const moreBy = (side: 0 | 1) => {
    const found = clear.filter((row) => inOrder(row, sides)[0] === sides[side]);
    if (found.length === 0) return [];
    const named = found.map(({ theme: { theme, difference } }) => `“${theme}” (${sizeOf(format, difference)})`);
    return [`${capitalised(sides[side])} mention more often than ${sides[1 - side]}: ${listed(named, 'and')}.`];
  };
  const named = (verdict: Verdict) =>
    rows.filter((row) => row.verdict === verdict).map(({ theme: { theme } }) => `“${theme}”`);
  const [same, small, open] = [named('equivalent'), named('negligible'), named('undecided')];
  return [
    ...moreBy(0),
    ...moreBy(1),
    ...(same.length === 0 ? [] : [`${capitalised(listed(same, 'and'))}: ${ABOUT_THE_SAME} on both sides.`]),
    ...(small.length === 0 ? [] : [`${capitalised(listed(small, 'and'))}: different, but ${BELOW_MARGIN}.`]),
    ...(open.length === 0 ? [] : [`${capitalised(listed(open, 'and'))}: ${nothingClear('between groups')}.`]),
  ];
}

/** The size of a difference, since the words around it say who is above: `by 9 points, between 2 and 16`. */
function sizeOf(format: Format, found: Difference | null): string {
  const { difference = 0, low = 0, high = 0 } = found ?? {};
  const [from, to] = difference < 0 ? [-high, -low] : [low, high];
  return `by ${format.difference(difference)}, between ${betweenEnds(format.differenceRange(from, to))}`;
}

function figuresOf(
  context: ReportContext,
  rows: readonly Row[],
  result: Themes,
  sides: Sides | null,
): (PairsFigure | IntervalsFigure)[] {
  if (rows.length === 0) return [];
  const { all } = context.analyses.span;
  const { locale, minimum_base } = context.config;
  const names = sides === null ? [] : sides;
  const sizes = rows[0] as Row;
  const declared = new Map(context.metricContext.company.themes.map(({ name, patterns }) => [name, patterns]));
  const wordsOf = (theme: string) => (declared.get(theme) ?? []).join(', ');
  const base = `n = ${count(result.customers, locale)} customers who commented`;
  const shared = {
    ...figureBase(
      context,
      themes.id,
      {},
      'by-theme',
      {
        columns: ['theme', 'group', 'comments', ...ESTIMATE_COLUMNS],
        rows: rows.flatMap(({ theme, share, low, high }) =>
          [
            ['everybody', share, theme.comments] as const,
            ...(low === null || high === null
              ? []
              : ([
                  [names[0], low, ''],
                  [names[1], high, ''],
                ] as const)),
          ].map(([group, quantity, comments]) => [
            theme.theme,
            group as string,
            comments,
            ...estimateCells({ ...quantity, method: 'wilson' }, 'share', minimum_base),
          ]),
        ),
      },
      { base, compared: sides !== null },
    ),
    summary: sharesSentence(rows)[0] as string,
    table: {
      caption:
        `${cardOf(context, themes.id).name}, ${all.label}: customers who mention each theme. A customer can mention several, ` +
        'so shares can exceed 100% together.',
      columns: [
        { name: 'Theme', numeric: false },
        { name: 'Comments', numeric: true },
        { name: 'Customers', numeric: true },
        { name: 'Share of those who comment', numeric: true },
        ...names.map((name) => ({ name: capitalised(name), numeric: true })),
        { name: 'Words', numeric: false },
      ],
      rows: rows.map(({ theme, share, low, high }) => [
        theme.theme,
        count(theme.comments, locale),
        count(theme.customers, locale),
        `${share.text} (${share.range})`,
        ...[low, high].flatMap((quantity) => (quantity === null ? [] : [`${quantity.text} (${quantity.range})`])),
        wordsOf(theme.theme),
      ]),
    },
  };
  if (sides === null) {
    return [
      {
        kind: 'intervals',
        ...shared,
        headline: headlineOf(rows, null),
        subtitle: `Share of customers who comment that mention each theme; ${all.label}; ${base}; bar: 95% interval`,
        unit: 'share',
        signed: false,
        panels: [{ label: '', rows: rows.map(({ theme, share }) => ({ label: theme.theme, quantity: share })) }],
        reference: null,
        band: null,
      },
    ];
  }
  return [
    {
      kind: 'pairs',
      ...shared,
      headline: headlineOf(rows, sides),
      subtitle:
        `Share of customers who comment that mention each theme; ${all.label}; ` +
        `${sizes.low?.base}, ${sizes.high?.base}; line: 95% interval`,
      unit: 'share',
      mark: 'bars',
      names: [capitalised(sides[0]), capitalised(sides[1])],
      rows: rows.map(({ theme, low, high, verdict }) => ({
        label: theme.theme,
        first: low as Quantity,
        second: high as Quantity,
        differs: verdict === 'untested' ? null : verdict === 'different',
      })),
    },
  ];
}
