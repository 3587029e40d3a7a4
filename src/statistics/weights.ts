/**
 * What weights are and what they cost.
 */

/**
 * Weights of strata whose sizes in the population are known: population / answers.
 *
 * @returns null when a stratum of the population has no answers: nobody can stand for it.
 */
export function postStratificationWeights(
  answers: ArrayLike<number>,
  population: ArrayLike<number>,
): Float64Array | null {
  const weights = Float64Array.from(answers, (count, stratum) => (count > 0 ? (population[stratum] ?? 0) / count : 0));
  for (let stratum = 0; stratum < population.length; stratum += 1) {
    if ((population[stratum] as number) > 0 && !((answers[stratum] ?? 0) > 0)) return null;
  }
  return weights;
}

/**
 * Kish's design effect of unequal weights, n·Σw²/(Σw)² over answers: at least 1, which equal weights have.
 *
 * Source: Kish (1965).
 *
 * @param answers number of answers with each of the weights.
 * @returns null when no answer has a weight above 0.
 */
export function kishDesignEffect(weights: ArrayLike<number>, answers: ArrayLike<number>): number | null {
  let n = 0;
  let total = 0;
  let squares = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] as number;
    const count = answers[at] as number;
    n += count;
    total += count * weight;
    squares += count * weight * weight;
  }
  return total > 0 ? (n * squares) / (total * total) : null;
}

/**
 * Weighted mean. Of ones and zeros it is a weighted share, of +1, 0 and −1 a weighted net score.
 *
 * @param sums of each cell the sum of its answers' values.
 * @returns null when no answer has a weight above 0.
 */
export function weightedMean(
  sums: ArrayLike<number>,
  answers: ArrayLike<number>,
  weights: ArrayLike<number>,
): number | null {
  let value = 0;
  let total = 0;
  for (let cell = 0; cell < weights.length; cell += 1) {
    const weight = weights[cell] as number;
    value += weight * (sums[cell] as number);
    total += weight * (answers[cell] as number);
  }
  return total > 0 ? value / total : null;
}
