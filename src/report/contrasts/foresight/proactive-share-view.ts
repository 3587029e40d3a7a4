/**
 * C6a in words: the share of contacts that the company begins, month by month between its limits.
 */
import {
  type ContactMonth,
  type ProactiveShare,
  proactiveShare,
} from '../../../contrasts/foresight/proactive-share.ts';
import { wilson } from '../../../statistics/proportion.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { controlFigure } from '../../figures/control.ts';
import { type ControlCourse, courseOf, type MeasuredMonth } from '../../figures/control-course.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { Reading } from '../../types/contrast.ts';
import type { Estimate } from '../../types/estimate.ts';
import { count } from '../../wording/format.ts';
import { numberOf, shareQuantity } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = proactiveShare.analysis.id;

export const proactiveShareView: TestView<ProactiveShare> = { test: proactiveShare, charts: 'control chart', answer };

/** The share over the first year, or two, that the limits come from, and since then. */
interface Parts {
  readonly before: Quantity;
  readonly since: Quantity;
}

function answer({ months, table }: ProactiveShare, { context }: TestDesk): WrittenAnswer | null {
  const course = courseOf(measured(context, months), 'share');
  if (course === null) return null;
  const way = wayOf(course);
  const { before, since } = partsOf(context, months, course);
  const all = shareOf(context, months);
  const what = table === 'touchpoints' ? 'contacts' : 'tickets';
  const { locale } = context.config;
  return {
    reading: READINGS[way],
    verdict: 'untested',
    headline: {
      more: `More proactive than before: the company begins ${since.text} of ${what}, before ${before.text}`,
      less: `Less proactive than before: the company begins ${since.text} of ${what}, before ${before.text}`,
      steady: `The company begins ${all.text} of ${what}, no more than before`,
    }[way],
    statement: {
      more: `The company is more proactive than before: it began ${since.text} of ${what} (${since.range}) ${sinceWords(course)}, ${before.text} before.`,
      less: `The company is less proactive than before: it began ${since.text} of ${what} (${since.range}) ${sinceWords(course)}, ${before.text} before.`,
      steady: `The company begins ${all.text} of ${what} (${all.range}), and its months show no change beyond chance.`,
    }[way],
    sentences: [
      `It rests on ${count(
        months.reduce((sum, { n }) => sum + n, 0),
        locale,
      )} ${what} in ${months.length} complete months.`,
      ...(course.firm ? [] : ['With fewer than 20 months the limits are not firm.']),
      ...(course.seasonal ? [] : ['With less than three years a season cannot be told from a change.']),
    ],
    effect: {
      name:
        way === 'steady'
          ? `Share of ${what} begun by the company`
          : `Share of ${what} begun by the company ${sinceWords(course)}`,
      quantity: way === 'steady' ? all : since,
      unit: 'share',
      method: 'Wilson; judged by the control chart',
    },
    figures: [controlFigure(context, ID, course)],
    numbers: [numberOf(context, ID, all, 'share', 'wilson')],
  };
}

const READINGS: Readonly<Record<'more' | 'less' | 'steady', Reading>> = {
  more: 'supports',
  less: 'contradicts',
  steady: 'describes',
};

function measured(context: ReportContext, months: readonly ContactMonth[]): MeasuredMonth[] {
  return months.map((month) => {
    const estimate: Estimate = {
      metric: ID,
      where: {},
      period: month.period,
      weighted: false,
      method: 'wilson',
      ...shareOf(context, [month]),
    };
    return { period: month.period, estimate, effectiveN: month.effectiveN };
  });
}

/** Which way the months went, where anything in them is more than chance: the later ones against the earlier. */
function wayOf({ signalled, change, months, baseline }: ControlCourse): keyof typeof READINGS {
  if (!signalled) return 'steady';
  if (change !== null) return change.after > change.before ? 'more' : 'less';
  const mean = (some: ControlCourse['months']) => {
    const values = some.flatMap(({ estimate: { value } }) => (value === undefined ? [] : [value]));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const [earlier, later] = [mean(months.slice(0, baseline)), mean(months.slice(baseline))];
  if (Number.isNaN(earlier) || Number.isNaN(later)) return 'steady';
  return later > earlier ? 'more' : 'less';
}

/** Parted where the series changed, else where its baseline ends. */
function partsOf(context: ReportContext, months: readonly ContactMonth[], { change, baseline }: ControlCourse): Parts {
  const isSince = ({ period }: ContactMonth, place: number) =>
    change === null ? place >= baseline : period.start >= change.from.start;
  return {
    before: shareOf(
      context,
      months.filter((month, place) => !isSince(month, place)),
    ),
    since: shareOf(context, months.filter(isSince)),
  };
}

function sinceWords({ change, months, baseline }: ControlCourse): string {
  const from = change?.from ?? months[baseline]?.period;
  return from === undefined ? '' : `since ${from.label}`;
}

function shareOf(context: ReportContext, months: readonly ContactMonth[]): Quantity {
  const sum = (of: (month: ContactMonth) => number) => months.reduce((total, month) => total + of(month), 0);
  const [n, company, effectiveN] = [
    sum((month) => month.n),
    sum((month) => month.company),
    sum((month) => month.effectiveN),
  ];
  const share = n === 0 ? 0 : company / n;
  return shareQuantity(context, formatFor(context, ID), {
    share,
    ...(n === 0 ? {} : wilson(share, effectiveN)),
    n,
    // Customers of several months may be the same: the most of one month are there for sure.
    customers: Math.max(0, ...months.map(({ customers }) => customers)),
    counts: 'contacts',
    isLowBase: n < LOW_BASE,
  });
}

/** Fewer contacts in a month are drawn hollow. */
const LOW_BASE = 50;
