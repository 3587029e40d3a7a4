/**
 * C9c in words, with both groups in every stratum and the curves of what is still open.
 */
import type { Reading } from '../../../contrasts/contrast.ts';
import {
  type MoreFunctions,
  moreFunctions,
  type OpenTimes,
  RMST_DAYS,
} from '../../../contrasts/teams/more-functions.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import type { ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import type { Quantity, SurvivalFigure } from '../../types/analysis-figure.ts';
import type { Verdict } from '../../types/estimate.ts';
import { count, duration, formatOf, percent } from '../../wording/format.ts';
import { ABOUT_THE_SAME, BELOW_MARGIN } from '../../wording/phrases.ts';
import { evennessSentence, leftOutSentence, withShownStrata } from '../common-strata.ts';
import { differencePhrase } from '../difference-words.ts';
import { pooledQuantity, strataFigure } from '../strata-figure.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = moreFunctions;
const ID = analysis.id;

/** A time a fifth longer matters. */
const RATIO_MARGIN = 1.2;

const GROUPS = ['One department', 'Two or more departments'] as const;

/** Beside curves there is less room. */
const CURVES = ['One department', 'Two or more'] as const;

export const moreFunctionsView: TestView<MoreFunctions> = {
  test: moreFunctions,
  charts: 'strata, survival',
  weighed: ({ satisfied, open }, context) => ({
    satisfied: { difference: satisfied.difference, margin: comparedFrom(context, analysis), unit: 'share' },
    ...(open === null ? {} : { open: { difference: open.ratio, margin: RATIO_MARGIN, unit: 'duration' } }),
  }),
  answer,
};

/** How an outcome bears on the idea that several departments go with worse cases. */
function readingOf(verdict: Verdict, isWorse: boolean): Reading {
  if (verdict === 'different') return isWorse ? 'supports' : 'contradicts';
  return verdict === 'undecided' ? 'open' : 'contradicts';
}

function answer({ satisfied, open }: MoreFunctions, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { config } = context;
  const margin = comparedFrom(context, analysis);
  const format = formatOf('share', config.locale, margin);
  const readings = {
    satisfied: readingOf(desk.verdict('satisfied'), satisfied.difference.difference < 0),
    open: open === null ? null : readingOf(desk.verdict('open'), open.longer.difference > 0),
  };
  const both = [readings.satisfied, readings.open].filter((reading) => reading !== null);
  const reading: Reading =
    both.includes('supports') && !both.includes('contradicts')
      ? 'supports'
      : both.includes('open')
        ? 'open'
        : both.includes('supports')
          ? 'describes'
          : 'contradicts';
  const headline = headlineOf(readings, reading);
  const quantity = pooledQuantity(context, satisfied, margin, 'customers');
  const saidOfScores = differencePhrase(desk.verdict('satisfied'), satisfied.difference, format);
  const saidOfTimes = open === null ? null : timePhrase(desk.verdict('open'), open);
  const clauses = [
    ...(saidOfScores === null ? [] : [`the share of satisfied customers is ${saidOfScores}`]),
    ...(saidOfTimes === null ? [] : [saidOfTimes]),
  ];
  const shown = withShownStrata(satisfied, config.minimum_base);
  const strata =
    shown.strata.length === 0
      ? null
      : strataFigure(context, ID, [{ label: 'Satisfied', found: shown }], margin, {
          groups: GROUPS,
          stratum: 'Topic and priority',
          counts: 'customers',
          headline: `Satisfied: ${quantity.text} with several departments, topic and priority held equal`,
          subtitle: `Share of satisfied customers by how many departments their case went through; ${context.analyses.span.all.label}; ${quantity.base}; bar: 95% interval; small strata are in the difference only`,
          summary: `Topic and priority held equal: ${quantity.text} (${quantity.range}) with several departments.`,
        });
  const curves = open === null ? null : survival(context, open);
  const [one, several] = [satisfied.first, satisfied.second].map(({ n }) => count(n, config.locale));
  return {
    reading,
    verdict: desk.verdict('satisfied'),
    headline,
    statement:
      clauses.length === 0
        ? 'These data cannot tell whether cases that go through several departments are slower or less satisfying than others of their kind.'
        : `Where a case went through several departments, ${clauses.join(' and ')}, among cases of the same topic and priority.`,
    sentences: [
      `${several} customers whose rated case went through several departments are set against ${one} whose case stayed with one.`,
      ...(open === null
        ? ['Too few cases can be followed to compare how long they stay open.']
        : [
            `Of the first ${RMST_DAYS} days a case with one department is open for ${duration(open.one)} on average, one with several for ${duration(open.one + open.longer.difference)}, topic and priority held equal.`,
          ]),
      ...evennessSentence(satisfied, 'topics and priorities'),
      ...leftOutSentence(satisfied, config.locale, config.minimum_base),
    ],
    effect: {
      name: 'Satisfied share, several departments minus one',
      quantity,
      unit: 'share',
      method: 'Mantel–Haenszel',
      weighed: 'satisfied',
    },
    figures: [strata, curves].filter((figure) => figure !== null),
    numbers: [
      {
        metric: `${ID}_satisfied`,
        dimension: '',
        value: '',
        period: context.analyses.span.all,
        quantity,
        unit: 'share difference',
        method: 'mantel-haenszel',
      },
      ...(open === null
        ? []
        : [
            {
              metric: `${ID}_open_days`,
              dimension: '',
              value: '',
              period: context.analyses.span.all,
              quantity: daysQuantity(context, open),
              unit: 'average' as const,
              method: 'restricted-mean',
            },
          ]),
    ],
  };
}

function headlineOf(readings: { satisfied: Reading; open: Reading | null }, reading: Reading): string {
  const slower = readings.open === 'supports';
  const less = readings.satisfied === 'supports';
  if (slower && less) return 'Several departments: slower and less satisfying cases';
  if (less) return 'Several departments go with less satisfied customers';
  if (slower) return 'Several departments go with slower cases';
  return reading === 'open'
    ? 'Whether several departments go with worse cases is not settled'
    : 'Cases with several departments end no worse by an amount that matters';
}

/** `cases stay open longer by 1 d 10 h (between 1 d 5 h and 1 d 15 h)`; null where these data cannot tell. */
function timePhrase(verdict: Verdict, { longer }: OpenTimes): string | null {
  const size = (value: number) => duration(Math.abs(value));
  const [near, far] = longer.difference > 0 ? [longer.low, longer.high] : [longer.high, longer.low];
  const phrase = `the case stays open ${longer.difference > 0 ? 'longer' : 'for a shorter time'} by ${size(longer.difference)} (between ${size(near)} and ${size(far)})`;
  switch (verdict) {
    case 'different':
      return phrase;
    case 'negligible':
      return `${phrase}, ${BELOW_MARGIN}`;
    case 'equivalent':
      return `the case stays open for ${ABOUT_THE_SAME} time`;
    default:
      return null;
  }
}

function signedDuration(seconds: number): string {
  return `${duration(Math.abs(seconds))} ${seconds < 0 ? 'less' : 'more'}`;
}

const DAY = 86_400;

function daysQuantity(context: ReportContext, { longer, tickets, curves }: OpenTimes): Quantity {
  return quantityOf(context, formatOf('average', context.config.locale), {
    value: longer.difference / DAY,
    low: longer.low / DAY,
    high: longer.high / DAY,
    n: tickets[0] + tickets[1],
    customers: Math.min(...curves.map(({ customers }) => customers)),
    counts: 'tickets',
  });
}

/** Null where a group has too few customers. */
function survival(context: ReportContext, { curves, longer, tickets }: OpenTimes): SurvivalFigure | null {
  const { config, analyses } = context;
  if (curves.some(({ customers, points }) => customers < config.minimum_base || points.length < 2)) return null;
  // Past the point where few are watched, a step would tell of single cases.
  const groups = curves.map((curve, group) => {
    const until = curve.watched.findLast(({ tickets: watched }) => watched >= config.minimum_base)?.seconds ?? 0;
    return {
      label: CURVES[group] as string,
      curve: curve.points.filter(({ seconds }) => seconds <= until),
      watched: curve.watched,
      median: medianOf(context, curve),
    };
  });
  if (groups.some(({ curve }) => curve.length < 2)) return null;
  const marks = groups[0]?.watched.map(({ seconds }) => seconds) ?? [];
  const base = `n = ${count(curves[0].tickets + curves[1].tickets, config.locale)} tickets`;
  const watchedAt = (group: number, mark: number) => {
    const { tickets: watched = 0 } = curves[group]?.watched[mark] ?? {};
    return watched < config.minimum_base ? undefined : watched;
  };
  const week = curves.map(({ watched }) => watched.find(({ seconds }) => seconds === 7 * DAY)?.share ?? 0);
  return {
    kind: 'survival',
    ...figureBase(
      context,
      ID,
      {},
      'still-open',
      {
        columns: ['departments', 'seconds', 'share_open', 'low', 'high'],
        rows: groups.flatMap(({ label, curve }) =>
          curve.map(({ seconds, share, low, high }) => [label, Math.round(seconds), share, low, high]),
        ),
      },
      {
        base,
        basis: ['calendar time'],
        compared: false,
        uncompared: 'The curves are of all cases; the comparison holds topic and priority equal.',
        interval: '95%: Kaplan–Meier with Greenwood’s variance on log(−log S).',
      },
    ),
    headline: `After a week ${percent(week[1] ?? 0)} with several departments are open, ${percent(week[0] ?? 0)} with one`,
    subtitle: `Share of tickets not yet solved by time since creation; ${analyses.span.all.label}; ${base}; topics and priorities not held equal; band: 95% interval; log scale`,
    summary: `With topic and priority held equal, a case with several departments is open for ${signedDuration(longer.difference)} of the first ${RMST_DAYS} days (${count(tickets[0], config.locale)} and ${count(tickets[1], config.locale)} tickets).`,
    state: 'not yet solved',
    groups: groups.map(({ label, curve, median }) => ({ label, curve, median })),
    atRisk: marks.map((seconds, mark) => ({
      seconds,
      text: duration(seconds),
      counts: [0, 1].map((group) => watchedAt(group, mark)),
    })),
    table: {
      caption: 'Share of tickets not yet solved, and tickets still watched.',
      columns: [
        { name: 'After', numeric: false },
        ...GROUPS.flatMap((label) => [
          { name: `Not yet solved, ${label.toLowerCase()}`, numeric: true },
          { name: `Still watched, ${label.toLowerCase()}`, numeric: true },
        ]),
      ],
      rows: marks.map((seconds, mark) => [
        duration(seconds),
        ...[0, 1].flatMap((group) => {
          const watched = watchedAt(group, mark);
          return watched === undefined
            ? ['', `<${config.minimum_base}`]
            : [percent(curves[group]?.watched[mark]?.share ?? 0), count(watched, config.locale)];
        }),
      ]),
    },
  };
}

/** When half are solved. */
function medianOf(context: ReportContext, { median, tickets, customers }: OpenTimes['curves'][number]): Quantity {
  const base = { n: tickets, customers, counts: 'tickets' };
  const format = formatOf('duration', context.config.locale);
  if (median !== null) return quantityOf(context, format, { ...median, ...base });
  const { value: _, n: __, ...unknown } = quantityOf(context, format, { value: 0, ...base });
  return { ...unknown, status: 'no_data', text: `more than ${duration(RMST_DAYS * DAY)}` };
}
