/**
 * S1 in words, with the weights of all aspects in both models side by side.
 */
import {
  type AspectModel,
  type InteractionWeight,
  interactionWeight,
} from '../../../contrasts/similarities/interaction-weight.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import type { PairsFigure, Quantity } from '../../types/analysis-figure.ts';
import type { Reading } from '../../types/contrast.ts';
import type { Verdict } from '../../types/estimate.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { count, percent } from '../../wording/format.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import { baseOf, differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = interactionWeight;
const ID = analysis.id;

export const interactionWeightView: TestView<InteractionWeight> = {
  test: interactionWeight,
  charts: 'paired bars',
  weighed: ({ gap }, context) => ({ gap: { difference: gap, margin: comparedFrom(context, analysis), unit: 'share' } }),
  answer,
};

function answer(result: InteractionWeight, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { customers, gap, satisfaction, recommendation, interaction } = result;
  const verdict = desk.verdict('gap');
  const weights = [satisfaction, recommendation].map(({ weights }) => weights[interaction]);
  const quantities = weights.map((weight) =>
    weight === undefined ? null : weightQuantity(context, weight, customers),
  );
  const [inSatisfaction, inRecommendation] = quantities;
  if (inSatisfaction?.value === undefined || inRecommendation?.value === undefined) return null;
  const said = saidOf(verdict, result);
  const shares = `${inSatisfaction.text} of what is explained of satisfaction (between ${spoken(inSatisfaction)}) and ${inRecommendation.text} of the recommendation (between ${spoken(inRecommendation)})`;
  const more = gap.difference > 0 ? 'the recommendation' : 'satisfaction';
  return {
    reading: said.reading,
    verdict,
    headline: {
      alike: 'Dealings with people matter to satisfaction and recommendation alike',
      unequal: `Dealings with people weigh more in ${more}`,
      both: 'Dealings with people matter to both; whether alike is not settled',
      open: 'Whether dealings with people matter to both is not settled',
    }[said.words],
    statement: {
      alike: `Dealings with people matter to both alike: they account for ${shares}.`,
      unequal: `Dealings with people weigh more in ${more}: they account for ${shares}.`,
      both: `Dealings with people matter to both: they account for ${shares}; whether they matter alike, these data cannot tell.`,
      open: 'Whether dealings with people matter to satisfaction and to the recommendation, these data cannot tell.',
    }[said.words],
    sentences: [
      `The same aspects explain ${percent(satisfaction.r2)} of the differences in satisfaction and ${percent(recommendation.r2)} of those in the recommendation, of ${count(customers, context.config.locale)} customers.`,
      'These are shares of association: they do not say what would change either score.',
    ],
    effect: {
      name: 'Weight in the recommendation less weight in satisfaction',
      quantity: differenceQuantity(context, 'share', comparedFrom(context, analysis), gap, {
        n: customers,
        counts: 'customers',
      }),
      unit: 'share',
      method: 'LMG, bootstrap',
      weighed: 'gap',
    },
    figures: [figureOf(context, result, verdict)],
    numbers: [
      numberOf(context, ID, inSatisfaction, 'share', 'lmg', ['outcome', 'csat']),
      numberOf(context, ID, inRecommendation, 'share', 'lmg', ['outcome', 'nps']),
    ],
  };
}

type Words = 'alike' | 'unequal' | 'both' | 'open';

function saidOf(
  verdict: Verdict,
  { satisfaction, recommendation, interaction }: InteractionWeight,
): { words: Words; reading: Reading } {
  const isAbove = ({ weights, coefficient }: AspectModel) =>
    (weights[interaction]?.low ?? 0) > 0 && coefficient.low > 0;
  const both = isAbove(satisfaction) && isAbove(recommendation);
  // That a weight is the same in both says nothing where it is nothing in both.
  if ((verdict === 'equivalent' || verdict === 'negligible') && both) return { words: 'alike', reading: 'supports' };
  if (verdict === 'different') return { words: 'unequal', reading: 'contradicts' };
  return both ? { words: 'both', reading: 'supports' } : { words: 'open', reading: 'open' };
}

function weightQuantity(
  context: ReportContext,
  { share, low, high }: { share: number; low: number; high: number },
  customers: number,
): Quantity {
  return quantityOf(context, formatFor(context, ID), {
    value: share,
    low,
    high,
    n: customers,
    customers,
    counts: 'customers',
  });
}

/** The ends of an interval, to stand after “between”. */
function spoken({ range }: Quantity): string {
  return betweenEnds(range);
}

function figureOf(context: ReportContext, result: InteractionWeight, verdict: Verdict): PairsFigure {
  const { aspects, customers, satisfaction, recommendation, interaction } = result;
  const rows = aspects.map((aspect, at) => ({
    label: capitalised(aspect),
    first: weightQuantity(context, satisfaction.weights[at] as AspectModel['weights'][number], customers),
    second: weightQuantity(context, recommendation.weights[at] as AspectModel['weights'][number], customers),
    differs: at !== interaction ? null : verdict === 'different' ? true : verdict === 'undecided' ? false : null,
  }));
  const base = baseOf(context, customers, 'customers');
  const own = rows[interaction] as (typeof rows)[number];
  return {
    kind: 'pairs',
    ...figureBase(
      context,
      ID,
      {},
      'weights',
      {
        columns: ['aspect', 'outcome', 'n', 'share', 'low', 'high'],
        rows: rows.flatMap(({ first, second }, at) =>
          (
            [
              ['csat', first],
              ['nps', second],
            ] as const
          ).map(([outcome, { n, value, low, high }]) => [
            aspects[at] as string,
            outcome,
            n ?? '',
            value ?? '',
            low ?? '',
            high ?? '',
          ]),
        ),
      },
      { base },
    ),
    unit: 'share',
    mark: 'bars',
    names: ['Satisfaction', 'Recommendation'],
    headline: `${own.label}: ${own.first.text} of what is explained of satisfaction, ${own.second.text} of recommendation`,
    subtitle: `Share of explained variance by rated aspect; customers with both scores, ${context.analyses.span.all.label}; ${base}; rule: 95% interval`,
    summary: `R² is ${percent(satisfaction.r2)} for satisfaction and ${percent(recommendation.r2)} for the recommendation; the aspects divide it between them.`,
    rows,
    table: {
      caption: `Shares of explained variance by aspect, ${context.analyses.span.all.label}.`,
      columns: [
        { name: 'Aspect', numeric: false },
        { name: 'Satisfaction', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Recommendation', numeric: true },
        { name: '95% interval', numeric: true },
      ],
      rows: rows.map(({ label, first, second }) => [label, first.text, first.range, second.text, second.range]),
    },
  };
}
