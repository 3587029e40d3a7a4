/**
 * C4b in words, with both groups in every stratum.
 */
import type { Reading } from '../../../contrasts/contrast.ts';
import { type SeamCost, seamCost } from '../../../contrasts/ownership/seam-cost.ts';
import type { StratifiedShares } from '../../../contrasts/strata.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import type { ReportContext } from '../../context.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { StrataFigure } from '../../types/contrast-figure.ts';
import type { Verdict } from '../../types/estimate.ts';
import { count, formatOf } from '../../wording/format.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import { evennessSentence, leftOutSentence, withShownStrata } from '../common-strata.ts';
import { differencePhrase } from '../difference-words.ts';
import { numberOf } from '../quantities.ts';
import { pooledQuantity, strataFigure } from '../strata-figure.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = seamCost;
const ID = analysis.id;

export const seamCostView: TestView<SeamCost> = {
  test: seamCost,
  charts: 'strata',
  weighed: ({ satisfied, detractors }, context) => {
    const margin = comparedFrom(context, analysis);
    return {
      satisfied: { difference: satisfied.difference, margin, unit: 'share' },
      ...(detractors === null ? {} : { detractors: { difference: detractors.difference, margin, unit: 'share' } }),
    };
  },
  answer,
};

/** One outcome of both groups, judged. */
interface Outcome {
  readonly name: 'satisfied' | 'detractors';
  readonly label: string;
  readonly shares: StratifiedShares;
  readonly verdict: Verdict;
  readonly quantity: Quantity;
  /** Whether those who crossed departments fare worse. */
  readonly isWorse: boolean;
}

function outcomesOf({ satisfied, detractors }: SeamCost, desk: TestDesk): readonly [Outcome, ...Outcome[]] {
  const outcome = (name: Outcome['name'], label: string, shares: StratifiedShares): Outcome => ({
    name,
    label,
    shares,
    verdict: desk.verdict(name),
    quantity: pooledQuantity(desk.context, shares, comparedFrom(desk.context, analysis), 'customers'),
    isWorse: name === 'satisfied' ? shares.difference.difference < 0 : shares.difference.difference > 0,
  });
  return [
    outcome('satisfied', 'Satisfied', satisfied),
    ...(detractors === null ? [] : [outcome('detractors', 'Detractors', detractors)]),
  ];
}

type Found = 'lower' | 'mixed' | 'higher' | 'little' | 'untold';

const READINGS = {
  lower: 'supports',
  mixed: 'describes',
  higher: 'contradicts',
  little: 'contradicts',
  untold: 'open',
} as const;

const HEADLINES: Readonly<Record<Found, string>> = {
  lower: 'Crossing departments goes with lower scores',
  mixed: 'Crossing departments goes with lower scores in one view, higher in the other',
  higher: 'Crossing departments goes with higher scores',
  little: 'Crossing departments goes with scores that differ by less than matters',
  untold: 'Whether crossing departments goes with lower scores is not settled',
};

function foundBy(outcomes: readonly Outcome[]): Found {
  const shown = outcomes.filter(({ verdict }) => verdict === 'different');
  if (shown.length === 0) {
    const isSmall = outcomes.every(({ verdict }) => verdict === 'equivalent' || verdict === 'negligible');
    return isSmall ? 'little' : 'untold';
  }
  if (shown.every(({ isWorse }) => isWorse)) return 'lower';
  return shown.some(({ isWorse }) => isWorse) ? 'mixed' : 'higher';
}

function answer(result: SeamCost, desk: TestDesk): WrittenAnswer {
  const { context } = desk;
  const { config } = context;
  const outcomes = outcomesOf(result, desk);
  const found = foundBy(outcomes);
  const reading: Reading = READINGS[found];
  const [deciding] = outcomes;
  const { satisfied } = result;
  const [one, several] = [satisfied.first, satisfied.second].map(({ n }) => count(n, config.locale));
  return {
    reading,
    verdict: deciding.verdict,
    headline: HEADLINES[found],
    statement: statementOf(context, outcomes),
    sentences: [
      `${several} customers whose contacts crossed departments are set against ${one} with as many contacts, all with one department.`,
      ...untoldSentences(context, outcomes),
      ...(outcomes.length > 1 ? [] : ['Too few of them answered the recommendation question to compare detractors.']),
      ...evennessSentence(satisfied, 'strata'),
      ...leftOutSentence(satisfied, config.locale, config.minimum_base),
    ],
    effect: {
      name: 'Satisfied share, crossing departments minus staying with one',
      quantity: deciding.quantity,
      unit: 'share',
      method: 'Mantel–Haenszel',
      weighed: 'satisfied',
    },
    figures: figuresOf(context, outcomes, found),
    numbers: outcomes.map(({ name, quantity }) =>
      numberOf(context, `${ID}_${name}`, quantity, 'share difference', 'mantel-haenszel'),
    ),
  };
}

/** `the share of detractors is higher by 6 points (between 2 and 11)`; null where these data cannot tell. */
function clauseOf(context: ReportContext, { name, verdict, shares }: Outcome): string | null {
  const phrase = differencePhrase(
    verdict,
    shares.difference,
    formatOf('share', context.config.locale, comparedFrom(context, analysis)),
  );
  const who = name === 'satisfied' ? 'the share who are satisfied' : 'the share of detractors';
  return phrase === null ? null : `${who} is ${phrase}`;
}

function statementOf(context: ReportContext, outcomes: readonly [Outcome, ...Outcome[]]): string {
  const clauses = outcomes.flatMap((outcome) => clauseOf(context, outcome) ?? []);
  return clauses.length === 0
    ? `These data cannot tell whether customers whose contacts cross departments score lower: the satisfied share differs by ${withRange(outcomes[0])}.`
    : `Where contacts crossed departments, ${clauses.join(' and ')}, with topic and number of contacts held equal.`;
}

/** Where the statement is about one outcome only: what is known of the other. */
function untoldSentences(context: ReportContext, outcomes: readonly Outcome[]): string[] {
  const untold = outcomes.filter((outcome) => clauseOf(context, outcome) === null);
  return untold
    .filter(({ name }) => untold.length < outcomes.length || name !== 'satisfied')
    .map((outcome) => {
      const what = outcome.name === 'satisfied' ? 'satisfaction' : 'the share of detractors';
      return `Whether ${what} differs, these data cannot tell: ${withRange(outcome)}.`;
    });
}

/** `−8 points (between −12 and −4)`. */
function withRange({ quantity: { text, range } }: Outcome): string {
  return range === '' ? text : `${text} (between ${betweenEnds(range)})`;
}

/** None where no stratum has customers enough on both sides. */
function figuresOf(context: ReportContext, outcomes: readonly Outcome[], found: Found): StrataFigure[] {
  const parts = outcomes.map(({ label, shares }) => ({
    label,
    found: withShownStrata(shares, context.config.minimum_base),
  }));
  if (parts.every((part) => part.found.strata.length === 0)) return [];
  const [satisfied] = outcomes as [Outcome];
  return [
    strataFigure(context, ID, parts, comparedFrom(context, analysis), {
      groups: ['One department', 'Two or more departments'],
      stratum: 'Topic and contacts',
      counts: 'customers',
      headline:
        found === 'untold'
          ? 'Scores with one department and with several'
          : `Satisfied: ${satisfied.quantity.text} where contacts crossed departments`,
      subtitle: `Share satisfied and share of detractors among customers with several contacts; ${context.analyses.span.all.label}; ${satisfied.quantity.base} with a rating; bar: 95% interval; small strata are in the difference only`,
      summary: outcomes
        .map(
          (outcome) => `${outcome.label}, strata held equal: ${withRange(outcome)} where contacts crossed departments.`,
        )
        .join(' '),
    }),
  ];
}
