/**
 * Decomposition of a difference between two groups: how much of it is a different mix of strata, how much different rates
 * within them.
 */

/** Answers of one group in one stratum. */
export interface StratumTotal {
  /** Number of answers, or their total weight. */
  readonly n: number;
  /** How many of them are counted, for a share, or their sum, for a mean. */
  readonly sum: number;
}

/** One stratum in both groups. */
export interface StratumPair {
  readonly a: StratumTotal;
  readonly b: StratumTotal;
}

export interface StratumEffect {
  /** Share of the group's answers in this stratum. */
  readonly shareA: number;
  readonly shareB: number;
  /** Share or mean within the stratum; null where the group has no answers in it. */
  readonly rateA: number | null;
  readonly rateB: number | null;
  /** (shareA + shareB)/2 · (rateB − rateA): 0 where one of the groups has no answers. */
  readonly rateEffect: number;
  /** ((rateA + rateB)/2 − m)·(shareB − shareA), m the middle of both totals: these add up to the mix effect, too. */
  readonly mixEffect: number;
}

/** A difference b − a and its two parts. */
export interface Decomposition {
  readonly rateA: number;
  readonly rateB: number;
  /** rateB − rateA, the sum of both effects. */
  readonly difference: number;
  /** What the groups would differ by if their mix were the same. */
  readonly rateEffect: number;
  /** What the groups would differ by if their rates were the same. */
  readonly mixEffect: number;
  /** In the order of the strata that were given. */
  readonly strata: readonly StratumEffect[];
  /** Whether every stratum that both groups share moves one way and the total the other (Simpson's paradox). */
  readonly reversal: boolean;
}

/**
 * Splits the difference between two groups into a rate and a mix effect, each weighted halfway between the groups.
 *
 * A stratum in which one group has no answers has no rate to compare; it counts wholly as mix, at the rate of the other
 * group. The mix effects of the strata are taken about the middle of both totals, because without a centre they depend
 * on where the scale has its 0. Source: Kitagawa (1955).
 *
 * @returns null when a group has no answers at all.
 * @throws RangeError when an n is negative or a number is not finite.
 */
export function decompose(strata: readonly StratumPair[]): Decomposition | null {
  const totalA = total(strata, 'a');
  const totalB = total(strata, 'b');
  if (totalA.n === 0 || totalB.n === 0) return null;
  const rateA = totalA.sum / totalA.n;
  const rateB = totalB.sum / totalB.n;
  const middle = (rateA + rateB) / 2;
  const effects = strata.map(({ a, b }): StratumEffect => {
    const shareA = a.n / totalA.n;
    const shareB = b.n / totalB.n;
    const withinA = a.n > 0 ? a.sum / a.n : null;
    const withinB = b.n > 0 ? b.sum / b.n : null;
    const from = withinA ?? withinB ?? middle;
    const to = withinB ?? withinA ?? middle;
    return {
      shareA,
      shareB,
      rateA: withinA,
      rateB: withinB,
      rateEffect: ((shareA + shareB) / 2) * (to - from),
      mixEffect: ((from + to) / 2 - middle) * (shareB - shareA),
    };
  });
  const difference = rateB - rateA;
  return {
    rateA,
    rateB,
    difference,
    rateEffect: effects.reduce((sum, { rateEffect }) => sum + rateEffect, 0),
    mixEffect: effects.reduce((sum, { mixEffect }) => sum + mixEffect, 0),
    strata: effects,
    reversal: isReversed(effects, difference),
  };
}

function isReversed(effects: readonly StratumEffect[], difference: number): boolean {
  const moves = effects.flatMap(({ rateA, rateB }) => (rateA === null || rateB === null ? [] : [rateB - rateA]));
  const away = -Math.sign(difference);
  return moves.length > 0 && away !== 0 && moves.every((move) => Math.sign(move) === away);
}

function total(strata: readonly StratumPair[], group: 'a' | 'b'): StratumTotal {
  let n = 0;
  let sum = 0;
  for (const { [group]: stratum } of strata) {
    if (!(stratum.n >= 0 && Number.isFinite(stratum.n) && Number.isFinite(stratum.sum))) {
      throw new RangeError(`a stratum needs at least 0 answers and a finite sum: ${stratum.n}, ${stratum.sum}`);
    }
    n += stratum.n;
    sum += stratum.sum;
  }
  return { n, sum };
}
