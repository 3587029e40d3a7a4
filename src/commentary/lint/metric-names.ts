/**
 * Where a sentence names a metric: by its name, its label, or a word that the glossary has for it.
 */
import { GLOSSARY } from '../glossary.ts';

/** What is known of a metric of the report. */
export interface KnownMetric {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** Whether it is a waiting time. */
  readonly isTime: boolean;
  /** What it counts, plural: `answers`, `solved tickets`. */
  readonly counts: string;
}

/** A metric named in a text, from one letter up to another. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly metric: KnownMetric;
}

/** Whose figures are not those of the report: “staff satisfaction”, “data retention”. */
const OTHERS =
  /\b(staff|employees?|jobs?|work|colleagues?|personnel|workforce|team|talent|engineer|data|records|document|log|supplier|vendor|server|website|web|page|system|network|orders?|maintenance|product|planning|repairs?|engineering|bank|heat|knowledge|water)[\s-]$/i;

/** What only bears the name of a metric: “the NPS survey”. */
const NAMED_AFTER =
  /^[\s-](surveys?|questions?|questionnaires?|forms?|letters?|teams?|projects?|pages?|charts?|panels?|programmes?|workshops?|meetings?|trainings?|definitions?|formulas?|targets?|calculations?|methods?|scales?)\b/i;

interface Spoken {
  readonly words: RegExp;
  readonly metric: KnownMetric;
}

/** Finds the metrics that a text names; a longer name stands before a shorter one at the same place. */
export function mentionFinder(metrics: readonly KnownMetric[]): (text: string) => Mention[] {
  const finder = finders.get(metrics) ?? newFinder(metrics);
  finders.set(metrics, finder);
  return finder;
}

const finders = new WeakMap<readonly KnownMetric[], (text: string) => Mention[]>();

function newFinder(metrics: readonly KnownMetric[]): (text: string) => Mention[] {
  const spoken = metrics.flatMap((metric) =>
    namesOf(metric)
      .sort((a, b) => b.length - a.length)
      .map((name): Spoken => ({ words: wordsOf(name), metric })),
  );
  return (text) => {
    const found = spoken.flatMap(({ words, metric }) =>
      Array.from(text.matchAll(words), ({ 0: name, index }) => ({ from: index, to: index + name.length, metric })),
    );
    return found
      .filter(({ from, to }) => !OTHERS.test(text.slice(0, from)) && !NAMED_AFTER.test(text.slice(to)))
      .filter((mention) => !found.some((longer) => isPartOf(mention, longer)))
      .sort((a, b) => a.from - b.from || b.to - a.to);
  };
}

function isPartOf(mention: Mention, longer: Mention): boolean {
  return longer.from <= mention.from && longer.to >= mention.to && longer.to - longer.from > mention.to - mention.from;
}

/** All that a metric is called: its name with and without what stands in brackets, its label, words of the glossary. */
function namesOf({ id, name, label }: KnownMetric): string[] {
  const [, outside = name, inside = ''] = /^(.*?) \((.*)\)$/.exec(name) ?? [];
  const own = [name, outside, label, ...(/^[A-Z]{2}/.test(inside) ? [inside] : [])].filter(isTelling);
  const glossary = GLOSSARY.filter(({ metrics }) => metrics?.[0] === id).flatMap(({ spoken }) => spoken ?? []);
  return [...new Map([...glossary, ...own].map((each) => [each.toLowerCase(), each])).values()];
}

/** A single ordinary word, such as “Ease”, names a metric only where the glossary says so. */
function isTelling(name: string): boolean {
  return /\s/.test(name) || /^[A-Z]{2}/.test(name);
}

/** A name as it may be written: any blank, a hyphen or none between words, a plural; abbreviations keep their capitals. */
function wordsOf(name: string): RegExp {
  const pattern = name
    .replace(/y$/, '\u0000')
    .split(/[\s-]+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\u00a0\\u2011-]+')
    .replace('\u0000', '(?:y|ie)');
  return new RegExp(`(?<![\\p{L}\\d])${pattern}s?(?![\\p{L}\\d])`, /^[A-Z]+$/.test(name) ? 'gu' : 'giu');
}
