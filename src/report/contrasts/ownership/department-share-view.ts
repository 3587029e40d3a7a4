/**
 * C4a in words, with two funnels: satisfaction and recommendation by department.
 */
import {
  type DepartmentShare,
  departmentShare,
  type MeasureOfDepartments,
} from '../../../contrasts/ownership/department-share.ts';
import { wilson } from '../../../statistics/proportion.ts';
import { beyondLimits, type DepartmentPoint, departmentsFunnel } from '../../analyses/departments-view.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { cardOf, formatFor, type ReportContext } from '../../context.ts';
import type { Verdict } from '../../types/estimate.ts';
import { formatOf, percent } from '../../wording/format.ts';
import { ABOUT_THE_SAME } from '../../wording/phrases.ts';
import { sizeOf } from '../difference-words.ts';
import { numberOf, shareQuantity } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = departmentShare;
const ID = analysis.id;

/** From so large a gap on, satisfaction is said to belong to departments. */
const SAID_FROM = 0.05;

export const departmentShareView: TestView<DepartmentShare> = {
  test: departmentShare,
  charts: 'funnel',
  weighed: ({ gap }, context) => ({
    gap: { difference: gap, margin: comparedFrom(context, analysis), unit: 'coefficient' },
  }),
  answer,
};

type Found = 'departments' | 'a little' | 'other way' | 'alike' | 'untold';

function foundBy(verdict: Verdict, { difference, low }: DepartmentShare['gap']): Found {
  if (verdict === 'equivalent' || verdict === 'negligible') return 'alike';
  if (verdict !== 'different') return 'untold';
  if (difference < 0) return 'other way';
  return difference >= SAID_FROM && low > 0 ? 'departments' : 'a little';
}

const READINGS = {
  departments: 'supports',
  'a little': 'open',
  'other way': 'contradicts',
  alike: 'contradicts',
  untold: 'open',
} as const;

function answer({ csat, recommendation, gap }: DepartmentShare, desk: TestDesk): WrittenAnswer | null {
  const { context, store } = desk;
  const { all } = context.analyses.span;
  const verdict = desk.verdict('gap');
  const found = foundBy(verdict, gap);
  const rated = csat.found.departments.map(
    ({ label, z }): DepartmentPoint => ({
      label,
      estimate: store.estimate('csat', { department: label }, all),
      beyond: beyondLimits(z),
    }),
  );
  const recommended = recommendationPoints(context, recommendation);
  // All of them or none: what is said of all together would give one that is kept back away.
  if ([...rated, ...recommended].some(({ estimate }) => estimate.value === undefined)) return null;
  const format = formatFor(context, ID);
  const customers = (of: MeasureOfDepartments) =>
    of.found.departments.reduce((sum, department) => sum + department.customers, 0);
  const quantityFor = (of: MeasureOfDepartments) =>
    quantityOf(context, format, {
      value: of.found.icc,
      low: of.found.low,
      high: of.found.high,
      n: customers(of),
      customers: customers(of),
      counts: 'customers',
    });
  const quantity = quantityOf(context, format, {
    value: gap.difference,
    low: gap.low,
    high: gap.high,
    n: customers(recommendation),
    customers: Math.min(customers(csat), customers(recommendation)),
    counts: 'customers',
  });
  const size = sizeOf(gap, formatOf('share', context.config.locale, comparedFrom(context, analysis)));
  const shares = `${percent(csat.found.icc)} of the variation of ratings lies between departments, and ${nearly(recommendation.found.icc)} of that of recommendations`;
  const statements: Readonly<Record<Found, string>> = {
    departments: `Satisfaction belongs to departments, recommendation to the company: ${shares}; these shares are ${size} apart.`,
    'a little': `Departments differ more in satisfaction than in recommendation, and these data cannot tell whether by an amount that matters: ${shares}; these shares are ${size} apart.`,
    'other way': `Departments differ more in recommendation than in satisfaction: ${shares}; these shares are ${size} apart.`,
    alike: `Departments differ in satisfaction ${ABOUT_THE_SAME} as in recommendation: ${shares}.`,
    untold: `These data cannot tell whether departments differ more in satisfaction than in recommendation: ${shares}.`,
  };
  return {
    reading: READINGS[found],
    verdict,
    headline: {
      departments: 'Satisfaction belongs to departments, recommendation to the company',
      'a little': 'Departments differ a little more in satisfaction than in recommendation',
      'other way': 'Departments differ more in recommendation than in satisfaction',
      alike: 'Departments differ in satisfaction as much as in recommendation',
      untold: 'Whether satisfaction belongs to departments is not settled',
    }[found],
    statement: statements[found],
    sentences: [
      variance('Satisfaction', csat, quantityFor(csat)),
      variance('Recommendation', recommendation, quantityFor(recommendation)),
      'For recommendation a customer counts with the department of most contacts before the answer.',
    ],
    effect: {
      name: 'Share between departments, satisfaction minus recommendation',
      quantity,
      unit: 'coefficient',
      method: 'ICC(1), bootstrap',
      weighed: 'gap',
    },
    figures: [
      departmentsFunnel(context, ID, 'satisfaction', cardOf(context, 'csat'), csat.found, rated),
      departmentsFunnel(context, ID, 'recommendation', PROMOTERS, recommendation.found, recommended),
    ],
    numbers: [
      numberOf(context, `${ID}_csat`, quantityFor(csat), 'coefficient', 'anova'),
      numberOf(context, `${ID}_nps`, quantityFor(recommendation), 'coefficient', 'anova'),
      numberOf(context, `${ID}_gap`, quantity, 'coefficient', 'bootstrap'),
    ],
  };
}

function nearly(share: number): string {
  return share === 0 ? 'next to nothing' : percent(share);
}

/** `Satisfaction: ICC 0.07 (0.03 to 0.31), ε² 0.06; with topics held equal 0.07.` */
function variance(
  name: string,
  { found, withinTopics }: MeasureOfDepartments,
  icc: { text: string; range: string },
): string {
  const topics =
    withinTopics === null
      ? 'topics cannot be held equal, because departments share none or the data name none'
      : `with topics held equal ${withinTopics.toFixed(2)}`;
  return `${name}: ICC ${icc.text} (${icc.range}), ε² ${found.epsilonSquared.toFixed(2)}; ${topics}.`;
}

/** What the second funnel shows. */
const PROMOTERS = {
  name: 'Promoters by department of most contacts',
  label: 'Promoters',
  counts: 'customers',
} as const;

function recommendationPoints(context: ReportContext, { found }: MeasureOfDepartments): DepartmentPoint[] {
  const format = formatOf('share', context.config.locale);
  return found.departments.map(({ label, n, customers, share, z }) => {
    const quantity = shareQuantity(context, format, {
      share,
      ...wilson(share, n),
      n,
      customers,
      counts: 'customers',
      isLowBase: n < 30,
    });
    return {
      label,
      estimate: {
        ...quantity,
        metric: ID,
        where: { department: label },
        period: context.analyses.span.all,
        weighted: false,
        method: 'wilson',
      },
      beyond: beyondLimits(z),
    };
  });
}
