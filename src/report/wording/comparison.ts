/**
 * The words of a comparison, chosen by its verdict and nothing else.
 */
import { during } from '../../calendar/period.ts';
import type { Difference } from '../../metrics/definition.ts';
import type { Comparison, Estimate, Verdict } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import type { Format } from './format.ts';
import { midSentence } from './headline.ts';
import {
  ABOUT_THE_SAME,
  BELOW_MARGIN,
  betweenEnds,
  earlySign,
  moved,
  NO_COMPARISON,
  NOT_SHOWN,
  nothingClear,
  type Occasion,
  tooFewToSay,
} from './phrases.ts';

export interface Wording {
  readonly metric: MetricCard;
  readonly format: Format;
  readonly occasion: Occasion;
  readonly verdict: Verdict;
  readonly a: Estimate;
  readonly b: Estimate;
  /** How prose names the two sides: `January to March 2026`, `email`. */
  readonly names: readonly [string, string];
  readonly difference: Difference | null;
  readonly margin: number | null;
  /** Why the two are not compared, where a break parts them, to stand after the metric’s name; else empty. */
  readonly across: string;
  /** Rows of the thinner side as text, where they make the difference an early sign; null elsewhere. */
  readonly earlyBase: string | null;
}

/** The short phrase, `fell by 6 points (between 2 and 9)`, for use after the metric's name. */
export function phraseOf(wording: Wording): string {
  const { verdict, difference, format } = wording;
  switch (verdict) {
    case 'suppressed':
      return NOT_SHOWN;
    case 'insufficient':
      return tooFewToSay(wording.metric.counts);
    case 'untested':
      return NO_COMPARISON;
    case 'broken':
      return wording.across;
    case 'different':
    case 'negligible': {
      if (difference === null) return NO_COMPARISON;
      const size = format.difference(difference.difference);
      const range = betweenEnds(format.differenceRange(difference.low, difference.high));
      const note = wording.earlyBase === null ? '' : earlySign(wording.earlyBase, wording.metric.counts);
      const phrase = moved(isUp(wording.metric, difference), wording.occasion, size, range, note);
      return verdict === 'negligible' ? `${phrase}, ${BELOW_MARGIN}` : phrase;
    }
    case 'equivalent':
      return ABOUT_THE_SAME;
    case 'undecided':
      return nothingClear(wording.occasion);
  }
}

/** The whole sentence. */
export function sentenceOf(wording: Wording): string {
  const { metric, a, b, verdict, names } = wording;
  const [nameA, nameB] = names;
  const at = (estimate: Estimate, name: string) =>
    wording.occasion === 'over time' ? `${estimate.text} ${during(estimate.period)}` : `${estimate.text} for ${name}`;
  const values = `${at(a, nameA)}, ${at(b, nameB)}`;
  switch (verdict) {
    case 'suppressed':
      return `${metric.name} is not shown, because it would reveal a group of fewer than the minimum number of customers.`;
    case 'insufficient':
      return `${tooFew(wording)} to say ${wording.occasion === 'over time' ? `how ${midSentence(metric.name)} moved` : `whether ${midSentence(metric.name)} differs`}.`;
    case 'broken':
      return `${metric.name} ${wording.across}.`;
    case 'untested':
      return a.value === undefined || b.value === undefined
        ? `${metric.name} cannot be compared: these data do not hold it.`
        : `${metric.name}: ${values}. It is a full count, so no range is given.`;
    case 'different':
    case 'negligible':
      return `${metric.name} ${phraseOf(wording)}: ${values}.`;
    case 'equivalent':
      return `${metric.name} is ${ABOUT_THE_SAME}: ${values}.`;
    case 'undecided':
      return `There is ${nothingClear(wording.occasion)} in ${midSentence(metric.name)}: ${values}. These data cannot tell ${unknown(wording)}.`;
  }
}

/** Which side is too thin is not said: it could be either. */
function tooFew({ metric, occasion, names: [nameA, nameB] }: Wording): string {
  const word = occasion === 'over time' ? 'in' : 'for';
  return `There are too few ${metric.counts} ${word} ${nameA}, ${word} ${nameB} or ${word} both`;
}

/** Better or worse only when a difference is shown and the metric says which way is good. */
export function toneOf(metric: MetricCard, verdict: Verdict, difference: Difference | null): Comparison['tone'] {
  if (verdict !== 'different' || difference === null || metric.direction === 'neutral') return 'neutral';
  return isUp(metric, difference) === (metric.direction === 'higher') ? 'better' : 'worse';
}

function isUp(metric: MetricCard, difference: Difference): boolean {
  return metric.unit === 'duration' ? difference.difference > 1 : difference.difference > 0;
}

function unknown({ occasion, a, b }: Wording): string {
  if (occasion === 'between groups') return 'which is higher';
  return a.text === b.text ? 'whether it moved' : 'which way it went';
}
