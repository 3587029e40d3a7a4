/**
 * Whether a figure would be another one if those who answered were like those they stand for (B17).
 */
import { type Analysis, isLack, type Lack, type Span } from './analysis.ts';
import type { Context, Described } from './definition.ts';
import { missingField } from './missing-field.ts';
import {
  FEWEST_ANSWERS,
  FEWEST_OF_KIND,
  type WeightedAnswers,
  type WeightedQuestion,
  weightedAnswers,
} from './weighted-answers.ts';
import { MOST_MARGINS } from './weighting-frame.ts';

/** Questions that are weighted, by the id of their metric. */
export type WeightedMetric = 'csat' | 'ces' | 'nps' | 'emotion';

export interface WeightedFigure extends WeightedAnswers {
  readonly metric: WeightedMetric;
}

export interface WeightingResult {
  /** By question, everything that the data cover before the latest complete period. */
  readonly figures: readonly WeightedFigure[];
  /** Questions that are asked but cannot be weighted. */
  readonly lacking: readonly { readonly metric: WeightedMetric; readonly lacks: string }[];
}

/** What differs between the panels. */
export interface WeightingOf {
  readonly words: Pick<Described, 'id' | 'name' | 'label' | 'lens' | 'question' | 'needs' | 'unit' | 'margin'>;
  /** Which figures, in words. */
  readonly subject: string;
  readonly questions: readonly {
    readonly metric: WeightedMetric;
    readonly missing: (context: Context) => string | null;
    readonly question: (context: Context) => WeightedQuestion;
  }[];
}

/** An analysis that sets figures of a panel beside their weighted ones. */
export function weightingAnalysis({ words, subject, questions }: WeightingOf): Analysis<WeightingResult> {
  return {
    ...words,
    definition:
      `${subject} as answered beside the same figures weighted, so that the answers have the mix of those they stand for. ` +
      'The mix is that of the population margins where an export gives them; else the answers keep the weights that ' +
      'their source gives them; else answers about tickets are weighted to all solved tickets that customers began ' +
      'in the period (by wait for a first answer, channel and reopening, or category and priority where these are not ' +
      'known), and other answers to ' +
      'all customers of the period by segment. The last two show what the figure would be if those who did not answer were ' +
      'like those of their kind who did. Published figures stay unweighted. A figure depends on weighting when the two ' +
      'differ by more than the smallest difference that matters, or when the design effect is above 2. Weights correct ' +
      'for nothing but what is weighted by.',
    formula:
      'Σ weight × outcome ÷ Σ weight; design effect = n Σ weight² ÷ (Σ weight)²; effective n = n ÷ design effect',
    who: 'answers whose kinds are known, or that their source has weighted',
    date: 'the day of the answer',
    tex: String.raw`\frac{\sum_i w_i x_i}{\sum_i w_i}, \quad d = \frac{n \sum_i w_i^2}{\left(\sum_i w_i\right)^2}`,
    symbols: [
      ['w_i', 'weight of answer i: how many of the population it stands for'],
      ['x_i', 'its outcome: 1 or 0 for a share; 1, 0 or −1 for a net score, which is then given in points'],
      ['d', 'design effect of unequal weights; n ÷ d is the effective n'],
      ['n', 'answers'],
    ],
    elsewhere: [],
    direction: 'neutral',
    counts: 'answers',
    minimum:
      `${FEWEST_ANSWERS} answers, at most ${MOST_MARGINS} margins and ${FEWEST_OF_KIND} customers of each kind; rarer kinds ` +
      'stand together as all others.',
    interval:
      'Percentile interval from 2,000 resamples of customers, drawn from a fixed seed; margins are met anew in each, given ' +
      'weights are kept.',
    source:
      'Raking after Deming & Stephan (1940) until every margin is met within one in a million; weights above five times ' +
      'the median are cut to it and the margins met once more. Design effect after Kish (1965); some programs print its ' +
      'square root.',
    analyse: (context, span) => analyse(context, span, words.needs, questions),
  };
}

function analyse(
  context: Context,
  { all, latest }: Span,
  needs: readonly string[],
  questions: WeightingOf['questions'],
): WeightingResult | Lack {
  const figures: WeightedFigure[] = [];
  const lacking: { metric: WeightedMetric; lacks: string }[] = [];
  for (const { metric, missing, question } of questions) {
    if (missing(context) !== null) continue;
    const asked = question(context);
    const whole = weightedAnswers(context.dataset, asked, all);
    if (whole === null) continue;
    if (isLack(whole)) {
      lacking.push({ metric, lacks: whole.lacks });
      continue;
    }
    figures.push({ metric, ...whole });
    const last = latest === null ? null : weightedAnswers(context.dataset, asked, latest);
    if (last !== null && !isLack(last)) figures.push({ metric, ...last });
  }
  const [first] = lacking;
  if (figures.length > 0) return { figures, lacking };
  return { lacks: first?.lacks ?? missingField(context.dataset, needs) ?? 'nothing is asked' };
}
