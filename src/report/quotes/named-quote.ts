/**
 * A quote that a text calls up.
 */
import type { ComponentUse } from '../../commentary/uses.ts';
import { Mistake } from '../../config/mistake.ts';
import { nearest } from '../../config/nearest.ts';
import { sameName } from '../../config/values.ts';
import { identityText } from '../../ingest/values/identity.ts';
import type { ChosenQuotes } from './chosen.ts';
import type { Released } from './released.ts';

/** What is quoted, and what the file says of the answers that are not. */
export interface QuoteShelf extends ChosenQuotes {
  readonly released: Released;
}

type Named = Pick<ComponentUse, 'props' | 'place'>;

/**
 * The text of the quote, redacted, by the number of its answer or as the first of its theme.
 *
 * @throws Mistake for one that may not be printed. No message holds a word of it.
 */
export function namedQuote(shelf: QuoteShelf, { props, place }: Named): string {
  const { shown } = shelf;
  if (shown.themes.length === 0) {
    throw new Mistake({
      ...place,
      what: 'No comment may be quoted',
      found: '<Quote>',
      expected: shown.sentences.join(' '),
      remedy: 'Release comments in content/quotes.csv, or take <Quote> out.',
    });
  }
  return props.theme === undefined
    ? byAnswer(shelf, String(props.response), place)
    : byTheme(shelf, String(props.theme), place);
}

function byTheme({ shown: { themes } }: QuoteShelf, written: string, place: Named['place']): string {
  const found = themes.find(({ theme }) => sameName(theme) === sameName(written))?.quotes[0];
  if (found !== undefined) return found;
  const known = themes.map(({ theme }) => theme);
  const guess = nearest(written, known);
  throw new Mistake({
    ...place,
    what: `No quote stands under a theme called "${written}"`,
    found: `theme="${written}"`,
    expected: known.join(', '),
    remedy: guess === undefined ? 'Name one of the themes above.' : `Did you mean "${guess}"?`,
  });
}

function byAnswer({ printable, released }: QuoteShelf, written: string, place: Named['place']): string {
  const answer = identityText(written.trim());
  const found = printable.get(answer);
  if (found !== undefined) return found;
  const quotes = 'none' in released ? [] : released.quotes;
  const heldBack = 'none' in released ? [] : released.heldBack;
  const isAnswer = (id: string) => identityText(id) === answer;
  if (heldBack.some(isAnswer)) {
    throw new Mistake({
      ...place,
      what: 'A quote is not released',
      found: `response="${written}"`,
      expected: 'yes under consent and under approved in content/quotes.csv',
      remedy: 'Take <Quote> out, unless the customer agrees and somebody approves the quote.',
    });
  }
  if (quotes.some(({ responseId }) => isAnswer(responseId))) {
    throw new Mistake({
      ...place,
      what: 'A quote tells of no theme that enough customers mention',
      found: `response="${written}"`,
      expected: 'a word of a theme that the page Voice shows',
      remedy: 'Quote another answer: one that speaks of what few speak of may tell who wrote it.',
    });
  }
  const guess = nearest(
    written,
    quotes.map(({ responseId }) => responseId),
  );
  throw new Mistake({
    ...place,
    what: `content/quotes.csv has no quote of answer "${written}"`,
    found: `response="${written}"`,
    expected: 'a response_id of content/quotes.csv',
    remedy: guess === undefined ? 'Name an answer of that file.' : `Did you mean "${guess}"?`,
  });
}
