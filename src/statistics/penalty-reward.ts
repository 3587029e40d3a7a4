/**
 * Whether an attribute costs more when it is bad than it earns when it is good.
 */
import { type Blocks, percentileInterval, type Resampling } from './bootstrap.ts';
import { type BootstrapDifference, bootstrapDifference } from './bootstrap-difference.ts';
import { addBlocks, centred, crossProducts } from './cross-products.ts';
import type { Interval } from './interval.ts';
import { type Regression, regress } from './regression.ts';
import { bootstrapRegression } from './regression-bootstrap.ts';
import { type CoefficientErrors, clusterErrors, standardErrors } from './regression-errors.ts';
import { remembered } from './remembered.ts';

/** Scores of one attribute, and which of them are low and high. Those between are what it is compared with. */
export interface Attribute {
  readonly scores: ArrayLike<number>;
  readonly lowMax: number;
  readonly highMin: number;
}

/** What a low and what a high score of each attribute go with, the others held. */
export interface PenaltyReward {
  readonly model: Regression;
  /** Of the model's intercept and dummies (low, high, low, high …), rows taken as independent. */
  readonly errors: CoefficientErrors | null;
  /** The same when the rows of a cluster go together. */
  readonly clusterErrors: CoefficientErrors | null;
  /** In the order given. */
  readonly attributes: readonly AttributeEffect[];
}

/** The two effects of one attribute, in units of the outcome. */
export interface AttributeEffect {
  /** How far the outcome is lower where the attribute is low than where it is between; null without low scores. */
  readonly penalty: number | null;
  /** How far it is higher where the attribute is high; null without high scores, or without any between. */
  readonly reward: number | null;
  /** (reward − penalty)/(reward + penalty), −1 for a must-be to 1 for a delight; null when either is null or below 0. */
  readonly asymmetry: number | null;
  readonly lows: number;
  readonly highs: number;
}

/** How well the effects of one attribute are known; null for one that no resample shows. */
export interface AttributeIntervals {
  readonly penalty: Interval | null;
  readonly reward: Interval | null;
  /** An effect below 0 counts as 0 in its resample, so that none is left out for being small. */
  readonly asymmetry: Interval | null;
  /** The same with everything that a verdict takes, about the asymmetry in which an effect below 0 counts as 0 as well. */
  readonly balance: BootstrapDifference | null;
}

/**
 * Regression of an outcome on two dummies for each attribute, low and high (Brandt 1987).
 *
 * An attribute without scores between, such as a yes or no, has only its penalty, which is then the whole difference.
 *
 * @param clusterOfRow a whole number from 0 for each row.
 * @returns null when the outcome does not vary.
 * @throws RangeError when the lengths differ, a score is NaN or an outcome not finite.
 */
export function penaltyReward(
  attributes: readonly Attribute[],
  outcome: ArrayLike<number>,
  clusterOfRow: ArrayLike<number>,
): PenaltyReward | null {
  const dummies = dummiesOf(attributes);
  const moments = centred(crossProducts(dummies, outcome));
  const model = moments === null ? null : regress(moments);
  if (model === null) return null;
  return {
    model,
    errors: standardErrors(model),
    clusterErrors: clusterErrors(model, dummies, outcome, clusterOfRow),
    attributes: attributes.map((_, at) => {
      const { penalty, reward } = effectsOf(model, at);
      return {
        penalty,
        reward,
        asymmetry: penalty !== null && reward !== null && penalty >= 0 && reward >= 0 ? balance(penalty, reward) : null,
        lows: count(dummies[2 * at] as Uint8Array),
        highs: count(dummies[2 * at + 1] as Uint8Array),
      };
    }),
  };
}

/**
 * Percentile intervals of the effects and of their asymmetry, from resampling blocks of customers.
 *
 * @throws RangeError when the lengths differ, a score is NaN or an outcome not finite.
 */
export const bootstrapPenaltyReward = remembered(
  'penalty and reward',
  (
    attributes: readonly Attribute[],
    outcome: ArrayLike<number>,
    blocks: Blocks,
    resampling: Resampling,
  ): AttributeIntervals[] => {
    const products = crossProducts(dummiesOf(attributes), outcome, blocks);
    const draws = bootstrapRegression(
      products,
      (moments) => {
        const model = regress(moments);
        if (model === null) return null;
        return attributes.flatMap((_, at) => {
          const effects = effectsOf(model, at);
          return [effects.penalty, effects.reward, clampedBalance(effects)];
        });
      },
      3 * attributes.length,
      resampling,
    );
    const interval = (at: number) => percentileInterval(draws[at] as Float64Array, resampling.confidence);
    const moments = centred(addBlocks(products));
    const model = moments === null ? null : regress(moments);
    const balanceOf = (at: number): BootstrapDifference | null => {
      const shown = model === null ? null : clampedBalance(effectsOf(model, at));
      return shown === null ? null : bootstrapDifference(shown, draws[3 * at + 2] as Float64Array);
    };
    return attributes.map((_, at) => ({
      balance: balanceOf(at),
      penalty: interval(3 * at),
      reward: interval(3 * at + 1),
      asymmetry: interval(3 * at + 2),
    }));
  },
);

function dummiesOf(attributes: readonly Attribute[]): Uint8Array[] {
  return attributes.flatMap(({ scores, lowMax, highMin }) => {
    // A dummy would make a blank one of the scores between.
    if (Array.prototype.some.call(scores, Number.isNaN)) throw new RangeError('a blank is neither low nor high');
    return [
      Uint8Array.from(scores, (score) => (score <= lowMax ? 1 : 0)),
      Uint8Array.from(scores, (score) => (score >= highMin ? 1 : 0)),
    ];
  });
}

function effectsOf({ coefficients }: Regression, at: number): { penalty: number | null; reward: number | null } {
  const [low, high] = [coefficients[2 * at] ?? null, coefficients[2 * at + 1] ?? null];
  return { penalty: low === null ? null : 0 - low, reward: high };
}

function clampedBalance({ penalty, reward }: { penalty: number | null; reward: number | null }): number | null {
  return penalty === null || reward === null ? null : balance(Math.max(0, penalty), Math.max(0, reward));
}

function balance(penalty: number, reward: number): number | null {
  return penalty + reward === 0 ? null : (reward - penalty) / (reward + penalty);
}

function count(dummy: Uint8Array): number {
  return dummy.reduce((sum, value) => sum + value, 0);
}
