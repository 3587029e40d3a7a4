/**
 * The words of a comparison, chosen by its verdict and nothing else.
 */
import { during } from '../../calendar/period.ts';
import type { Difference } from '../../metrics/definition.ts';
import type { Comparison, Estimate, Verdict } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import type { Format } from './format.ts';
import { midSentence } from './headline.ts';

/** Whether the comparison is of two periods or of two groups. */
export type Occasion = 'over time' | 'between groups';

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
}

/** The short phrase, `fell by 6 points (between 2 and 9)`, for use after the metric's name. */
export function phraseOf(wording: Wording): string {
  const { verdict, difference, format } = wording;
  switch (verdict) {
    case 'suppressed':
      return 'not shown, because fewer than the minimum number of customers are behind it';
    case 'insufficient':
      return `too few ${wording.metric.counts} to say`;
    case 'untested':
      return 'no comparison';
    case 'different':
    case 'negligible': {
      if (difference === null) return 'no comparison';
      const size = format.difference(difference.difference);
      const range = format.differenceRange(difference.low, difference.high);
      const small = verdict === 'negligible' ? ', less than the difference that matters' : '';
      return `${movement(wording, difference)} by ${size} (between ${between(range)})${small}`;
    }
    case 'equivalent':
      return 'about the same';
    case 'undecided':
      return wording.occasion === 'over time' ? 'no clear change' : 'no clear difference';
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
      return `${metric.name} is not shown, because fewer than the minimum number of customers are behind it.`;
    case 'insufficient':
      return `${tooFew(wording)} to say ${wording.occasion === 'over time' ? `how ${midSentence(metric.name)} moved` : `whether ${midSentence(metric.name)} differs`}.`;
    case 'untested':
      return a.value === undefined || b.value === undefined
        ? `${metric.name} cannot be compared: these data do not hold it.`
        : `${metric.name}: ${values}. It is a full count, so no range is given.`;
    case 'different':
    case 'negligible':
      return `${metric.name} ${phraseOf(wording)}: ${values}.`;
    case 'equivalent':
      return `${metric.name} is about the same: ${values}.`;
    case 'undecided':
      return wording.occasion === 'over time'
        ? `There is no clear change in ${midSentence(metric.name)}: ${values}. These data cannot tell ${a.text === b.text ? 'whether it moved' : 'which way it went'}.`
        : `There is no clear difference in ${midSentence(metric.name)}: ${values}. These data cannot tell which is higher.`;
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

function movement({ metric, occasion }: Wording, difference: Difference): string {
  const up = isUp(metric, difference);
  if (occasion === 'over time') return up ? 'rose' : 'fell';
  return up ? 'is higher' : 'is lower';
}

function between(range: string): string {
  return range.replace(' to ', ' and ');
}
