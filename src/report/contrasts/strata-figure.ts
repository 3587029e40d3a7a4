/**
 * Two groups within strata as a figure, with the difference over all strata together.
 */
import type { LikeWithLike } from '../../contrasts/like-with-like.ts';
import { wilson } from '../../statistics/proportion.ts';
import { formatFor, type ReportContext } from '../context.ts';
import { figureBase } from '../figures/base.ts';
import type { Quantity } from '../types/analysis-figure.ts';
import type { StrataFigure } from '../types/contrast-figure.ts';
import { differenceQuantity, shareQuantity } from './quantities.ts';

/** One outcome of the same two groups. */
export interface StrataPart {
  /** What is counted: `satisfied`. */
  readonly label: string;
  readonly found: Pick<LikeWithLike, 'strata' | 'first' | 'second' | 'difference'>;
}

export interface StrataWords extends Pick<StrataFigure, 'groups' | 'headline' | 'subtitle' | 'summary'> {
  /** What the strata are, for a table: `Kind of tickets`. */
  readonly stratum: string;
  /** What n counts, plural. */
  readonly counts: string;
}

/** From so few of a stratum on, a share is to be read with care. */
const FEW = 30;

/** The difference over all strata in points, its sign with it. */
export function pooledQuantity(
  context: ReportContext,
  { first, second, difference }: Pick<LikeWithLike, 'first' | 'second' | 'difference'>,
  margin: number,
  counts: string,
): Quantity {
  return differenceQuantity(context, 'share', margin, difference, {
    n: first.n + second.n,
    counts,
    customers: Math.min(first.n, second.n),
  });
}

/** @param margin smallest difference that matters, as a share. */
export function strataFigure(
  context: ReportContext,
  id: string,
  parts: readonly StrataPart[],
  margin: number,
  { stratum, counts, ...words }: StrataWords,
): StrataFigure {
  const format = formatFor(context, id);
  const side = ({ n, sum }: { n: number; sum: number }): Quantity =>
    shareQuantity(context, format, { share: sum / n, ...wilson(sum / n, n), n, counts, isLowBase: n < FEW });
  const rows = parts.flatMap(({ label, found }) =>
    found.strata.map((each) => ({
      label: each.label,
      ...(parts.length > 1 ? { part: label } : {}),
      first: side(each.a),
      second: side(each.b),
    })),
  );
  const pooled = parts.map(({ label, found }) => ({
    label,
    quantity: pooledQuantity(context, found, margin, counts),
  }));
  const [first, second] = words.groups;
  return {
    kind: 'strata',
    ...figureBase(
      context,
      id,
      {},
      `by-${stratum}`,
      {
        columns: ['outcome', 'stratum', 'group', 'n', 'share', 'low', 'high'],
        rows: parts.flatMap(({ label: outcome, found }, part) =>
          found.strata.flatMap((_, at) => {
            const place = parts.slice(0, part).reduce((sum, each) => sum + each.found.strata.length, at);
            const row = rows[place] as (typeof rows)[number];
            return (
              [
                [first, row.first],
                [second, row.second],
              ] as const
            ).map(([group, { n, value, low, high }]) => [
              outcome,
              row.label,
              group,
              n ?? '',
              value ?? '',
              low ?? '',
              high ?? '',
            ]);
          }),
        ),
      },
      { base: pooled.map(({ label, quantity }) => `${label}: ${quantity.base}`).join('; ') },
    ),
    unit: 'share',
    ...words,
    rows,
    pooled,
    band: margin,
    table: {
      caption: `${words.headline}.`,
      columns: [
        { name: stratum, numeric: false },
        { name: first, numeric: true },
        { name: `n, ${first.toLowerCase()}`, numeric: true },
        { name: second, numeric: true },
        { name: `n, ${second.toLowerCase()}`, numeric: true },
      ],
      rows: rows.map(({ label, first: a, second: b, ...row }) => [
        'part' in row ? `${row.part}: ${label}` : label,
        a.text,
        String(a.n ?? ''),
        b.text,
        String(b.n ?? ''),
      ]),
    },
  };
}
