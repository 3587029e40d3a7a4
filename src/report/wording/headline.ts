/**
 * Headings that state findings, and the one-sentence answers of pages.
 */
import type { Comparison, Estimate, MetricCard } from '../types.ts';

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
  const moved = [yearEarlier, previous].find((comparison) => comparison?.verdict === 'different');
  if (moved !== undefined && moved !== null) {
    return `${label} ${shortPhrase(moved)} ${moved === yearEarlier ? 'in a year' : `in a ${latest.period.grain}`}, to ${latest.text}`;
  }
  const verdicts = [previous, yearEarlier].map((comparison) => comparison?.verdict);
  if (verdicts.includes('equivalent') || verdicts.includes('negligible')) {
    return `${label} is about the same as before, at ${latest.text}`;
  }
  if (verdicts.includes('undecided')) return `${label} is ${latest.text}, with no clear change`;
  if (verdicts.includes('untested')) return `${label} stands at ${latest.text}`;
  if (verdicts.includes('insufficient'))
    return `${label} is ${latest.text}; too few ${metric.counts} to say if it moved`;
  return `${label} is ${latest.text}`;
}

/** How a metric moved, first against the period before, then against a year earlier; none where nothing can be said. */
export function changeSentences(
  _metric: MetricCard,
  previous: Comparison | null,
  yearEarlier: Comparison | null,
): string[] {
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
      return [previous.words, `Against a year earlier it is about the same: ${values}.`];
    case 'undecided':
      return [previous.words, `Against a year earlier there is no clear change: ${values}.`];
    case 'untested':
      return [previous.words, `A year earlier ${values}.`];
    default:
      return words === previous.words ? [words] : [previous.words, words];
  }
}

/** The phrase without its interval. */
export function shortPhrase(comparison: Comparison): string {
  return comparison.phrase.replace(/ \(.*$/, '');
}

/** How a metric compares, as a clause of a sentence: `CSAT is about the same`, `NPS fell by 16 points`. */
export function clause(metric: MetricCard, comparison: Comparison): string {
  switch (comparison.verdict) {
    case 'different':
    case 'negligible':
      return `${midSentence(metric.label)} ${shortPhrase(comparison)}`;
    case 'equivalent':
      return `${midSentence(metric.label)} is about the same`;
    case 'undecided':
      return `${midSentence(metric.label)} shows no clear change`;
    case 'untested':
      return `${midSentence(metric.label)} stands at ${comparison.b.text}`;
    default:
      return `${midSentence(metric.label)} has too few ${metric.counts} to say`;
  }
}

/** A name as it stands within a sentence: without its capital, unless it is an abbreviation or a proper name. */
export function midSentence(name: string): string {
  return /^[A-Z][a-z-]+( [^A-Z]|$)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Joins clauses into one sentence: `a, b and c.` */
export function joined(clauses: readonly string[]): string {
  const last = clauses.at(-1);
  if (last === undefined) return '';
  const others = clauses.slice(0, -1);
  return others.length === 0 ? last : `${others.join(', ')} and ${last}`;
}
