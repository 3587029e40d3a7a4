/**
 * What is shown and said of strata that two groups share.
 */
import type { CommonStratum, StratifiedShares } from '../../contrasts/strata.ts';
import { shownRows } from '../disclosure/parts.ts';
import { count } from '../wording/format.ts';

/** So many strata of an outcome are shown, the largest. */
const MOST_ROWS = 8;

/** The outcome with the strata that may be shown: the largest, with customers enough on both sides. */
export function withShownStrata(shares: StratifiedShares, fewest: number): StratifiedShares {
  const shown = shownRows(shares.strata, ({ a, b }) => Math.min(a.n, b.n), fewest);
  const size = ({ a, b }: CommonStratum) => a.n + b.n;
  const largest = new Set(shown.toSorted((one, other) => size(other) - size(one)).slice(0, MOST_ROWS));
  return { ...shares, strata: shown.filter((stratum) => largest.has(stratum)) };
}

/** Whether the difference is alike in all strata, as a sentence. */
export function evennessSentence({ uneven }: StratifiedShares, strata: string): string[] {
  if (uneven === null) return [];
  return [
    uneven
      ? `It is not equally large in all ${strata} (Breslow and Day): read it together with the rows.`
      : `Whether it is equally large in all ${strata} these data cannot tell (Breslow and Day).`,
  ];
}

/** Customers whom no stratum sets against others. */
export function leftOutSentence({ leftOut }: StratifiedShares, locale: string, fewest: number): string[] {
  return leftOut < fewest
    ? []
    : [`${count(leftOut, locale)} customers are in strata of one group only and are not compared.`];
}
