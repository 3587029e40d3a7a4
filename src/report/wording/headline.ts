/**
 * Headings that state findings, and the one-sentence answers of pages.
 */
import type { Comparison, Estimate } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { listed } from './list.ts';
import {
  ABOUT_THE_SAME,
  DEFINITION_CHANGED,
  EARLY_SIGN,
  LESS_THAN_MATTERS,
  NOT_COMPARED_ACROSS,
  nothingClear,
  tooFewToSay,
  withoutInterval,
} from './phrases.ts';

/** At most about fifteen words: what moved, by how much; or that nothing did; or that nobody can tell. */
export function sectionHeadline(
  metric: MetricCard,
  latest: Estimate,
  previous: Comparison | null,
  yearEarlier: Comparison | null,
): string {
  const { label } = metric;
  if (latest.status === 'no_data') return `${label} is asked about touchpoints only`;
  if (latest.value === undefined) return `${label} cannot be shown: ${latest.base}`;
  // What a year earlier does not bear out may be the season's doing.
  const sameAsLastYear = { equivalent: `is ${ABOUT_THE_SAME} as a year earlier`, negligible: 'moved little in a year' };
  const bearsOut = yearEarlier?.verdict ?? 'different';
  if (previous?.verdict === 'different' && bearsOut in sameAsLastYear) {
    const within = `${shortPhrase(previous)} in a ${latest.period.grain}`;
    return `${label} ${within}, but ${sameAsLastYear[bearsOut as keyof typeof sameAsLastYear]}`;
  }
  const moved = [yearEarlier, previous].find((comparison) => comparison?.verdict === 'different');
  if (moved !== undefined && moved !== null) {
    return `${label} ${shortPhrase(moved)} ${moved === yearEarlier ? 'in a year' : `in a ${latest.period.grain}`}, to ${latest.text}`;
  }
  const verdicts = [previous, yearEarlier].map((comparison) => comparison?.verdict);
  if (previous?.verdict === 'equivalent') return `${label} is ${ABOUT_THE_SAME} as before, at ${latest.text}`;
  if (yearEarlier?.verdict === 'equivalent')
    return `${label} is ${ABOUT_THE_SAME} as a year earlier, at ${latest.text}`;
  if (verdicts.includes('negligible')) return `${label} is ${latest.text}; it moved by less than matters`;
  if (verdicts.includes('undecided')) return `${label} is ${latest.text}, with ${nothingClear('over time')}`;
  if (verdicts.includes('broken')) return `${label} stands at ${latest.text}; ${DEFINITION_CHANGED}`;
  if (verdicts.includes('untested')) return `${label} stands at ${latest.text}`;
  if (verdicts.includes('insufficient')) return `${label} is ${latest.text}; ${tooFewToSay(metric.counts)} if it moved`;
  return `${label} is ${latest.text}${latest.status === 'low_base' ? `, from few ${metric.counts}` : ''}`;
}

/** How a metric moved, first against the period before, then against a year earlier; none where nothing can be said. */
export function changeSentences(previous: Comparison | null, yearEarlier: Comparison | null): string[] {
  if (previous === null || yearEarlier === null || previous.a.period.code === yearEarlier.a.period.code) {
    return [previous ?? yearEarlier].filter((comparison) => comparison !== null).map(({ words }) => words);
  }
  const { a, verdict, words } = yearEarlier;
  const values = `it was ${a.text} in ${a.period.label}`;
  switch (verdict) {
    case 'different':
    case 'negligible':
      return [previous.words, `Against a year earlier it ${yearEarlier.phrase}: ${values}.`];
    case 'equivalent':
      return [previous.words, `Against a year earlier it is ${ABOUT_THE_SAME}: ${values}.`];
    case 'undecided':
      return [previous.words, `Against a year earlier there is ${nothingClear('over time')}: ${values}.`];
    case 'untested':
      return [previous.words, `A year earlier ${values}.`];
    default:
      return words === previous.words ? [words] : [previous.words, words];
  }
}

/** The phrase without its interval; that it is an early sign stays. */
export function shortPhrase(comparison: Comparison): string {
  const { phrase, early } = comparison;
  return early === true ? `${withoutInterval(phrase)} ${EARLY_SIGN}` : withoutInterval(phrase);
}

export interface Change {
  readonly metric: MetricCard;
  readonly comparison: Comparison;
}

/**
 * How metrics compare, as clauses of a sentence: `NPS fell by 16 points`, `CSAT and median resolution show no clear
 * change`. Metrics of which the same is said share a clause.
 */
export function clauses(changes: readonly Change[]): string[] {
  const alike = Map.groupBy(changes, (change) => predicate(change, 1));
  return [...alike.values()].map((group) => {
    const subjects = group.map(({ metric }) => midSentence(metric.label));
    return `${listed(subjects, 'and')} ${predicate(group[0] as Change, group.length)}`;
  });
}

function predicate({ metric, comparison }: Change, subjects: number): string {
  const one = subjects === 1;
  switch (comparison.verdict) {
    case 'different':
      return shortPhrase(comparison);
    case 'negligible':
      return `${shortPhrase(comparison)} ${LESS_THAN_MATTERS}`;
    case 'equivalent':
      return `${one ? 'is' : 'are'} ${ABOUT_THE_SAME}`;
    case 'undecided':
      return `${one ? 'shows' : 'show'} ${nothingClear('over time')}`;
    case 'broken':
      return `${one ? 'is' : 'are'} ${NOT_COMPARED_ACROSS}`;
    case 'untested':
      return `${one ? 'stands' : 'stand'} at ${comparison.b.text}`;
    default:
      return `${one ? 'has' : 'have'} ${tooFewToSay(metric.counts)}`;
  }
}

/** A name as it stands within a sentence: without its capital, unless it is an abbreviation or a proper name. */
export function midSentence(name: string): string {
  return /^(?:[A-Z][a-z-]+( [^A-Z]|$)|A [a-z])/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
