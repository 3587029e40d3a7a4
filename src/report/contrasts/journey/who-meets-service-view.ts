/**
 * C8a in words, with the reach of service and the waterfall of scores.
 */
import type { Reading } from '../../../contrasts/contrast.ts';
import {
  type GroupScore,
  type Reach,
  type WhoMeetsService,
  whoMeetsService,
} from '../../../contrasts/journey/who-meets-service.ts';
import type { Difference } from '../../../metrics/definition.ts';
import { netInterval } from '../../../statistics/nps.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { blurParts } from '../../disclosure/blur.ts';
import { shownRows } from '../../disclosure/parts.ts';
import { ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity, WaterfallFigure } from '../../types/analysis-figure.ts';
import type { StackFigure } from '../../types/contrast-figure.ts';
import type { Verdict } from '../../types/estimate.ts';
import { count, formatOf, percent, signed } from '../../wording/format.ts';
import { differencePhrase, sizeOf } from '../difference-words.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = whoMeetsService;
const ID = analysis.id;

export const whoMeetsServiceView: TestView<WhoMeetsService> = {
  test: whoMeetsService,
  charts: 'stack, waterfall',
  weighed: ({ rateEffect, mixEffect }, context) => {
    const margin = comparedFrom(context, analysis);
    return {
      rate: { difference: rateEffect, margin, unit: 'net' },
      mix: { difference: mixEffect, margin, unit: 'net' },
    };
  },
  answer,
};

function readingOf(verdict: Verdict, { difference }: Difference): Reading {
  if (verdict === 'different') return difference < 0 ? 'supports' : 'contradicts';
  return verdict === 'undecided' ? 'open' : 'contradicts';
}

function answer(result: WhoMeetsService, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { config, analyses } = context;
  const { everybody, without, with: met, rateEffect, mixEffect, gap, days, daysBefore, bySegment } = result;
  const share = everybody.contacted / everybody.active;
  const reach = quantityOf(context, formatOf('share', config.locale), {
    value: share,
    n: everybody.active,
    customers: Math.min(everybody.contacted, everybody.active - everybody.contacted),
    counts: 'active customers',
  });
  if (reach.value === undefined) return null;
  const format = formatFor(context, ID);
  const verdict = desk.verdict('rate');
  const reading = readingOf(verdict, rateEffect);
  const quantity = effectQuantity(context, rateEffect, without.n + met.n);
  const kinds = bySegment ? 'of the same segment and length of custom' : 'of the same length of custom';
  const phrase = differencePhrase(verdict, rateEffect, format);
  const reached = `${percent(share)} of active customers met with service in ${days} days`;
  const margin = comparedFrom(context, analysis);
  const mixMatters = Math.abs(mixEffect.difference) >= margin / 2;
  return {
    reading,
    verdict,
    headline: headlineOf(verdict, rateEffect),
    statement:
      phrase === null
        ? `${reached}; whether customers with a ticket score differently from others ${kinds}, these data cannot tell.`
        : `${reached}; against others ${kinds}, the Net Promoter Score of customers with a ticket is ${phrase}.`,
    sentences: [
      `The score is ${signed(met.net, 0)} with a ticket in the ${daysBefore} days before the answer and ${signed(without.net, 0)} without, ${sizeOf(gap, format)} apart.`,
      `Who belongs to the groups accounts for ${signed(mixEffect.difference, 0)} points of it (between ${signed(mixEffect.low, 0)} and ${signed(mixEffect.high, 0)})${mixMatters ? ', which is a part that matters' : ''}; the rest lies within kinds of customers.`,
      'Whoever needs service has met with a problem first, so this is not the effect of service.',
    ],
    effect: {
      name: 'Score with a ticket minus without, within kinds of customers',
      quantity,
      unit: 'net',
      method: 'Kitagawa, bootstrap',
      weighed: 'rate',
    },
    figures: [reachFigure(context, result), waterfall(context, result, reading)],
    numbers: [
      {
        metric: `${ID}_reach`,
        dimension: '',
        value: '',
        period: analyses.span.all,
        quantity: reach,
        unit: 'share',
        method: 'count',
      },
      ...(
        [
          ['rate_effect', rateEffect],
          ['mix_effect', mixEffect],
        ] as const
      ).map(([name, effect]) => ({
        metric: `${ID}_${name}`,
        dimension: '',
        value: '',
        period: analyses.span.all,
        quantity: effectQuantity(context, effect, without.n + met.n),
        unit: 'net' as const,
        method: 'kitagawa',
      })),
    ],
  };
}

function headlineOf(verdict: Verdict, { difference }: Difference): string {
  const than = 'than others of their kind';
  switch (verdict) {
    case 'different':
      return `Customers who needed service score ${difference < 0 ? 'lower' : 'higher'} ${than}`;
    case 'negligible':
      return `Customers who needed service score ${difference < 0 ? 'lower' : 'higher'} by less than matters`;
    case 'equivalent':
      return 'Customers who needed service score about the same as others of their kind';
    default:
      return 'Whether customers who needed service score lower is not settled';
  }
}

function effectQuantity(context: ReportContext, effect: Difference, n: number): Quantity {
  const text = (value: number) => signed(value, 0);
  return {
    ...quantityOf(context, formatFor(context, ID), {
      value: effect.difference,
      low: effect.low,
      high: effect.high,
      n,
      customers: n,
      counts: 'customers',
    }),
    text: `${text(effect.difference)} points`,
    range: `${text(effect.low)} to ${text(effect.high)}`,
  };
}

const PARTS = [
  { label: 'Met with service', role: 'main' },
  { label: 'Did not', role: 'rest' },
] as const;

/** Who met with service, of all customers and by how long they have been customers. */
function reachFigure(context: ReportContext, { everybody, byTenure, days }: WhoMeetsService): StackFigure {
  const { config } = context;
  const smaller = ({ active, contacted }: Reach) => Math.min(contacted, active - contacted);
  const tenures = shownRows(byTenure, smaller, config.minimum_base);
  const bars = [everybody, ...tenures].flatMap((reach) => {
    const shares = [reach.contacted / reach.active, 1 - reach.contacted / reach.active];
    const parts = blurParts(shares, reach.active);
    return parts === null
      ? []
      : [{ ...reach, quantities: shares.map((value) => shareOf(context, value, reach.active)) }];
  });
  const base = `n = ${count(everybody.active, config.locale)} customers`;
  const share = percent(everybody.contacted / everybody.active);
  return {
    kind: 'stack',
    ...figureBase(
      context,
      ID,
      {},
      'reach',
      {
        columns: ['tenure', 'part', ...ESTIMATE_COLUMNS],
        rows: bars.flatMap(({ label, quantities }) =>
          quantities.map((quantity, part) => [
            label,
            PARTS[part]?.label ?? '',
            ...estimateCells({ ...quantity, method: 'count' }, 'share', config.minimum_base),
          ]),
        ),
      },
      {
        base,
        compared: false,
        uncompared: 'Shares are shown beside each other, not compared.',
        interval: 'None: a full count of the customer list.',
      },
    ),
    unit: 'share',
    headline: `${share} of active customers met with service in ${days} days`,
    subtitle: `Share of active customers who opened a ticket in the last ${days} days of the data, by length of custom; ${base}; a full count`,
    summary: `Of ${count(everybody.active, config.locale)} active customers ${count(everybody.contacted, config.locale)} opened a ticket, ${share}; all others met with the company in other ways or not at all.`,
    parts: PARTS,
    bars: bars.map(({ label, quantities, active }) => ({
      label: label === everybody.label ? label : `Customers for ${label}`,
      quantities,
      end: `n = ${count(active, config.locale)}`,
    })),
    length: 'whole',
    table: {
      caption: `Active customers by whether they opened a ticket in the last ${days} days of the data.`,
      columns: [
        { name: 'Customers for', numeric: false },
        ...PARTS.map(({ label }) => ({ name: label, numeric: true })),
        { name: 'n (customers)', numeric: true },
      ],
      rows: bars.map(({ label, quantities, active }) => [
        label,
        ...quantities.map(({ text }) => text),
        count(active, config.locale),
      ]),
    },
  };
}

function shareOf(context: ReportContext, value: number, n: number): Quantity {
  return quantityOf(context, formatOf('share', context.config.locale), { value, n, customers: n, counts: 'customers' });
}

/** From the score without a ticket, by what the mix and what kinds differ by, to the score with one. */
function waterfall(context: ReportContext, result: WhoMeetsService, reading: Reading): WaterfallFigure {
  const { config, analyses } = context;
  const { without, with: met, rateEffect, mixEffect, daysBefore: days } = result;
  const n = without.n + met.n;
  const base = `n = ${count(n, config.locale)} customers`;
  const levels = [levelOf(context, without), levelOf(context, met)] as const;
  const steps = [
    { label: 'Without a ticket', role: 'level', quantity: levels[0] },
    { label: 'Who they are', role: 'change', quantity: effectQuantity(context, mixEffect, n) },
    { label: 'Within kinds of customers', role: 'change', quantity: effectQuantity(context, rateEffect, n) },
    { label: 'With a ticket', role: 'level', quantity: levels[1] },
  ] as const;
  return {
    kind: 'waterfall',
    ...figureBase(
      context,
      ID,
      {},
      'split',
      {
        columns: ['step', ...ESTIMATE_COLUMNS],
        rows: steps.map(({ label, role, quantity }) => [
          label,
          ...estimateCells(
            { ...quantity, method: role === 'level' ? 'adjusted-wald' : 'kitagawa' },
            'net',
            config.minimum_base,
          ),
        ]),
      },
      { base },
    ),
    unit: 'net',
    headline:
      reading === 'open'
        ? `NPS is ${levels[1].text} with a ticket and ${levels[0].text} without`
        : `${steps[2].quantity.text} within kinds of customers, ${steps[1].quantity.text} from who they are`,
    subtitle: `Net Promoter Score of customers without and with a ticket in the ${days} days before their answer; ${analyses.span.all.label}; ${base}; bar: 95% interval`,
    summary: `From ${levels[0].text} without a ticket (n = ${count(without.n, config.locale)}) to ${levels[1].text} with one (n = ${count(met.n, config.locale)}): ${steps[1].quantity.text} go with who belongs to the groups, ${steps[2].quantity.text} lie within customers of one kind.`,
    steps,
    table: {
      caption: `What the scores with and without a ticket differ by, ${analyses.span.all.label}.`,
      columns: [
        { name: 'Step', numeric: false },
        { name: 'NPS or points', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: steps.map(({ label, quantity }) => [
        label,
        quantity.text,
        quantity.range,
        count(quantity.n ?? 0, config.locale),
      ]),
    },
  };
}

function levelOf(context: ReportContext, group: GroupScore): Quantity {
  const { low, high } = netInterval(group);
  return quantityOf(context, formatFor(context, ID), {
    value: group.net,
    low: 100 * low,
    high: 100 * high,
    n: group.n,
    customers: group.n,
    counts: 'customers',
  });
}
