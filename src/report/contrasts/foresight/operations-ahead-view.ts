/**
 * C6c in words: a lag plot of the pair that decides.
 */
import {
  type OperationsAhead,
  type OperationsLead,
  operationsAhead,
} from '../../../contrasts/foresight/operations-ahead.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { cardOf, type ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import type { LagFigure } from '../../types/analysis-figure.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { signed } from '../../wording/format.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer } from '../view.ts';
import { operationsLines } from './operations-lines.ts';

const { analysis } = operationsAhead;
const ID = analysis.id;

const NAMES = {
  first_response_median: 'first response time',
  backlog: 'the backlog',
  reopen: 'the reopen rate',
  csat: 'CSAT',
  nps: 'NPS',
} as const;

export const operationsAheadView: TestView<OperationsAhead> = {
  test: operationsAhead,
  charts: 'aligned lines, lag plot',
  // Never equivalent: that series do not move together at any lag is more than months can show.
  weighed: ({ leads }, context) =>
    Object.fromEntries(
      leads.map((lead): [string, Weighed] => [
        nameOf(lead),
        {
          difference: { difference: lead.strongest.correlation, low: -1, high: 1, low90: -1, high90: 1, p: lead.p },
          margin: comparedFrom(context, analysis),
          unit: 'coefficient',
        },
      ]),
    ),
  answer,
};

function nameOf({ ahead, behind }: OperationsLead): string {
  return `${ahead} before ${behind}`;
}

/** Operations first, and opinion falls where they rise. */
function isAsDeclared({ strongest }: OperationsLead): boolean {
  return strongest.lag > 0 && strongest.correlation < 0;
}

function answer({ leads }: OperationsAhead, desk: TestDesk): WrittenAnswer | null {
  const { context, store } = desk;
  const shown = leads.filter((lead) => desk.verdict(nameOf(lead)) === 'different');
  const told = shown.filter(isAsDeclared).toSorted((a, b) => a.p - b.p);
  const deciding = told[0] ?? leads.toSorted((a, b) => a.p - b.p)[0];
  if (deciding === undefined) return null;
  const { ahead, behind, strongest, bound, volume, months } = deciding;
  const isTold = told.length > 0;
  const lines = operationsLines(context, store, deciding);
  const finding = `${capitalised(NAMES[ahead])} moves ${monthsOf(strongest.lag)} ahead of ${NAMES[behind]}`;
  const headline = isTold ? finding : 'These months do not show that operations move ahead of opinion';
  return {
    reading: isTold ? 'supports' : 'open',
    verdict: desk.verdict(nameOf(deciding)),
    headline,
    statement: isTold
      ? `${finding}: where it rose, ${NAMES[behind]} fell later (r\u00a0=\u00a0${signed(strongest.correlation, 2)} between monthly changes).`
      : 'Whether waits, backlog or reopenings move ahead of what customers say, these months cannot tell.',
    sentences: [
      `Over ${months.length} months in a row, changes of ${NAMES[ahead]} and ${NAMES[behind]} go together most closely at a lag of ${monthsOf(Math.abs(strongest.lag))}${strongest.lag === 0 ? '' : strongest.lag > 0 ? ', operations first' : ', opinion first'} (r\u00a0=\u00a0${signed(strongest.correlation, 2)}); unrelated series that persist as long reach ${bound.toFixed(2)} in 5 of 100 pairs.`,
      ...(volume === null
        ? []
        : [
            `Changes in the number of tickets go with those of ${NAMES[behind]} in the same month by r\u00a0=\u00a0${signed(volume, 2)}.`,
          ]),
      'Moving together is no evidence that one brings about the other.',
    ],
    effect: {
      name: 'Correlation of monthly changes at the strongest lag',
      quantity: {
        status: 'ok',
        value: strongest.correlation,
        n: months.length,
        text: signed(strongest.correlation, 2),
        range: '',
        base: `n = ${months.length} months`,
      },
      unit: 'coefficient',
      method: 'tested over all lags against unrelated series',
    },
    figures: [...(lines === null ? [] : [lines]), figureOf(context, deciding, headline)],
    numbers: [],
  };
}

function monthsOf(lag: number): string {
  return `${lag} ${lag === 1 ? 'month' : 'months'}`;
}

function figureOf(context: ReportContext, lead: OperationsLead, headline: string): LagFigure {
  const card = cardOf(context, ID);
  const { lags, strongest, bound, months, ahead, behind } = lead;
  const span = `${months[0]?.label} to ${months.at(-1)?.label}`;
  return {
    kind: 'lag',
    ...figureBase(
      context,
      ID,
      {},
      'by-lag',
      { columns: ['lag_months', 'correlation'], rows: lags.map(({ lag, correlation }) => [lag, correlation]) },
      { base: `n = ${months.length} months` },
    ),
    headline,
    subtitle: `${card.label} of ${NAMES[ahead]} and ${NAMES[behind]} by lag in months; ${span}; band: what 95 of 100 pairs of unrelated series keep to`,
    summary: `Largest at ${monthsOf(Math.abs(strongest.lag))} (r\u00a0=\u00a0${signed(strongest.correlation, 2)}); the band ends at ±${bound.toFixed(2)}.`,
    lags,
    bound,
    names: [capitalised(NAMES[ahead]), NAMES[behind]],
    step: 'month',
    table: {
      caption: `Correlation of monthly changes of ${NAMES[ahead]} and ${NAMES[behind]} by lag, ${span}. Above 0 operations move first.`,
      columns: [
        { name: 'Lag in months', numeric: false },
        { name: 'Correlation', numeric: true },
      ],
      rows: lags.map(({ lag, correlation }) => [signed(lag, 0), signed(correlation, 2)]),
    },
  };
}
