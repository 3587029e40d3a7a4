/**
 * C11a: what goes with fewer recommendations when it is bad, and what with more when it is good.
 */
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { latestAnswers } from '../../metrics/experience/before-answer.ts';
import { missingNps } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { clusterBlocks } from '../../statistics/bootstrap.ts';
import type { Interval } from '../../statistics/interval.ts';
import { bootstrapPenaltyReward, penaltyReward } from '../../statistics/penalty-reward.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { ContrastTest } from '../contrast.ts';
import { type AttributeSide, attributesOf, type RatedAttribute } from './attributes.ts';

const NEEDS = [
  'responses.customer_id',
  'responses.nps',
  'aspects.score | responses.ces | tickets.resolved_at | tickets.resolution_minutes | tickets.due_at | tickets.sla_met',
];

const FEWEST = { customers: 200, low: 20 } as const;
/** More attributes than this leave too little of each. */
const MOST_ATTRIBUTES = 8;
/** Blocks of customers that are drawn: enough for an interval, whatever they hold. */
const BLOCKS = 250;
const SEED = 111;

export interface AttributeResult {
  readonly id: string;
  readonly name: string;
  readonly side: AttributeSide;
  readonly lows: number;
  readonly highs: number;
  /** In points of the scale from 0 to 10. */
  readonly penalty: Interval & { readonly value: number };
  /** Null for what is only there or not. */
  readonly reward: (Interval & { readonly value: number }) | null;
  /** (reward − penalty) ÷ (reward + penalty); null where neither is above 0, and for what is only there or not. */
  readonly balance: Difference | null;
  /** How much of it the other attributes foretell: 1 for nothing. */
  readonly inflation: number;
}

export interface RewardAndPenalty {
  readonly customers: number;
  readonly attributes: readonly AttributeResult[];
  readonly leftOut: readonly string[];
}

const analysis: Analysis<RewardAndPenalty> = {
  id: 'reward_and_penalty',
  name: 'Reward and penalty',
  label: 'Balance of reward and penalty',
  lens: 'experience',
  question: 'What goes with fewer recommendations when it is bad, and what with more when it is good?',
  definition:
    'The latest answer of each customer to the recommendation question, from 0 to 10, beside what was rated with it or came in ' +
    'the 180 days before: the aspects of service, ease, whether the last ticket was resolved at first contact within 7 days, ' +
    'and whether promised times were kept. Low are the two lowest ratings, high is the highest; the others are what both are ' +
    'compared with, all attributes held together. The penalty is how much lower answers are where it is low, the reward how ' +
    'much higher where it is high. Their balance runs from −1, only a penalty, to 1, only a reward; one below 0 counts as 0. ' +
    'What is only there or not has a penalty alone. It is association: what goes with the answers, not what would change them.',
  formula: 'answer = b₀ + Σ (−penalty × low + reward × high); balance = (reward − penalty) ÷ (reward + penalty)',
  who: 'customers of whom all attributes that are looked at are known',
  date: 'the day of the answer to the recommendation question',
  tex: String.raw`y = b + \sum_j (h_j H_j - l_j L_j)`,
  symbols: [
    ['y', 'the answer, 0 to 10'],
    ['L_j', '1 where attribute j is low, else 0'],
    ['H_j', '1 where it is high, else 0'],
    ['l_j', 'the penalty of attribute j'],
    ['h_j', 'its reward'],
  ],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST.customers} customers, with ${FEWEST.low} low and ${FEWEST.low} high ratings of every attribute.`,
  margin: 0.25,
  interval: 'Percentile interval from 2,000 resamples of customers, drawn from a fixed seed.',
  source: 'Brandt (1987) for penalties and rewards; Kano (1984) for must-bes and delights.',
  elsewhere: [],
  analyse,
};

export const rewardAndPenalty: ContrastTest<RewardAndPenalty> = {
  id: 'c11a',
  analysis,
  saidWhen:
    '“A must-be” is said when the balance is shown to be below 0, upper end included, and the penalty’s lower end is above 0; “a ' +
    'delight” when the balance is shown to be above 0, lower end included, and so is the reward’s lower end. “Works both ways” is ' +
    'said of others whose penalty and reward both have lower ends above 0; of the rest these data cannot tell. What is only there ' +
    'or not is never called either. It speaks for the idea when an aspect of getting things done is a must-be, or one beyond it ' +
    'a delight, and none is the other way round.',
  pitfalls: [
    'Where nearly everybody is content, few ratings are low, and penalties are known badly.',
    'Ratings given in one survey colour each other; what stands out may be the mood of the day.',
    'What is only there or not, such as a case resolved at once, has no middle and therefore no balance.',
  ],
};

function analyse(context: Context, { all }: Span): RewardAndPenalty | Lack {
  const { dataset } = context;
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const answers = latestAnswers(dataset, [all]).row;
  const possible = attributesOf(context, answers);
  const { chosen, rows } = choose(possible, answers.length);
  if (chosen.length === 0 || rows.length < FEWEST.customers) {
    return tooFew(
      FEWEST.customers,
      'customers with ratings of what they met with beside their recommendation',
      rows.length,
    );
  }
  const outcomes = dataset.responses?.columns.nps?.values ?? new Float64Array(0);
  const outcome = Float64Array.from(rows, (row) => outcomes[answers[row] as number] as number);
  const attributes = chosen.map(({ values, lowMax, highMin }) => ({ scores: pick(values, rows), lowMax, highMin }));
  const customers = Int32Array.from(rows, (row) => dataset.responses?.customer[answers[row] as number] as number);
  const found = penaltyReward(attributes, outcome, customers);
  if (found === null) return { lacks: 'all answers to the recommendation question are alike' };
  const blocks = clusterBlocks(customers, seededRandom(SEED), BLOCKS);
  const intervals = bootstrapPenaltyReward(attributes, outcome, blocks, { seed: SEED });
  return {
    customers: rows.length,
    attributes: chosen.flatMap((attribute, at): AttributeResult[] => {
      const [effect, known] = [found.attributes[at], intervals[at]];
      if (effect?.penalty == null || known?.penalty == null) return [];
      const { id, name, side, isYesOrNo } = attribute;
      const inflations = found.model.varianceInflation.slice(2 * at, 2 * at + 2).filter((each) => each !== null);
      return [
        {
          id,
          name,
          side,
          lows: effect.lows,
          highs: effect.highs,
          penalty: { value: effect.penalty, ...known.penalty },
          reward:
            isYesOrNo || effect.reward === null || known.reward === null
              ? null
              : { value: effect.reward, ...known.reward },
          balance: isYesOrNo ? null : known.balance,
          inflation: Math.max(1, ...inflations),
        },
      ];
    }),
    leftOut: possible.filter((attribute) => !chosen.includes(attribute)).map(({ name }) => name),
  };
}

/**
 * The attributes that can be looked at together: in the order of how many customers have them, each as long as it leaves
 * customers enough and at least half of those there were, and as there are low and high ratings enough of all.
 */
function choose(possible: readonly RatedAttribute[], count: number): { chosen: RatedAttribute[]; rows: Int32Array } {
  const known = ({ values }: RatedAttribute, rows: Int32Array) => rows.filter((row) => !Number.isNaN(values[row]));
  const everybody = Int32Array.from({ length: count }, (_, row) => row);
  const byCoverage = possible
    .map((attribute) => ({ attribute, n: known(attribute, everybody).length }))
    .sort((a, b) => Number(a.attribute.isYesOrNo) - Number(b.attribute.isYesOrNo) || b.n - a.n);
  let chosen: RatedAttribute[] = [];
  let rows = everybody;
  for (const { attribute } of byCoverage) {
    const left = known(attribute, rows);
    const isThinner = chosen.length > 0 && left.length * 2 < rows.length;
    if (chosen.length === MOST_ATTRIBUTES || left.length < FEWEST.customers || isThinner) continue;
    const next = [...chosen, attribute];
    if (!next.every((each) => hasBothEnds(each, left))) continue;
    chosen = next;
    rows = left;
  }
  return {
    chosen: possible.filter((attribute) => chosen.includes(attribute)),
    rows: chosen.length === 0 ? rows.slice(0, 0) : rows,
  };
}

function hasBothEnds({ values, lowMax, highMin }: RatedAttribute, rows: Int32Array): boolean {
  let [lows, highs] = [0, 0];
  for (const row of rows) {
    if ((values[row] as number) <= lowMax) lows++;
    if ((values[row] as number) >= highMin) highs++;
  }
  return Math.min(lows, highs) >= FEWEST.low;
}

function pick(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row] as number);
}
