/**
 * How many of all did each thing, as a figure.
 */
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import { FLAGS } from '../estimates.ts';
import { figureBase } from '../figures/base.ts';
import type { Quantity } from '../types/analysis-figure.ts';
import type { StepsFigure } from '../types/contrast-figure.ts';
import { count } from '../wording/format.ts';
import { baseOf, shareQuantity } from './quantities.ts';

export interface Step {
  /** Part of the download: `held`. */
  readonly id: string;
  readonly label: string;
  readonly n: number;
  readonly customers: number;
  /** Interval of its share of all; absent of a full count. */
  readonly low?: number;
  readonly high?: number;
}

export interface StepsWords extends Pick<StepsFigure, 'headline' | 'subtitle' | 'summary' | 'counts'> {}

/** The share of a step among all; kept back where too few customers did it. */
export function stepQuantity(context: ReportContext, id: string, step: Step, all: Step, counts: string): Quantity {
  const { low, high } = step;
  const interval = low === undefined || high === undefined ? {} : { low, high };
  const format = formatFor(context, id);
  // What is told of a step tells how many did not do it as well: those are customers too.
  const quantity = shareQuantity(context, format, {
    share: step.n / all.n,
    ...interval,
    n: all.n,
    customers: all.customers,
    counts,
  });
  return step.customers > 0 && step.customers < context.config.minimum_base
    ? shareQuantity(context, format, { share: 0, n: 0, customers: 0, counts })
    : quantity;
}

/** @param all everybody, of whom the other steps are shares. */
export function stepsFigure(
  context: ReportContext,
  id: string,
  all: Step,
  steps: readonly Step[],
  words: StepsWords,
): StepsFigure {
  const { locale, minimum_base } = context.config;
  const shown = [all, ...steps].map((step) => ({ step, share: stepQuantity(context, id, step, all, words.counts) }));
  const text = ({ step, share }: (typeof shown)[number]) => (share.value === undefined ? '' : count(step.n, locale));
  return {
    kind: 'steps',
    ...figureBase(
      context,
      id,
      {},
      'steps',
      {
        columns: ['step', 'n', 'share', 'low', 'high'],
        rows: shown.map(({ step, share }) => [
          step.id,
          share.value === undefined ? `<${minimum_base}` : step.n,
          share.value ?? '',
          share.low ?? '',
          share.high ?? '',
        ]),
      },
      {
        base: baseOf(context, all.n, words.counts),
        compared: false,
        uncompared: 'The steps are counted, not compared.',
      },
    ),
    ...words,
    steps: shown.map(({ step, share }) => ({ label: step.label, count: text({ step, share }), share })),
    table: {
      caption: `${cardOf(context, id).name}: ${words.counts} at each step.`,
      columns: [
        { name: 'Step', numeric: false },
        { name: `n (${words.counts})`, numeric: true },
        { name: 'Share', numeric: true },
        { name: '95% interval', numeric: true },
      ],
      rows: shown.map(({ step, share }) => [
        step.label,
        share.value === undefined ? `<${minimum_base}` : count(step.n, locale),
        share.value === undefined ? FLAGS.suppressed : share.text,
        share.range,
      ]),
    },
  };
}
