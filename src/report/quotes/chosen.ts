/**
 * Which quotes are shown: by a rule that leaves nobody a choice, under themes that enough customers mention.
 */
import { identityText } from '../../ingest/values/identity.ts';
import { isLack } from '../../metrics/analysis.ts';
import { themes } from '../../metrics/experience/themes.ts';
import type { ReportContext } from '../context.ts';
import type { Quotes, ThemeQuotes } from '../types/quotes.ts';
import { count } from '../wording/format.ts';
import { fits, wordsOfQuote } from './quote-words.ts';
import { harmlessWords, redacted } from './redact.ts';
import type { Released } from './released.ts';

/** Quotes as the report has them. */
export interface ChosenQuotes {
  /** What the page of quotes shows. */
  readonly shown: Quotes;
  /** Every quote that may be printed, by the number of its answer: it tells of a theme that enough customers mention. */
  readonly printable: ReadonlyMap<string, string>;
}

/** A quote as it may be printed. */
interface Printed {
  /** Number of the answer. */
  readonly answer: string;
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly customer: string;
}

interface Theme {
  readonly name: string;
  readonly patterns: readonly string[];
}

/**
 * The quotes of the report and how they came there.
 *
 * @param key of the report's hashes.
 */
export function chosenQuotes(context: ReportContext, own: Released, key: bigint): ChosenQuotes {
  if ('none' in own) return nothing(own.none);
  const found = context.analyses.result(themes);
  if (isLack(found)) return nothing(`quotes stand under themes, of which the page has none: ${found.lacks}`);
  const { quotes, minimum_base: minimumBase } = context.config;
  const { dataset, company } = context.metricContext;
  const patterns = new Map(company.themes.map((theme) => [theme.name, theme.patterns]));
  const shown = found.themes
    .filter(({ customers }) => customers >= minimumBase)
    .toSorted((a, b) => b.customers - a.customers)
    .map(({ theme }): Theme => ({ name: theme, patterns: patterns.get(theme) ?? [] }));
  // Words of themes that are not shown may be names.
  const companyWords = [...company.brandWords, ...shown.flatMap((theme) => theme.patterns)];
  const harmless = harmlessWords(
    own.quotes.map(({ quote }) => quote),
    dataset,
    { own: companyWords, minimumBase, key },
  );
  const printed = own.quotes
    .toSorted((a, b) => (a.shuffled < b.shuffled ? -1 : 1))
    .map(({ responseId, quote, customer }): Printed => {
      const text = redacted(quote, (word) => harmless.has(word));
      return { answer: identityText(responseId), text, words: new Set(wordsOfQuote(text)), customer };
    });
  const chosen = inTurns(shown, printed, quotes.most);
  const total = chosen.reduce((sum, theme) => sum + theme.quotes.length, 0);
  if (total === 0) {
    return nothing(`none of the approved comments tells of a theme that at least ${minimumBase} customers mention`);
  }
  const telling = printed.filter((quote) => shown.some((theme) => tellsOf(quote, theme)));
  return {
    shown: { themes: chosen, sentences: ruleOf(total, own.quotes.length, context) },
    printable: new Map(telling.map(({ answer, text }) => [answer, text])),
  };
}

function nothing(why: string): ChosenQuotes {
  return { shown: { themes: [], sentences: [`No comment is quoted: ${why}.`] }, printable: new Map() };
}

/** Themes give a quote each in turn; a customer and a text stand once. */
function inTurns(shown: readonly Theme[], printed: readonly Printed[], most: number): ThemeQuotes[] {
  const taken = new Set<string>();
  const given = shown.map(({ name }) => ({ theme: name, quotes: [] as string[] }));
  let total = 0;
  for (let before = -1; before < total && total < most; ) {
    before = total;
    for (const [index, theme] of shown.entries()) {
      const next = printed.find(
        (quote) => !taken.has(quote.customer) && !taken.has(quote.text) && tellsOf(quote, theme),
      );
      if (next === undefined || total === most) continue;
      taken.add(next.customer).add(next.text);
      given[index]?.quotes.push(next.text);
      total++;
    }
  }
  return given.filter(({ quotes }) => quotes.length > 0);
}

function tellsOf({ words }: Printed, { patterns }: Theme): boolean {
  return patterns.some((own) => [...words].some((word) => fits(word, own)));
}

function ruleOf(shown: number, approved: number, { config }: ReportContext): string[] {
  const { minimum_base: minimumBase, locale, quotes } = config;
  return [
    'A comment is quoted only where its customer agreed to it and somebody has read and approved it. Themes take turns, the ' +
      'most mentioned first; each gives the approved comment that comes first in a fixed shuffle and in which a word of the ' +
      `theme can be read. A theme that fewer than ${minimumBase} customers mention gives none, and no customer is quoted twice. ` +
      `The page shows ${count(shown, locale)} of ${count(approved, locale)} approved comments; it may show ` +
      `${count(quotes.most, locale)}.`,
    'Every word is the customer’s own, save what stands in square brackets: numbers, addresses, codes and words written ' +
      'like names are left out. No score, date, group or place stands beside a quote. A quote tells how something is said, not ' +
      'how many say it.',
  ];
}
