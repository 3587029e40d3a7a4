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

/** Finds the metrics that a text names; a longer name stands before a shorter one at the same place. */
export function mentionFinder(metrics: readonly KnownMetric[]): (text: string) => Mention[] {
  const finder = finders.get(metrics) ?? newFinder(metrics);
  finders.set(metrics, finder);
  return finder;
}

const finders = new WeakMap<readonly KnownMetric[], (text: string) => Mention[]>();

function newFinder(metrics: readonly KnownMetric[]): (text: string) => Mention[] {
  const named = new Map<string, KnownMetric>();
  for (const metric of metrics) {
    for (const name of namesOf(metric)) if (!named.has(plain(name))) named.set(plain(name), metric);
  }
  const names = [...new Set(metrics.flatMap(namesOf))].sort((a, b) => b.length - a.length);
  // Abbreviations keep their capitals: “sla” is a word of other languages.
  const patterns = [
    anyOf(names.filter(isAbbreviation), 'gu'),
    anyOf(
      names.filter((name) => !isAbbreviation(name)),
      'giu',
    ),
  ];
  return (text) => {
    const found = patterns.flatMap((pattern) =>
      Array.from(text.matchAll(pattern)).flatMap(({ 0: name, index }) => {
        const metric = named.get(plain(name)) ?? named.get(singular(plain(name)));
        return metric === undefined ? [] : [{ from: index, to: index + name.length, metric }];
      }),
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

function isAbbreviation(name: string): boolean {
  return /^[A-Z]+$/.test(name);
}

/** Names as they may be written: any blank or hyphen between words, and plurals. */
function anyOf(names: readonly string[], flags: string): RegExp {
  const patterns = names.map((name) =>
    name
      .split(/[\s-]+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\u00a0\\u2011-]+')
      .replace(/y$/, '(?:y|ie)'),
  );
  return new RegExp(`(?<![\\p{L}\\d])(?:${patterns.join('|')})s?(?![\\p{L}\\d])`, flags);
}

/** A name without what writing may change in it. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s\u00a0\u2011-]+/g, ' ');
}

function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/s$/, '');
}
