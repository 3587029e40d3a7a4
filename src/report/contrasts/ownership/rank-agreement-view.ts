/**
 * C4c in words, with the ranks of departments on every measure.
 */
import type { Reading } from '../../../contrasts/contrast.ts';
import { type DepartmentRank, type RankAgreement, rankAgreement } from '../../../contrasts/ownership/rank-agreement.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { ESTIMATE_COLUMNS, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { BumpFigure } from '../../types/contrast-figure.ts';
import { listed } from '../../wording/list.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = rankAgreement.analysis.id;

/** W with its whole interval below the first, or above the second. */
const DIFFERENT_BELOW = 0.5;
const SAME_ABOVE = 0.7;

const MOST_LINES = 12;

export const rankAgreementView: TestView<RankAgreement> = { test: rankAgreement, charts: 'bump', answer };

function readingOf({ low, high }: RankAgreement): Reading {
  return high < DIFFERENT_BELOW ? 'supports' : low > SAME_ABOVE ? 'contradicts' : 'open';
}

/** Kendall’s W; kept back where a department has too few customers. */
export function agreementQuantity(context: ReportContext, { w, low, high, departments }: RankAgreement): Quantity {
  const customers = Math.min(...departments.flatMap(({ ranks }) => ranks.map((rank) => rank.customers)));
  const n = departments.length;
  return quantityOf(context, formatFor(context, ID), { value: w, low, high, n, customers, counts: 'departments' });
}

function answer(result: RankAgreement, { context }: TestDesk): WrittenAnswer | null {
  const { measures, departments } = result;
  const quantity = agreementQuantity(context, result);
  // All departments or none: the ranks of the others would give one that is kept back away.
  if (quantity.value === undefined) return null;
  const format = formatFor(context, ID);
  const reading = readingOf(result);
  const names = listed(namesOf(measures), 'and');
  const agreement = `the rankings by ${names} agree to ${quantity.text} of 1 (between ${betweenEnds(quantity.range)})`;
  const [leader] = departments;
  const statements = {
    supports: `Departments are good at different things: ${agreement}.`,
    contradicts: `The same departments lead on every measure, with ${leader?.label} highest on average: ${agreement}.`,
    open: `These data cannot tell whether the same departments lead on every measure: ${agreement}.`,
    describes: '',
  };
  return {
    reading,
    verdict: 'untested',
    headline: {
      supports: 'Departments are good at different things',
      contradicts: 'The same departments lead on every measure',
      open: 'Whether the same departments lead on every measure is not settled',
      describes: '',
    }[reading],
    statement: statements[reading],
    sentences: [
      `Rankings that have nothing in common would agree to ${format.value(1 / measures.length)} on average, never to 0.`,
      steadySentence(result),
    ],
    effect: { name: 'Agreement of rankings (Kendall’s W)', quantity, unit: 'coefficient', method: 'bootstrap' },
    figures: [bump(context, result, reading, quantity)],
    numbers: [
      {
        metric: ID,
        dimension: '',
        value: '',
        period: context.analyses.span.all,
        // Rows of the downloads count whom they rest on.
        quantity: { ...quantity, n: customersBehind(result) },
        unit: 'coefficient',
        method: 'kendall-w',
      },
    ],
  };
}

/** Customers of all departments on the measure that has the fewest; one of two departments counts in both. */
function customersBehind({ measures, departments }: RankAgreement): number {
  const on = (measure: number) => departments.reduce((sum, { ranks }) => sum + (ranks[measure]?.customers ?? 0), 0);
  return Math.min(...measures.map((_, measure) => on(measure)));
}

function namesOf(measures: RankAgreement['measures']): string[] {
  return measures.map(({ name }) => name);
}

/** Which places are clear, and which change hands in resamples. */
function steadySentence({ departments, measures }: RankAgreement): string {
  const steady = [1, departments.length].flatMap((place) =>
    departments.flatMap(({ label, ranks }) => {
      const by = measures.filter((_, measure) => {
        const { rank, low, high } = ranks[measure] as DepartmentRank;
        return rank === place && high - low < 1;
      });
      return by.length === 0 ? [] : [`${label} is ${place === 1 ? 'first' : 'last'} by ${listed(namesOf(by), 'and')}`];
    }),
  );
  if (steady.length === 0) return 'No first and no last place is clear: departments there change places by chance.';
  return `Clear beyond chance: ${steady.join('; ')}.`;
}

/** A rank as people write it; ties share the mean of theirs. */
function rankText(rank: number): string {
  return Number.isInteger(rank) ? String(rank) : rank.toFixed(1);
}

function rankQuantity(context: ReportContext, { rank, low, high, n, customers }: DepartmentRank): Quantity {
  const text = { value: rankText, range: (from: number, to: number) => `${rankText(from)} to ${rankText(to)}` };
  return quantityOf(
    context,
    { ...formatFor(context, ID), ...text },
    { value: rank, low, high, n, customers, counts: 'answers or tickets' },
  );
}

function bump(context: ReportContext, result: RankAgreement, reading: Reading, w: Quantity): BumpFigure {
  const { measures } = result;
  const { label: period } = context.analyses.span.all;
  const sizeOf = ({ ranks }: RankAgreement['departments'][number]) =>
    Math.min(...ranks.map(({ customers }) => customers));
  const largest = new Set(result.departments.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MOST_LINES));
  const departments = result.departments.filter((department) => largest.has(department));
  const [leader] = departments;
  const lines = departments.map((department) => ({
    label: department.label,
    ranks: department.ranks.map((rank) => rankQuantity(context, rank)),
    strong:
      reading === 'contradicts'
        ? department === leader
        : reading === 'supports' && department.ranks.some(({ rank }) => rank === 1),
  }));
  const base = `n = ${result.departments.length} departments`;
  const best = measures.map((_, measure) =>
    departments.reduce((a, b) => (rankOf(b, measure) < rankOf(a, measure) ? b : a)),
  );
  const first = departments.flatMap((department) => {
    const by = measures.filter((_, measure) => best[measure] === department);
    return by.length === 0 ? [] : [`${department.label} by ${listed(namesOf(by), 'and')}`];
  });
  return {
    kind: 'bump',
    ...figureBase(
      context,
      ID,
      {},
      'ranks',
      {
        columns: ['department', 'measure', ...ESTIMATE_COLUMNS],
        rows: lines.flatMap(({ label, ranks }) =>
          ranks.map((rank, measure) => [
            label,
            measures[measure]?.id ?? '',
            rank.n ?? '',
            rank.value ?? '',
            rank.low ?? '',
            rank.high ?? '',
            'rank',
            rank.status,
            'bootstrap',
          ]),
        ),
      },
      { base, compared: false, uncompared: 'Ranks are shown with their intervals, not compared in pairs.' },
    ),
    headline:
      reading === 'contradicts'
        ? `${leader?.label} has the highest ranks; agreement of rankings ${w.text} of 1`
        : `Agreement of rankings ${w.text} of 1 (${w.range})`,
    subtitle: `Rank of departments on each measure, 1 is best; ${period}; ${base}; bar: 95% interval of the rank`,
    summary: `First: ${first.join('; ')}. Where intervals overlap, the order is not known.`,
    measures: namesOf(measures),
    lines,
    table: {
      caption: `Ranks of departments, 1 is best, with their 95% intervals, ${period}.`,
      columns: [{ name: 'Department', numeric: false }, ...measures.map(({ name }) => ({ name, numeric: true }))],
      rows: lines.map(({ label, ranks }) => [label, ...ranks.map(({ text, range }) => `${text} (${range})`)]),
    },
  };
}

function rankOf({ ranks }: RankAgreement['departments'][number], measure: number): number {
  return ranks[measure]?.rank ?? Number.POSITIVE_INFINITY;
}
