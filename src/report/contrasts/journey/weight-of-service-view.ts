/**
 * C8b in words, with a bar a stage.
 */
import type { Reading } from '../../../contrasts/contrast.ts';
import { type WeightOfService, weightOfService } from '../../../contrasts/journey/weight-of-service.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { DriversFigure, Quantity } from '../../types/analysis-figure.ts';
import { count, formatOf, percent } from '../../wording/format.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = weightOfService.analysis.id;

/** So sure it has to be that a stage is the largest before it is named as that. */
const SURE_FIRST = 0.9;
/** A share whose interval lies above it is drawn as clear. */
const NOTABLE_SHARE = 0.05;

export const weightOfServiceView: TestView<WeightOfService> = { test: weightOfService, charts: 'bars', answer };

type Stage = WeightOfService['stages'][number];

function answer(result: WeightOfService, { context }: TestDesk): WrittenAnswer | null {
  const { customers, asked, stages, service, r2, r2Interval, declared, source } = result;
  const [first] = stages;
  const own = stages.find(({ name }) => name === service);
  const { config, analyses } = context;
  if (customers < config.minimum_base || first === undefined || own === undefined) return null;
  const quantity = shareQuantity(context, own, customers);
  const total = quantityOf(context, formatOf('coefficient', config.locale), {
    value: r2,
    ...r2Interval,
    n: customers,
    customers,
    counts: 'customers',
  });
  const isSure = first.first >= SURE_FIRST;
  const reading: Reading = !isSure ? 'open' : first === own ? 'contradicts' : 'supports';
  const ends = `${percent(own.low)} to ${percent(own.high)}`;
  const part = `Service (${service}) is ${ends} of what the stages explain of recommendation, which is ${percent(r2)} of all that differs`;
  const most = isSure
    ? first === own
      ? '; it is the largest part'
      : `; the largest part is ${first.name}, with ${percent(first.low)} to ${percent(first.high)}`
    : '; which stage is the largest part, these data cannot tell';
  return {
    reading,
    verdict: 'untested',
    headline: isSure
      ? first === own
        ? `Service, at the stage ${service}, goes most with recommendation`
        : `${first.name} goes most with recommendation, not service`
      : `Service is ${ends} of what the stages explain`,
    statement: `${part}${most}.`,
    sentences: [
      `${first.name} is the largest in ${Math.round(first.first * 100)} of 100 resamples.`,
      `${count(customers, config.locale)} of ${count(asked, config.locale)} customers who answered the recommendation question rated every stage; the others are not in it.`,
      declared
        ? `report.yaml declares that service is the stage ${service}.`
        : `Service is taken to be the stage ${service}, which most answers about tickets name.`,
      source === 'aspects'
        ? 'All stages were rated in one sitting, which makes ratings go together.'
        : 'Stages are rated after contacts in the 180 days before the answer.',
    ],
    effect: {
      name: `Part of service (${service}) in what is explained`,
      quantity,
      unit: 'share',
      method: 'LMG, bootstrap',
    },
    figures: [bars(context, result, total)],
    numbers: [
      ...stages.map((stage) => ({
        metric: `${ID}_share`,
        dimension: 'stage',
        value: stage.name,
        period: analyses.span.all,
        quantity: shareQuantity(context, stage, customers),
        unit: 'share' as const,
        method: 'lmg',
      })),
      {
        metric: `${ID}_r2`,
        dimension: '',
        value: '',
        period: analyses.span.all,
        quantity: total,
        unit: 'coefficient',
        method: 'ols',
      },
    ],
  };
}

function shareQuantity(context: ReportContext, { share, low, high }: Stage, customers: number): Quantity {
  return quantityOf(context, formatFor(context, ID), {
    value: share,
    low,
    high,
    n: customers,
    customers,
    counts: 'customers',
  });
}

function bars(context: ReportContext, { stages, customers, service }: WeightOfService, total: Quantity): DriversFigure {
  const { config, analyses } = context;
  const drawn = stages.map((stage) => ({ stage, quantity: shareQuantity(context, stage, customers) }));
  const labelOf = ({ name }: Stage) => (name === service ? `${name} (service)` : name);
  const [first] = drawn;
  const own = drawn.find(({ stage }) => stage.name === service);
  return {
    kind: 'drivers',
    ...figureBase(
      context,
      ID,
      {},
      'shares',
      {
        columns: ['stage', ...ESTIMATE_COLUMNS, 'p_first'],
        rows: drawn.map(({ stage, quantity }) => [
          stage.name,
          ...estimateCells({ ...quantity, method: 'lmg' }, 'share', config.minimum_base),
          stage.first,
        ]),
      },
      {
        base: total.base,
        compared: false,
        uncompared: 'Shares are shown with their intervals, not compared in pairs.',
      },
    ),
    unit: 'share',
    headline: `${first === undefined ? '' : `${labelOf(first.stage)}: ${first.quantity.text}`} of the ${percent(total.value ?? 0)} that stages explain`,
    subtitle: `Association shares: part of R² that each stage accounts for; ${analyses.span.all.label}; ${total.base}; bar: 95% interval`,
    summary: `Largest is ${first?.stage.name} with ${first?.quantity.text} (${first?.quantity.range}); service, at ${service}, has ${own?.quantity.text} (${own?.quantity.range}).`,
    bars: drawn.map(({ stage, quantity }, index) => ({
      label: labelOf(stage),
      quantity,
      ...(index === 0 ? { first: stage.first } : {}),
      clear: stage.low > NOTABLE_SHARE,
    })),
    totalText: `R² ${total.text}`,
    table: {
      caption: `Shares of R² by stage, ${analyses.span.all.label}. R² is ${total.text} (${total.range}).`,
      columns: [
        { name: 'Stage', numeric: false },
        { name: 'Share of R²', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Largest in … of 100 resamples', numeric: true },
        { name: 'n (customers)', numeric: true },
      ],
      rows: drawn.map(({ stage, quantity }) => [
        labelOf(stage),
        quantity.text,
        quantity.range,
        String(Math.round(stage.first * 100)),
        count(customers, config.locale),
      ]),
    },
  };
}
