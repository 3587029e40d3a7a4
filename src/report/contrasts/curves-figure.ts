/**
 * Curves of what has not happened yet, as a figure.
 */
import type { FollowUpCurve } from '../../contrasts/follow-up-curve.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { figureBase } from '../figures/base.ts';
import type { Quantity, SurvivalFigure } from '../types/analysis-figure.ts';
import { count, duration, percent } from '../wording/format.ts';

export interface CurveGroup {
  readonly label: string;
  readonly curve: FollowUpCurve;
  /** Distinct customers behind it. */
  readonly customers: number;
}

export interface CurveWords extends Pick<SurvivalFigure, 'state' | 'headline' | 'subtitle' | 'summary'> {
  /** What is followed, plural. */
  readonly counts: string;
}

/** Null where a group has too few customers. A curve ends where too few are still watched to be told. */
export function curvesFigure(
  context: ReportContext,
  id: string,
  groups: readonly CurveGroup[],
  { counts, ...words }: CurveWords,
): SurvivalFigure | null {
  const { minimum_base, locale } = context.config;
  if (groups.some(({ customers }) => customers < minimum_base)) return null;
  const shown = groups.map(({ label, curve }) => ({
    label,
    curve,
    points: curve.points.filter(({ watched }) => watched >= minimum_base),
  }));
  const seconds = [...new Set(shown.flatMap(({ points }) => points.map((point) => point.seconds)))].sort(
    (a, b) => a - b,
  );
  const at = ({ points }: (typeof shown)[number], time: number) => points.find((point) => point.seconds === time);
  const marks = seconds.filter((_, place) => place === 0 || place % Math.ceil(seconds.length / 6) === 0);
  return {
    kind: 'survival',
    ...figureBase(
      context,
      id,
      {},
      'curve',
      {
        columns: ['group', 'seconds', 'share', 'low', 'high', 'watched'],
        rows: shown.flatMap(({ label, points }) =>
          points.map(({ seconds: time, share, low, high, watched }) => [label, time, share, low, high, watched]),
        ),
      },
      {
        base: groups.map(({ label, curve }) => `${label}: n = ${count(curve.n, locale)} ${counts}`).join('; '),
        compared: false,
        uncompared: 'The curves are shown; what is judged stands in the text.',
        interval: '95%: Kaplan–Meier with Greenwood’s variance on log(−log S).',
      },
    ),
    ...words,
    groups: shown.map(({ label, curve, points }) => ({
      label,
      curve: points.map(({ seconds: time, share, low, high }) => ({ seconds: time, share, low, high })),
      median: medianOf(context, curve, counts),
    })),
    atRisk: marks.map((time) => ({
      seconds: time,
      text: time === 0 ? '0' : duration(time),
      counts: shown.map((each) => at(each, time)?.watched),
    })),
    table: {
      caption: `${cardOf(context, id).name}: share ${words.state}, and ${counts} still watched.`,
      columns: [
        { name: 'After', numeric: false },
        ...shown.flatMap(({ label }) => [
          { name: label, numeric: true },
          { name: `Watched, ${label.toLowerCase()}`, numeric: true },
        ]),
      ],
      rows: seconds.map((time) => [
        time === 0 ? '0' : duration(time),
        ...shown.flatMap((each) => {
          const point = at(each, time);
          return point === undefined ? ['', `<${minimum_base}`] : [percent(point.share), count(point.watched, locale)];
        }),
      ]),
    },
  };
}

/** Time by which half have had the event; `not_applicable` where that is never reached. */
export function medianOf({ config }: ReportContext, { median, n }: FollowUpCurve, counts: string): Quantity {
  const base = `n = ${count(n, config.locale)} ${counts}`;
  const { value, low, high } = median;
  if (value === null) return { status: 'not_applicable', text: '', range: '', base };
  const interval = low === null || high === null ? {} : { low, high };
  return {
    status: 'ok',
    value,
    ...interval,
    n,
    text: duration(value),
    range: low === null || high === null ? '' : `${duration(low)} to ${duration(high)}`,
    base,
  };
}
