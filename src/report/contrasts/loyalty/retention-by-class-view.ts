/**
 * C10b in words: curves of who is still a customer, with those still watched beneath.
 */
import type { AnswerClass } from '../../../contrasts/loyalty/asked-about-whole.ts';
import {
  type ClassCurve,
  type CurveDifference,
  DAYS_COMPARED,
  type RetentionByClass,
  retentionByClass,
} from '../../../contrasts/loyalty/retention-by-class.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import type { SurvivalFigure } from '../../types/analysis-figure.ts';
import type { Reading } from '../../types/contrast.ts';
import type { Verdict } from '../../types/estimate.ts';
import { count, percent } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { ABOUT_THE_SAME, betweenEnds } from '../../wording/phrases.ts';
import { baseOf, differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = retentionByClass;
const ID = analysis.id;
const DAY_SECONDS = 86_400;
/** In mean days as a customer, of the days compared: what a gap that grows evenly to the margin comes to. */
const DAYS_MARGIN = 5;

const NAMES: Readonly<Record<AnswerClass, string>> = {
  promoter: 'Promoters',
  passive: 'Passives',
  detractor: 'Detractors',
  silent: 'Did not answer',
};

export const retentionByClassView: TestView<RetentionByClass> = {
  test: retentionByClass,
  charts: 'survival curves',
  weighed: ({ detractors, silent }, context) => {
    const margin = comparedFrom(context, analysis);
    return {
      detractors: { difference: detractors.share, margin, unit: 'share' },
      'detractors days': { difference: detractors.days, margin: DAYS_MARGIN, unit: 'average' },
      silent: { difference: silent.share, margin, unit: 'share' },
      'silent days': { difference: silent.days, margin: DAYS_MARGIN, unit: 'average' },
    };
  },
  answer,
};

function answer(result: RetentionByClass, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { curves, detractors, silent } = result;
  const [first] = curves;
  const last = curves.at(-2);
  if (first === undefined || last === undefined) return null;
  if (curves.some(({ customers }) => customers < context.config.minimum_base)) return null;
  const verdict = desk.verdict('detractors');
  const said = saidOf(verdict, detractors, comparedFrom(context, analysis));
  const [high, low] = [first, last].map(({ atDay }) => percent(atDay.share));
  const words = wordsOf(first);
  const between = differenceWords(context, detractors);
  const figure = figureOf(context, result);
  return {
    reading: said.reading,
    verdict,
    headline: {
      sooner: `Detractors leave sooner: ${low} are still customers after ${DAYS_COMPARED} days, ${words} ${high}`,
      later: `Detractors stay longer: ${low} are still customers after ${DAYS_COMPARED} days`,
      little: `Detractors and ${words} differ in staying by less than matters`,
      alike: `Detractors stay as long as ${words}: ${ABOUT_THE_SAME}`,
      open: 'Whether detractors leave sooner is not settled',
    }[said.words],
    statement: {
      sooner: `Detractors leave sooner: after ${DAYS_COMPARED} days ${low} of them are still customers, of ${words} ${high} (${between}).`,
      later: `Detractors stay longer: after ${DAYS_COMPARED} days ${low} of them are still customers, of ${words} ${high} (${between}).`,
      little: `After ${DAYS_COMPARED} days ${low} of detractors are still customers and ${high} of ${words}: less than the difference that matters.`,
      alike: `After ${DAYS_COMPARED} days ${ABOUT_THE_SAME} share of detractors and of ${words} are still customers (${low} and ${high}).`,
      open: `Whether detractors leave sooner than ${words}, these data cannot tell.`,
    }[said.words],
    sentences: [
      daysSentence(desk.verdict('detractors days'), detractors, words),
      silentSentence(context, desk.verdict('silent'), silent, curves.at(-1) as ClassCurve),
      `${listed(
        curves.map(
          ({ classes, customers, left }) =>
            `${count(left, context.config.locale)} of ${count(customers, context.config.locale)} (${nameOf(classes).toLowerCase()})`,
        ),
        'and',
      )} left while they were watched.`,
    ],
    effect: {
      name: `Still a customer after ${DAYS_COMPARED} days: detractors less ${words}`,
      quantity: differenceQuantity(context, 'share', comparedFrom(context, analysis), detractors.share, {
        n: first.customers + last.customers,
        counts: 'customers',
      }),
      unit: 'share',
      method: 'Kaplan–Meier, log-rank',
      weighed: 'detractors',
    },
    figures: [figure],
    numbers: curves.flatMap((curve) => {
      const dimension = ['class', curve.classes.join(' and ')] as const;
      const behind = { n: curve.customers, customers: curve.customers, counts: 'customers' };
      return [
        numberOf(
          context,
          `${ID}_${DAYS_COMPARED}d`,
          quantityOf(context, formatFor(context, ID), {
            value: curve.atDay.share,
            low: curve.atDay.low,
            high: curve.atDay.high,
            ...behind,
          }),
          'share',
          'kaplan-meier',
          dimension,
        ),
      ];
    }),
  };
}

/** Which of its sentences the difference between detractors and promoters earns. */
function saidOf(
  verdict: Verdict,
  { share: { difference, low, high } }: CurveDifference,
  margin: number,
): { words: 'sooner' | 'later' | 'little' | 'alike' | 'open'; reading: Reading } {
  if (verdict === 'negligible') return { words: 'little', reading: 'contradicts' };
  if (verdict === 'equivalent') return { words: 'alike', reading: 'contradicts' };
  const isClear = verdict === 'different' && Math.abs(difference) >= margin && low * high > 0;
  if (!isClear) return { words: 'open', reading: 'open' };
  return difference < 0 ? { words: 'sooner', reading: 'supports' } : { words: 'later', reading: 'contradicts' };
}

function differenceWords(context: ReportContext, { share }: CurveDifference): string {
  const format = formatFor(context, ID);
  return `a difference of ${format.difference(share.difference)}, between ${betweenEnds(format.differenceRange(share.low, share.high))}`;
}

function daysSentence(verdict: Verdict, { days }: CurveDifference, words: string): string {
  const size = (value: number) => Math.abs(value).toFixed(1);
  const between = `between ${[days.low, days.high]
    .map(size)
    .sort((a, b) => Number(a) - Number(b))
    .join(' and ')}`;
  if (verdict !== 'different' && verdict !== 'negligible') {
    return `In mean days as a customer these data show no clear difference from ${words}.`;
  }
  const little = verdict === 'negligible' ? `, less than the ${DAYS_MARGIN} that would matter` : '';
  return `Within those ${DAYS_COMPARED} days detractors were customers for ${size(days.difference)} days ${days.difference < 0 ? 'less' : 'more'} on average than ${words} (${between})${little}.`;
}

function silentSentence(context: ReportContext, verdict: Verdict, silent: CurveDifference, curve: ClassCurve): string {
  const share = percent(curve.atDay.share);
  const start = `Of those who did not answer, ${share} are still customers after ${DAYS_COMPARED} days`;
  if (verdict === 'different' || verdict === 'negligible') {
    const little = verdict === 'negligible' ? ', less than matters' : '';
    return `${start}: ${silent.share.difference < 0 ? 'fewer' : 'more'} than of those who did (${differenceWords(context, silent)}${little}).`;
  }
  if (verdict === 'equivalent') return `${start}, ${ABOUT_THE_SAME} share as of those who did.`;
  return `${start}; whether they differ from those who did, these data cannot tell.`;
}

function nameOf(classes: readonly AnswerClass[]): string {
  return listed(
    classes.map((each, place) => (place === 0 ? NAMES[each] : NAMES[each].toLowerCase())),
    'and',
  );
}

function wordsOf({ classes }: ClassCurve): string {
  return nameOf(classes).toLowerCase();
}

function figureOf(context: ReportContext, { curves }: RetentionByClass): SurvivalFigure {
  const { config, analyses } = context;
  const { all } = analyses.span;
  const shown = curves.map((curve) => ({
    name: nameOf(curve.classes),
    curve,
    // A curve ends where too few are watched to be told.
    points: curve.points.filter(({ watched }) => watched >= config.minimum_base),
  }));
  const marks = [0, 90, 180, 365, 546].filter((days) => shown.some(({ points }) => (points.at(-1)?.days ?? 0) >= days));
  const watchedAt = ({ points }: (typeof shown)[number], days: number) =>
    points.findLast((point) => point.days <= days && days - point.days < 7)?.watched;
  const shareAt = ({ points }: (typeof shown)[number], days: number) =>
    points.findLast((point) => point.days <= days && days - point.days < 7)?.share;
  const format = formatFor(context, ID);
  return {
    kind: 'survival',
    ...figureBase(
      context,
      ID,
      {},
      'curves',
      {
        columns: ['class', 'days', 'share', 'low', 'high', 'watched'],
        rows: shown.flatMap(({ curve, points }) =>
          points.map(({ days, share, low, high, watched }) => [
            curve.classes.join(' and '),
            days,
            share,
            low,
            high,
            watched,
          ]),
        ),
      },
      {
        base: baseOf(
          context,
          curves.reduce((sum, { customers }) => sum + customers, 0),
          'customers',
        ),
      },
    ),
    headline:
      `${shown.map(({ name, curve }) => `${name.toLowerCase()} ${percent(curve.atDay.share)}`).join(', ')} after ${DAYS_COMPARED} days`.replace(
        /^./,
        (letter) => letter.toUpperCase(),
      ),
    subtitle: `Share still a customer, by time since the answer was due; customers by their first invitation, ${all.label}; beneath: customers still watched; band: 95% interval`,
    summary: `${shown.map(({ name, curve }) => `${name}: ${format.value(curve.atDay.share)} after ${DAYS_COMPARED} days (${format.range(curve.atDay.low, curve.atDay.high)})`).join('; ')}.`,
    state: 'still customers',
    groups: shown.map(({ name, curve, points }) => ({
      label: name,
      curve: points.map(({ days, share, low, high }) => ({ seconds: days * DAY_SECONDS, share, low, high })),
      median: {
        status: 'not_applicable',
        text: '',
        range: '',
        base: baseOf(context, curve.customers, 'customers'),
      },
    })),
    atRisk: marks.map((days) => ({
      seconds: days * DAY_SECONDS,
      text: `${days} d`,
      counts: shown.map((each) => watchedAt(each, days)),
    })),
    table: {
      caption: `Share still a customer and customers still watched, by class of the answer, ${all.label}.`,
      columns: [
        { name: 'After', numeric: false },
        ...shown.flatMap(({ name }) => [
          { name, numeric: true },
          { name: `Watched, ${name.toLowerCase()}`, numeric: true },
        ]),
      ],
      rows: marks.map((days) => [
        `${days} days`,
        ...shown.flatMap((each) => {
          const [share, watched] = [shareAt(each, days), watchedAt(each, days)];
          return [
            share === undefined ? '' : percent(share),
            watched === undefined ? `<${config.minimum_base}` : count(watched, config.locale),
          ];
        }),
      ]),
    },
  };
}
