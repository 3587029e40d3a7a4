/**
 * What a proven tool says of comments, with its errors beside it.
 */
import { SENTIMENTS } from '../../dataset/model.ts';
import type { Cell } from '../../metrics/definition.ts';
import { type SentimentResult, sentiment, type ToolErrors } from '../../metrics/experience/sentiment.ts';
import type { Agreement } from '../../statistics/agreement.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import { FLAGS, keptBackWords } from '../estimates.ts';
import { baseText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../figures/base.ts';
import type { Quantity } from '../types/analysis-figure.ts';
import type { DistributionFigure } from '../types/figure.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count } from '../wording/format.ts';
import { listed } from '../wording/list.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

/** In a group of fewer customers, a share of nothing or of everything would tell what everybody wrote. */
const FEWEST_CUSTOMERS = 30;

export const sentimentView: AnalysisView<SentimentResult> = { analysis: sentiment, charts: 'stacked bars', show };

function show(result: SentimentResult, { context }: Desk): Shown | null {
  const { all } = context.analyses.span;
  const shares = result.shares.map((cell) => quantity(context, cell));
  const [negative, , positive] = shares;
  if (negative?.value === undefined || positive?.value === undefined) return null;
  const headline = `${negative.text} of comments are negative and ${positive.text} positive, a tool says`;
  const { locale } = context.config;
  return {
    headline,
    sentences: [
      `The tool coded ${count(result.shares[0]?.n ?? 0, locale)} comments. It agrees with two people who agree with each other in ${kappaText(result.tool)}, ` +
        `and they with each other in ${kappaText(result.people)}.`,
      'Its errors are in the second figure: no share of comments is known better than they allow.',
    ],
    figures: [
      distribution(context, 'shares', headline, [{ label: 'All coded comments', shares }]),
      errorsFigure(context, result.errors),
    ],
    numbers: SENTIMENTS.map((code, index) => ({
      metric: 'sentiment_share',
      dimension: 'code',
      value: code,
      period: all,
      quantity: shares[index] as Quantity,
      unit: 'share',
      method: 'wilson',
    })),
  };
}

/** `87 of 100 (κ 0.78, 0.71 to 0.85)`. */
function kappaText({ observed, kappa, low, high }: Agreement): string {
  const two = (value: number) => value.toFixed(2).replace('-', '−');
  return `${Math.round(observed * 100)} of 100 (κ ${two(kappa)}, ${two(low)} to ${two(high)})`;
}

function quantity(context: ReportContext, { value, low, high, n, customers }: Cell): Quantity {
  const base = fewest(context);
  if (customers < base || value === undefined || low === undefined || high === undefined) {
    return { status: 'suppressed', text: FLAGS.suppressed, range: '', base: keptBackWords(base) };
  }
  const { counts } = cardOf(context, sentiment.id);
  return quantityOf(context, formatFor(context, sentiment.id), { value, low, high, n, customers, counts });
}

function fewest({ config }: ReportContext): number {
  return Math.max(FEWEST_CUSTOMERS, config.minimum_base);
}

interface Row {
  readonly label: string;
  /** In the order of `SENTIMENTS`. */
  readonly shares: readonly Quantity[];
}

function errorsFigure(context: ReportContext, errors: readonly ToolErrors[]): DistributionFigure {
  const rows = errors.map(
    ({ people, tool }): Row => ({ label: `People say ${people}`, shares: tool.map((cell) => quantity(context, cell)) }),
  );
  const known = SENTIMENTS.flatMap((code, index) => {
    const { status, text } = (rows[index] as Row).shares[index] as Quantity;
    return status === 'suppressed' ? [] : [`${text} of ${code} ones`];
  });
  const headline =
    known.length === 0
      ? 'Too few comments of each kind to show the tool’s errors'
      : `The tool finds ${listed(known, 'and')}`;
  return distribution(context, 'errors', headline, rows);
}

/** One bar a row. A row in which a share may not be told has no bar. */
function distribution(
  context: ReportContext,
  what: 'shares' | 'errors',
  headline: string,
  rows: readonly Row[],
): DistributionFigure {
  const { config } = context;
  const { all } = context.analyses.span;
  const limits = { ...config, minimum_base: fewest(context) };
  const subject =
    what === 'shares'
      ? 'Comments by what the tool says of them'
      : 'What the tool says of comments that two people call negative, neutral or positive';
  return {
    kind: 'distribution',
    ...figureBase(
      context,
      sentiment.id,
      {},
      what,
      {
        columns: ['comments', 'tool_says', ...ESTIMATE_COLUMNS],
        rows: rows.flatMap(({ label, shares }) =>
          SENTIMENTS.map((code, index) => [
            label,
            code,
            ...estimateCells({ ...(shares[index] as Quantity), method: 'wilson' }, 'share', limits.minimum_base),
          ]),
        ),
      },
      { compared: false },
    ),
    headline,
    subtitle: `${subject}; ${all.label}; bar: share of comments, negative on the left`,
    summary: rows
      .filter(({ shares }) => shares[0]?.status !== 'suppressed')
      .map(({ label, shares }) => `${label}: ${sharesText(shares)}.`)
      .join(' '),
    answers: SENTIMENTS.map((code) => ({ label: capitalised(code), tone: code })),
    groups: rows.map(({ label, shares }) => {
      const { status, n, base } = shares[0] as Quantity;
      if (n === undefined) return { label, status, base };
      return { label, status, base, n, shares: shares.map(({ value }) => value as number) };
    }),
    table: {
      caption: `${subject}, ${all.label}. Shares are rounded and may not add up to 100%.`,
      columns: [
        { name: 'Comments', numeric: false },
        ...SENTIMENTS.map((code) => ({ name: `Tool says ${code}`, numeric: true })),
        { name: 'n (comments)', numeric: true },
      ],
      rows: rows.map(({ label, shares }) => [
        label,
        ...shares.map(({ text, range, status }) => (status === 'suppressed' ? text : `${text} (${range})`)),
        baseText(shares[0] as Quantity, limits),
      ]),
    },
  };
}

function sharesText(shares: readonly Quantity[]): string {
  return shares.map(({ text }, index) => `${text} ${SENTIMENTS[index]}`).join(', ');
}
