/**
 * S5 in words, with the rank correlations of the three measures.
 */
import { rankAgreement } from '../../../contrasts/ownership/rank-agreement.ts';
import { MEASURES, type OneDirection, oneDirection } from '../../../contrasts/similarities/one-direction.ts';
import { isLack } from '../../../metrics/analysis.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { IntervalsFigure } from '../../types/contrast-figure.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { listed } from '../../wording/list.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import { agreementQuantity } from '../ownership/rank-agreement-view.ts';
import { baseOf, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = oneDirection.analysis.id;

/** Ends of intervals that decide: of every rank correlation, and of Kendall’s W. */
const RHO_FROM = 0.3;
const W_FROM = 0.5;

export const oneDirectionView: TestView<OneDirection> = { test: oneDirection, charts: 'intervals', answer };

function answer({ customers, pairs }: OneDirection, { context }: TestDesk): WrittenAnswer | null {
  const format = formatFor(context, ID);
  const rows = pairs.map(({ of: [a, b], rho }) => ({
    label: `${capitalised(MEASURES[a] as string)} and ${MEASURES[b]}`,
    ids: [a, b] as const,
    rho,
    quantity: quantityOf(context, format, {
      value: rho.coefficient,
      low: rho.low,
      high: rho.high,
      n: customers,
      customers,
      counts: 'customers',
    }),
  }));
  const weakest = rows.reduce((least, row) => (row.rho.coefficient < least.rho.coefficient ? row : least));
  if (weakest.quantity.value === undefined) return null;
  const departments = departmentAgreement(context);
  const isOne = rows.every(({ rho }) => rho.low > RHO_FROM) || (departments?.low ?? 0) > W_FROM;
  const isNot = rows.some(({ rho }) => rho.high < RHO_FROM) && (departments?.high ?? 0) < W_FROM;
  const words = isOne ? 'one' : isNot ? 'apart' : 'open';
  const least = `${weakest.label.toLowerCase()} go together least, with a rank correlation of ${weakest.quantity.text} (between ${betweenEnds(weakest.quantity.range)})`;
  return {
    reading: { one: 'supports', apart: 'contradicts', open: 'open' }[words] as WrittenAnswer['reading'],
    verdict: 'untested',
    headline: {
      one: 'Satisfaction, service and recommendation pull in one direction',
      apart: 'Satisfaction, service and recommendation do not pull in one direction',
      open: 'Whether the three views pull in one direction is not settled',
    }[words],
    statement: {
      one: `Satisfaction, first-contact resolution and recommendation pull in one direction: even so, ${least}.`,
      apart: `Satisfaction, first-contact resolution and recommendation do not pull in one direction: ${least}.`,
      open: `Whether satisfaction, first-contact resolution and recommendation pull in one direction, these data cannot tell: ${least}.`,
    }[words],
    sentences: [
      `The other rank correlations are ${listed(
        rows
          .filter((row) => row !== weakest)
          .map(
            ({ label, quantity }) =>
              `${quantity.text} for ${label.toLowerCase()} (between ${betweenEnds(quantity.range)})`,
          ),
        'and',
      )}.`,
      departments === null
        ? 'How far the same departments lead on every measure is not known here.'
        : `Over departments Kendall’s W is ${departments.quantity.text} (${departments.quantity.range}); with nothing in common it would still not be 0.`,
    ],
    effect: {
      name: `Rank correlation of ${weakest.label.toLowerCase()}`,
      quantity: weakest.quantity,
      unit: 'coefficient',
      method: 'Spearman',
    },
    figures: [figureOf(context, rows, customers)],
    numbers: rows.map(({ ids, quantity }) =>
      numberOf(context, ID, quantity, 'coefficient', 'spearman', [
        'measures',
        ids.map((id) => MEASURES[id]).join(' and '),
      ]),
    ),
  };
}

/** How far departments agree (C4c); null where it is not known. */
function departmentAgreement(
  context: ReportContext,
): { readonly low: number; readonly high: number; readonly quantity: Quantity } | null {
  const found = context.analyses.result(rankAgreement.analysis);
  if (isLack(found)) return null;
  const quantity = agreementQuantity(context, found);
  return quantity.value === undefined ? null : { low: found.low, high: found.high, quantity };
}

function figureOf(
  context: ReportContext,
  rows: readonly { readonly label: string; readonly quantity: Quantity }[],
  customers: number,
): IntervalsFigure {
  const base = baseOf(context, customers, 'customers');
  return {
    kind: 'intervals',
    ...figureBase(
      context,
      ID,
      {},
      'correlations',
      {
        columns: ['measures', 'n', 'rho', 'low', 'high'],
        rows: rows.map(({ label, quantity: { n, value, low, high } }) => [
          label,
          n ?? '',
          value ?? '',
          low ?? '',
          high ?? '',
        ]),
      },
      { base, compared: false, uncompared: 'Each correlation is read against the line, not against the others.' },
    ),
    unit: 'coefficient',
    signed: false,
    headline: `Rank correlations of the three views lie between ${extreme(rows, Math.min)} and ${extreme(rows, Math.max)}`,
    subtitle: `Spearman’s rank correlation over customers, of shares satisfied and resolved at first contact and the latest recommendation; ${context.analyses.span.all.label}; ${base}; rule: 95% interval`,
    summary: `“One direction” is said from ${RHO_FROM} on, by the lower end of every interval.`,
    panels: [{ label: '', rows }],
    reference: { value: RHO_FROM, text: `said from ${RHO_FROM}` },
    band: null,
    table: {
      caption: `Rank correlations, ${context.analyses.span.all.label}.`,
      columns: [
        { name: 'Measures', numeric: false },
        { name: 'Rank correlation', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: rows.map(({ label, quantity }) => [label, quantity.text, quantity.range, String(quantity.n ?? '')]),
    },
  };
}

function extreme(rows: readonly { readonly quantity: Quantity }[], pick: (...values: number[]) => number): string {
  const wanted = pick(...rows.map(({ quantity }) => quantity.value ?? Number.NaN));
  return rows.find(({ quantity }) => quantity.value === wanted)?.quantity.text ?? '';
}
