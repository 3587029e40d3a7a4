/**
 * Drivers in words and bars.
 */
import {
  CUSTOMERS_FOR_ORDER,
  type DriverShare,
  type DriversResult,
  drivers,
} from '../../metrics/experience/drivers.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import { baseText, ESTIMATE_COLUMNS, figureBase } from '../figures/base.ts';
import type { DriversFigure, Quantity } from '../types/analysis-figure.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count, percent } from '../wording/format.ts';
import { midSentence } from '../wording/headline.ts';
import { listed } from '../wording/list.ts';
import { GOES_WITH } from '../wording/phrases.ts';
import { performanceFigure } from './performance-figure.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

/** So sure it has to be that a driver is the largest before it is named as that. */
const SURE_FIRST = 0.9;

/** From so large a share on, a coefficient that points the wrong way is worth a word. */
const NOTABLE_SHARE = 0.05;

export const driversView: AnalysisView<DriversResult> = { analysis: drivers, charts: 'bars', show };

function show(result: DriversResult, { context }: Desk): Shown | null {
  const { all } = context.analyses.span;
  const card = cardOf(context, 'drivers');
  const format = formatFor(context, 'drivers');
  const bars = result.drivers.map((driver) => ({
    driver,
    quantity: quantityOf(context, format, {
      ...driver,
      value: driver.share,
      n: result.customers,
      customers: result.customers,
      counts: card.counts,
    }),
  }));
  if (bars.some(({ quantity }) => quantity.value === undefined)) return null;
  const headline = headlineOf(result);
  const r2 = quantityOf(context, formatFor(context, 'leaving'), {
    value: result.r2,
    ...result.r2Interval,
    n: result.customers,
    customers: result.customers,
    counts: card.counts,
  });
  return {
    headline,
    sentences: sentencesOf(result, r2, context),
    figures: [figureOf(context, bars, r2)],
    more: [performanceFigure(context, bars)],
    numbers: [
      ...bars.map(({ driver, quantity }) => ({
        metric: 'driver_share',
        dimension: 'driver',
        value: driver.id,
        period: all,
        quantity,
        unit: card.unit,
        method: 'lmg',
      })),
      { metric: 'driver_r2', dimension: '', value: '', period: all, quantity: r2, unit: 'coefficient', method: 'ols' },
    ],
  };
}

function headlineOf({ drivers: [first, second] }: DriversResult): string {
  if (first === undefined) return `Nothing that customers met with ${GOES_WITH} their recommendation`;
  if (first.first >= SURE_FIRST) return `${first.name} goes most with the willingness to recommend`;
  return second === undefined
    ? `${first.name} ${GOES_WITH} the willingness to recommend`
    : `${first.name} and ${midSentence(second.name)} are too close to name a first`;
}

function sentencesOf(result: DriversResult, r2: Quantity, { config }: ReportContext): string[] {
  const { drivers: shares, leads, customers, leftOut } = result;
  const [first] = shares;
  if (first === undefined) return [];
  const shareWords = `${percent(first.share)} of that (between ${percent(first.low)} and ${percent(first.high)})`;
  const suppressed = shares.filter(({ suppression, share }) => suppression && share >= NOTABLE_SHARE);
  return [
    `Together they explain ${percent(result.r2)} of the differences between the answers of ` +
      `${count(customers, config.locale)} customers (R² ${r2.text}, ${r2.range}).`,
    `${first.name} accounts for ${shareWords} and is the largest in ${Math.round(first.first * 100)} of 100 resamples.`,
    orderSentence(shares, leads, customers),
    ...(suppressed.length === 0 ? [] : [otherWaySentence(suppressed.map(({ name }) => midSentence(name)))]),
    ...(leftOut.length === 0
      ? []
      : [`Too few customers have ${listed(leftOut.map(midSentence), 'and')} to look at it together with the others.`]),
    'These are shares of association: they do not say what would change the answers.',
  ];
}

/** @param names as they stand within a sentence. */
function otherWaySentence(names: readonly string[]): string {
  const [point, them] = names.length === 1 ? ['points', 'it'] : ['point', 'them'];
  return `${capitalised(listed(names, 'and'))} ${point} the other way once all others are taken into account: read ${them} with care.`;
}

function orderSentence(shares: readonly DriverShare[], leads: DriversResult['leads'], customers: number): string {
  const clear = customers < CUSTOMERS_FOR_ORDER ? 0 : leads.findIndex(({ low }) => !(low > 0));
  const named = clear < 0 ? shares.length : clear;
  if (named < 2) return 'The data do not settle an order among them.';
  const names = shares.slice(0, named).map(({ name }) => midSentence(name));
  return `The order ${listed(names, 'and')} is clear; behind them it is not settled.`;
}

function figureOf(
  context: ReportContext,
  bars: readonly { driver: DriverShare; quantity: Quantity }[],
  r2: Quantity,
): DriversFigure {
  const { all } = context.analyses.span;
  const card = cardOf(context, 'drivers');
  const [first, second] = bars;
  return {
    kind: 'drivers',
    ...figureBase(
      context,
      'drivers',
      {},
      'shares',
      {
        columns: ['driver', ...ESTIMATE_COLUMNS, 'p_first'],
        rows: bars.map(({ driver, quantity }) => [
          driver.id,
          quantity.n ?? '',
          quantity.value ?? '',
          quantity.low ?? '',
          quantity.high ?? '',
          card.unit,
          quantity.status,
          'lmg',
          driver.first,
        ]),
      },
      { base: r2.base },
    ),
    unit: card.unit,
    headline:
      first === undefined
        ? 'Nothing goes with the recommendation'
        : `${first.driver.name}: ${first.quantity.text} of the ${percent(r2.value ?? 0)} that is explained`,
    subtitle: `Association shares: part of R² that each accounts for; ${all.label}; ${r2.base}; bar: 95% interval`,
    summary:
      first === undefined || second === undefined
        ? ''
        : `Largest is ${midSentence(first.driver.name)} with ${first.quantity.text} (${first.quantity.range}), next ` +
          `${midSentence(second.driver.name)} with ${second.quantity.text} (${second.quantity.range}).`,
    bars: bars.map(({ driver, quantity }, index) => ({
      label: driver.name,
      quantity,
      ...(index === 0 ? { first: driver.first } : {}),
      // A share is never below zero: it is clear when it is more than its part would be if all were alike.
      clear: driver.low > NOTABLE_SHARE,
    })),
    totalText: `R² ${r2.text}`,
    table: {
      caption: `Shares of R², ${all.label}. R² is ${r2.text} (${r2.range}).`,
      columns: [
        { name: 'Driver', numeric: false },
        { name: 'Share of R²', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Largest in … of 100 resamples', numeric: true },
        { name: `n (${card.counts})`, numeric: true },
      ],
      rows: bars.map(({ driver, quantity }) => [
        driver.name,
        quantity.text,
        quantity.range,
        String(Math.round(driver.first * 100)),
        baseText(quantity, context.config),
      ]),
    },
  };
}
