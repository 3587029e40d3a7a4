/**
 * What scores tell about who leaves, in words, a curve and fifths.
 */
import type { Difference } from '../../metrics/definition.ts';
import {
  FEWEST_EVENTS,
  HORIZON_DAYS,
  type LeavingResult,
  type LeavingScore,
  leaving,
} from '../../metrics/experience/leaving.ts';
import { normalCritical, normalTwoSidedP } from '../../statistics/distribution.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import { baseText, ESTIMATE_COLUMNS, figureBase } from '../figures/base.ts';
import type { Quantity, RocFigure } from '../types/analysis-figure.ts';
import { count, percent } from '../wording/format.ts';
import { midSentence } from '../wording/headline.ts';
import { listed } from '../wording/list.ts';
import { betweenEnds } from '../wording/phrases.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

export const leavingView: AnalysisView<LeavingResult> = {
  analysis: leaving,
  charts: 'ROC curve, calibration',
  differences,
  show,
};

/** Area of a score that tells nothing. */
const NOTHING = 0.5;

/** How far each score lies from telling nothing. */
function differences({ scores }: LeavingResult): Record<string, Difference> {
  return Object.fromEntries(
    scores.flatMap(({ id, auc, standardError }) => {
      if (standardError === null || standardError === 0) return [];
      const difference = auc - NOTHING;
      const half = (confidence: number) => normalCritical(confidence) * standardError;
      return [
        [
          id,
          {
            difference,
            low: difference - half(0.95),
            high: difference + half(0.95),
            low90: difference - half(0.9),
            high90: difference + half(0.9),
            p: normalTwoSidedP(difference / standardError),
          },
        ],
      ];
    }),
  );
}

interface Told {
  readonly score: LeavingScore;
  readonly auc: Quantity;
  /** Whether a low score goes clearly with leaving. */
  readonly warns: boolean;
}

function show(result: LeavingResult, desk: Desk): Shown | null {
  const { context } = desk;
  const { all } = context.analyses.span;
  const card = cardOf(context, 'leaving');
  const format = formatFor(context, 'leaving');
  const told = result.scores.map((score): Told => {
    const n = score.left + score.stayed;
    return {
      score,
      auc: quantityOf(context, format, {
        value: score.auc,
        ...(score.interval ?? {}),
        n,
        customers: n,
        counts: card.counts,
        isLowBase: Math.min(score.left, score.stayed) < FEWEST_EVENTS.compare,
      }),
      warns: score.standardError !== null && score.auc > NOTHING && desk.verdict(score.id) === 'different',
    };
  });
  const warning = told.filter(({ warns }) => warns);
  const headline =
    warning.length === 0
      ? 'No score is shown to warn that a customer is about to leave'
      : `Low scores for ${listed(
          warning.map(({ score }) => midSentence(score.name)),
          'and',
        )} go with leaving`;
  return {
    headline,
    sentences: sentencesOf(result, told, context),
    figures: [figureOf(context, told)],
    numbers: told.map(({ score, auc }) => ({
      metric: 'leaving_auc',
      dimension: 'score',
      value: score.id,
      period: all,
      quantity: auc,
      unit: card.unit,
      method: 'delong',
    })),
  };
}

function sentencesOf(result: LeavingResult, told: readonly Told[], { config }: ReportContext): string[] {
  const [best] = told;
  if (best === undefined) return [];
  const { score, auc } = best;
  const lowest = score.fifths[0];
  const highest = score.fifths.at(-1);
  const ends =
    lowest === undefined || highest === undefined || lowest === highest
      ? []
      : [
          `Of customers with the lowest scores ${percent(lowest.share, 1)} left within ${HORIZON_DAYS} days, of those with the highest ${percent(highest.share, 1)}.`,
        ];
  return [
    `${score.name} has an area under the curve of ${auc.text}${auc.range === '' ? '' : ` (between ${betweenEnds(auc.range)})`}, ` +
      `from ${count(score.left, config.locale)} customers who left within ${HORIZON_DAYS} days of their answer and ${count(score.stayed, config.locale)} who did not; 0.50 tells nothing.`,
    ...ends,
    ...(result.leftOut.length === 0
      ? []
      : [
          `Too few customers left after an answer on ${listed(result.leftOut.map(midSentence), 'and')} to say anything of it.`,
        ]),
    'The scores rest on different customers, so their areas are not set against each other here.',
  ];
}

/** The two ends of the first score. */
function fifthsHeadline(score: LeavingScore | undefined): string {
  const [lowest, highest] = [score?.fifths[0], score?.fifths.at(-1)];
  if (score === undefined || lowest === undefined || highest === undefined) return 'What scores tell about who leaves';
  return `${percent(lowest.share, 1)} of those with the lowest scores left, ${percent(highest.share, 1)} with the highest`;
}

function figureOf(context: ReportContext, told: readonly Told[]): RocFigure {
  const { all } = context.analyses.span;
  const card = cardOf(context, 'leaving');
  const [first] = told;
  const fifths = (first?.score.fifths ?? []).map((group) => ({
    label:
      group.lowestScore === group.highestScore
        ? `${group.lowestScore}`
        : `${group.lowestScore} to ${group.highestScore}`,
    observed: quantityOf(
      context,
      { ...formatFor(context, 'retention') },
      { value: group.share, low: group.low, high: group.high, n: group.n, customers: group.n, counts: card.counts },
    ),
  }));
  return {
    kind: 'roc',
    ...figureBase(
      context,
      'leaving',
      {},
      'curve',
      {
        columns: ['score', ...ESTIMATE_COLUMNS],
        rows: told.map(({ score, auc }) => [
          score.id,
          auc.n ?? '',
          auc.value ?? '',
          auc.low ?? '',
          auc.high ?? '',
          card.unit,
          auc.status,
          'delong',
        ]),
      },
      { base: first?.auc.base ?? '' },
    ),
    headline: fifthsHeadline(first?.score),
    subtitle:
      `Customers who left within ${HORIZON_DAYS} days of an answer against those who did not, ${all.label}; left: share of ` +
      'those who left that a threshold finds, against the share of others it finds by mistake; right: share who left by ' +
      `fifth of ${midSentence(first?.score.name ?? '')}, bar: 95% interval`,
    summary: told
      .map(({ score, auc }) => `${score.name}: area ${auc.text}${auc.range === '' ? '' : ` (${auc.range})`}`)
      .join('; ')
      .concat('.'),
    curves: told
      .filter(({ auc }) => auc.value !== undefined)
      .map(({ score, auc }) => ({
        label: score.name,
        points: Array.from(score.falsePositives, (falsePositive, index) => ({
          falsePositive,
          truePositive: score.truePositives[index] as number,
        })),
        auc,
      })),
    calibration: fifths,
    outcome: `left within ${HORIZON_DAYS} days`,
    table: {
      caption: `Area under the curve by score, and share who left by fifth of ${midSentence(first?.score.name ?? '')}, ${all.label}.`,
      columns: [
        { name: 'Score', numeric: false },
        { name: 'Area or share who left', numeric: true },
        { name: '95% interval', numeric: true },
        { name: `n (${card.counts})`, numeric: true },
      ],
      rows: [
        ...told.map(({ score, auc }) => [`${score.name}: area`, auc.text, auc.range, baseText(auc, context.config)]),
        ...fifths.map(({ label, observed }) => [
          `${first?.score.name} ${label}: left`,
          observed.text,
          observed.range,
          baseText(observed, context.config),
        ]),
      ],
    },
  };
}
