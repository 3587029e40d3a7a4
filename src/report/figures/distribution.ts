/**
 * How the answers to a question spread, period by period.
 */
import { during, type Grain, type Period } from '../../calendar/period.ts';
import {
  type AnswerBucket,
  type AnswerGroup,
  answerDistribution,
  QUESTIONS,
  type Question,
} from '../../metrics/answers.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { type BlurredParts, blurParts } from '../disclosure/blur.ts';
import { type EstimateStore, FLAGS, keptBackWords } from '../estimates.ts';
import type { Status } from '../types/estimate.ts';
import type { DistributionFigure } from '../types/figure.ts';
import { count, percent } from '../wording/format.ts';
import { figureBase } from './base.ts';

/** Most bars of one figure; older periods stand in the downloads of the metric's course. */
const MOST_PERIODS = 9;

/** The question behind a metric; null when it has no answers to spread. Net promoter answers are shown by their groups. */
function questionOf(metricId: string): Question | null {
  if (metricId === 'nps') return 'nps_groups';
  return QUESTIONS.find((question) => question === metricId) ?? null;
}

/** Whether the answers behind a metric have a figure of their own. */
export function hasDistribution(metricId: string): boolean {
  return questionOf(metricId) !== null;
}

/** The latest complete periods, oldest first; null when the metric asks no question or nobody answered. */
export function distributionFigure(
  context: ReportContext,
  store: EstimateStore,
  metricId: string,
  grain: Grain,
): DistributionFigure | null {
  const question = questionOf(metricId);
  if (question === null) return null;
  const { config, metricContext } = context;
  const complete = context.periods[grain].filter(({ partial }) => !partial);
  const periods = complete.length === 0 ? context.periods.all : complete.slice(-MOST_PERIODS);
  const { answers, groups } = answerDistribution(metricContext.dataset, question, {
    periods,
    dimension: null,
    where: {},
  });
  const bars = periods
    .map((period, index) =>
      bar(period, groups[index] as AnswerGroup, store.estimate(metricId, {}, period).status, context),
    )
    .filter(({ status }) => status !== 'no_data');
  // Sentences add up shares, so they speak of a period in which none is blurred where there is one.
  const latest =
    bars.findLast(({ shares, blurred }) => shares !== undefined && blurred === undefined) ??
    bars.findLast(({ shares }) => shares !== undefined);
  if (answers.length === 0 || latest?.shares === undefined) return null;
  const card = cardOf(context, metricId);
  const by = complete.length === 0 ? '' : `, by ${grain}`;
  const shareOf = (tone: string) => toneText(latest, (index) => answers[index]?.tone === tone);
  return {
    kind: 'distribution',
    ...figureBase(
      context,
      metricId,
      {},
      'answers',
      {
        columns: ['period', 'answer', 'n', 'share', 'status'],
        rows: bars.flatMap((entry) =>
          answers.map((answer, index) => [
            entry.code,
            answer.label,
            entry.status === 'suppressed' ? `<${config.minimum_base}` : (entry.n ?? 0),
            entry.parts?.blurred[index]?.value ?? entry.shares?.[index] ?? '',
            entry.status,
          ]),
        ),
      },
      {
        interval: 'None: the bars are the answers as they came.',
        compared: false,
        uncompared: 'None: bars are shown, not compared.',
      },
    ),
    answers,
    groups: bars.map(({ code: _code, during: _during, parts: _parts, ...group }) => group),
    headline: headline(metricId, answers, latest.during, shareOf),
    subtitle: `Answers behind ${card.name}${by}; bar: share of answers, worst on the left`,
    summary: `${summary(metricId, answers, latest.during, shareOf)} (${latest.base}).`,
    table: {
      caption: `How the answers behind ${card.name} spread${by}. Shares are rounded and may not add up to 100%.`,
      columns: [
        { name: 'Period', numeric: false },
        ...answers.map(({ label }) => ({ name: label, numeric: true })),
        { name: 'n (answers)', numeric: true },
      ],
      rows: bars.map((entry) => [
        entry.label,
        ...answers.map((_, index) =>
          entry.shares === undefined
            ? FLAGS[entry.status]
            : (entry.blurred?.[index] ?? percent(entry.shares[index] ?? 0)),
        ),
        entry.status === 'suppressed' ? FLAGS.suppressed : count(entry.n ?? 0, config.locale),
      ]),
    },
  };
}

/** One bar, with what the download and the sentences need besides. */
type Bar = DistributionFigure['groups'][number] & {
  readonly code: string;
  readonly during: string;
  readonly parts?: BlurredParts;
};

/** @param figure status of the metric's own figure: where that is kept back, so are the answers behind it. */
function bar(period: Period, group: AnswerGroup, figure: Status, { config }: ReportContext): Bar {
  const shares = group.buckets.map((bucket) => bucket.n / group.n);
  const parts = group.customers < config.minimum_base ? null : blurParts(shares, group.customers);
  const isKeptBack = figure === 'suppressed' || parts === null;
  const named = { code: period.code, label: period.label, during: during(period) };
  if (group.n === 0) return { ...named, status: 'no_data', base: 'no answers' };
  if (isKeptBack) return { ...named, status: 'suppressed', base: keptBackWords(config.minimum_base) };
  const base = { n: group.n, base: `n = ${count(group.n, config.locale)} answers`, shares: parts.lengths };
  if (parts.blurred.every((part) => part === null)) return { ...named, ...base, status: 'ok' };
  return { ...named, ...base, status: 'low_base', blurred: parts.blurred.map((part) => part?.text ?? null), parts };
}

/** The share of the chosen answers together; only a bound where some of them are blurred. */
function toneText({ shares = [], parts }: Bar, chosen: (index: number) => boolean): string {
  const sumOf = (wanted: (index: number) => boolean) =>
    shares.reduce((total, share, index) => total + (wanted(index) ? share : 0), 0);
  const blurOf = (index: number) => parts?.blurred[index]?.value ?? null;
  const blurred = [...shares.keys()].filter((index) => chosen(index) && blurOf(index) !== null);
  const exact = sumOf((index) => chosen(index) && blurOf(index) === null);
  const [largest] = blurred.filter((index) => (blurOf(index) as number) > 0.5);
  if (blurred.length === 0) return percent(exact);
  if (largest !== undefined) return `at least ${percent(blurOf(largest) as number)}`;
  const left = sumOf((index) => blurOf(index) !== null);
  const most = exact + Math.min(left, 0.1 * blurred.length);
  return `at most ${percent(Math.ceil(most * 10 - 1e-9) / 10)}`;
}

type ShareOf = (tone: AnswerBucket['tone']) => string;

function headline(metricId: string, answers: readonly AnswerBucket[], when: string, shareOf: ShareOf): string {
  const [positive, negative] = [shareOf('positive'), shareOf('negative')];
  if (metricId === 'nps') return `${positive} promoters, ${negative} detractors ${when}`;
  if (isPositiveOrNot(answers)) return `${positive} positive answers ${when}`;
  return `${positive} positive answers, ${negative} negative ${when}`;
}

function summary(metricId: string, answers: readonly AnswerBucket[], when: string, shareOf: ShareOf): string {
  const [positive, neutral, negative] = (['positive', 'neutral', 'negative'] as const).map(shareOf);
  if (metricId === 'nps') {
    return `${positive} of answers ${when} came from promoters, ${neutral} from passives and ${negative} from detractors`;
  }
  if (isPositiveOrNot(answers)) return `${positive} of answers ${when} were positive, ${negative} were not`;
  return `${positive} of answers ${when} were positive, ${neutral} neutral and ${negative} negative`;
}

/** Answers on different scales have no middle in common: they count as positive or they do not. */
function isPositiveOrNot(answers: readonly AnswerBucket[]): boolean {
  return answers.length === 2;
}
