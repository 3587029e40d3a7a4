/**
 * C6a in words: the share of contacts that the company begins, month by month between its limits.
 */

import type { Period } from '../../../calendar/period.ts';
import {
  type ContactMonth,
  FEWEST,
  type ProactiveShare,
  proactiveShare,
} from '../../../contrasts/foresight/proactive-share.ts';
import { wilson } from '../../../statistics/proportion.ts';
import { quantile } from '../../../statistics/quantile.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { FLAGS } from '../../estimates.ts';
import { controlFigure } from '../../figures/control.ts';
import { type ControlCourse, courseOf, FEWEST_MONTHS, type MeasuredMonth } from '../../figures/control-course.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { Reading } from '../../types/contrast.ts';
import type { Estimate } from '../../types/estimate.ts';
import { count } from '../../wording/format.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import { numberOf, shareQuantity } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = proactiveShare.analysis.id;

export const proactiveShareView: TestView<ProactiveShare> = { test: proactiveShare, charts: 'control chart', answer };

/** Which way the months went. */
type Way = 'more' | 'less' | 'either' | 'steady';

function answer(result: ProactiveShare, { context }: TestDesk): WrittenAnswer | null {
  const course = courseOf(measured(context, result), 'share');
  if (course === null) return null;
  // A month that is kept back is in no total, from which it could be subtracted.
  const months = result.months.filter(({ customers }) => customers >= context.config.minimum_base);
  const what = wordOf(result);
  const shareOf = (some: readonly ContactMonth[]) => shareIn(context, what, some, result.designEffect);
  const all = shareOf(months);
  const way = wayOf(course);
  const since = sinceOf(course);
  const parts = parted(months, since);
  const [before, later] = [shareOf(parts.before), shareOf(parts.later)];
  const chart = controlFigure(context, ID, course);
  const changed = `${later.text} of ${what} (between ${betweenEnds(later.range)}) since ${since?.label}, ${before.text} before`;
  const described = `The company begins ${all.text} of ${what} (between ${betweenEnds(all.range)})`;
  return {
    reading: READINGS[way],
    verdict: 'untested',
    headline: {
      more: `More proactive than before: the company begins ${later.text} of ${what}, ${before.text} before`,
      less: `Less proactive than before: the company begins ${later.text} of ${what}, ${before.text} before`,
      either: `The company begins ${all.text} of ${what}; the share goes up and down`,
      steady: `The company begins ${all.text} of ${what}; whether more than before is not settled`,
    }[way],
    statement: {
      more: `The company is more proactive than before: it began ${changed}.`,
      less: `The company is less proactive than before: it began ${changed}.`,
      either: `${described}; its months move by more than chance, and not in one direction.`,
      steady: `${described}, and its months move no more than chance moves them.`,
    }[way],
    sentences: [
      `It rests on ${count(all.n ?? 0, context.config.locale)} ${what} in ${months.length} complete months.`,
      ...(course.firm ? [] : [`With fewer than ${FEWEST_MONTHS.firm} months the limits are not firm.`]),
      ...(course.seasonal ? [] : ['With less than three years a season cannot be told from a change.']),
    ],
    effect: {
      name: `Share of ${what} begun by the company${isTold(way) ? ` since ${since?.label}` : ''}`,
      quantity: isTold(way) ? later : all,
      unit: 'share',
      method: 'Wilson; judged by the control chart',
    },
    figures: [{ ...chart, subtitle: `${chart.subtitle}; ${all.base}` }],
    numbers: [numberOf(context, ID, all, 'share', 'wilson')],
  };
}

/** What is counted, plural. */
function wordOf({ table }: ProactiveShare): string {
  return table === 'touchpoints' ? 'contacts' : 'tickets';
}

const READINGS: Readonly<Record<Way, Reading>> = {
  more: 'supports',
  less: 'contradicts',
  either: 'open',
  steady: 'open',
};

function isTold(way: Way): boolean {
  return way === 'more' || way === 'less';
}

function measured(context: ReportContext, result: ProactiveShare): MeasuredMonth[] {
  const what = wordOf(result);
  return result.months.map((month) => {
    const thin = month.n < FEWEST.contacts;
    const estimate: Estimate = {
      metric: ID,
      where: {},
      period: month.period,
      weighted: false,
      method: 'wilson',
      ...(month.n === 0 ? NO_CONTACTS : shareIn(context, what, [month], month.n / month.effectiveN)),
    };
    return { period: month.period, estimate, effectiveN: month.effectiveN, thin };
  });
}

const NO_CONTACTS = { status: 'no_data', text: FLAGS.no_data, range: '', base: 'no contacts' } as const;

/** A dated change tells its direction; else the months outside do, where the later ones as a whole lie to their side. */
function wayOf({ signalled, change, months, centre }: ControlCourse): Way {
  if (!signalled) return 'steady';
  if (change !== null) return change.after > change.before ? 'more' : 'less';
  const later = laterMedian(months);
  const sides = new Set(
    months.flatMap(({ signal, estimate: { value }, limits }) =>
      signal !== 'outside' || value === undefined || limits === null ? [] : [value > limits.high ? 'more' : 'less'],
    ),
  );
  const [side] = sides;
  return sides.size === 1 && side === (later > centre ? 'more' : 'less') ? (side as Way) : 'either';
}

/** Median of the second half of the months: one of them alone does not make their level. */
function laterMedian(months: ControlCourse['months']): number {
  const values = months.flatMap(({ estimate: { value } }) => (value === undefined ? [] : [value]));
  return quantile(
    values.slice(Math.floor(values.length / 2)).toSorted((a, b) => a - b),
    0.5,
  );
}

/** From when on the months are told apart from those before: where they changed, else after those of the limits. */
function sinceOf({ change, months, baseline }: ControlCourse): Period | null {
  return change?.from ?? months[baseline]?.period ?? null;
}

function parted(months: readonly ContactMonth[], since: Period | null) {
  const isLater = ({ period }: ContactMonth) => since !== null && period.start >= since.start;
  return { before: months.filter((month) => !isLater(month)), later: months.filter(isLater) };
}

function shareIn(
  context: ReportContext,
  what: string,
  months: readonly ContactMonth[],
  designEffect: number,
): Quantity {
  const sum = (of: (month: ContactMonth) => number) => months.reduce((total, month) => total + of(month), 0);
  const n = sum((month) => month.n);
  const share = n === 0 ? 0 : sum((month) => month.company) / n;
  return shareQuantity(context, formatFor(context, ID), {
    share,
    ...(n === 0 ? {} : wilson(share, n / designEffect)),
    n,
    // Customers of several months may be the same: the most of one month are there for sure.
    customers: Math.max(0, ...months.map(({ customers }) => customers)),
    counts: what,
    isLowBase: n < FEWEST.contacts,
  });
}
