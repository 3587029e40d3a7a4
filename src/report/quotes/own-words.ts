/**
 * Whether a quote is in the customer's own words: those of the comment that stands beside the answer's number.
 */
import { Mistake, throwMistakes } from '../../config/mistake.ts';
import type { IdColumn, WordsColumn } from '../../dataset/column.ts';
import type { AnyTablePart } from '../../dataset/part.ts';
import { identityHash, identityText } from '../../ingest/values/identity.ts';
import type { ApprovedQuote, ReleasedQuotes } from './approved.ts';
import { hashKey, wordKey, wordsOfQuote } from './quote-words.ts';

/** A quote whose words are those of a comment in the data. */
export interface OwnQuote {
  /** Number of the answer, as the export has it. It is never published. */
  readonly responseId: string;
  readonly quote: string;
  /** Tells customers apart; of an answer without a customer its own number. It is never published. */
  readonly customer: string;
  /** Place in a shuffle that is the same at every build. */
  readonly shuffled: string;
}

/** A row of the responses. */
interface Answer {
  readonly customer: string | null;
  readonly words: ReadonlySet<string>;
}

/**
 * Sentences are not kept, so the order of words cannot be held against the data, but each word can.
 *
 * @param parts the rows of all files.
 * @param key of the report's hashes.
 * @throws Mistake or Mistakes for quotes of answers that are not there, and for words that their comments do not have.
 */
export function ownQuotes({ file, approved }: ReleasedQuotes, parts: readonly AnyTablePart[], key: bigint): OwnQuote[] {
  const wanted = new Set(approved.map(({ responseId }) => answerKey(responseId, key)));
  const answers = answersOf(parts, wanted);
  const mistakes: Mistake[] = [];
  const own: OwnQuote[] = [];
  for (const quote of approved) {
    const answer = answerKey(quote.responseId, key);
    const found = answers.get(answer) ?? [];
    const strange = found.map(({ words }) => strangeWords(quote.quote, words, key));
    const at = strange.findIndex((words) => words.length === 0);
    if (at < 0) mistakes.push(found.length === 0 ? notThere(quote, file) : notOwn(quote, file, strange[0] ?? []));
    else {
      const customer = found[at]?.customer ?? `answer ${answer}`;
      const shuffled = hashKey(identityHash(`quote ${answer}`, key));
      own.push({ responseId: quote.responseId, quote: quote.quote, customer, shuffled });
    }
  }
  throwMistakes(mistakes);
  return own;
}

function answerKey(responseId: string, key: bigint): string {
  return hashKey(identityHash(identityText(responseId), key));
}

/** Comments of the wanted answers; two systems may give two answers the same number. */
function answersOf(parts: readonly AnyTablePart[], wanted: ReadonlySet<string>): Map<string, Answer[]> {
  const found = new Map<string, Answer[]>();
  for (const part of parts) {
    if (part.table !== 'responses') continue;
    const { response_id: ids, comment, customer_id: customers } = part.columns;
    if (ids === undefined || comment === undefined) continue;
    for (let row = 0; row < part.rows; row++) {
      const answer = textAt(ids, row);
      if (!wanted.has(answer)) continue;
      const customer = customers === undefined ? '0 0' : textAt(customers, row);
      const one = { customer: customer === '0 0' ? null : `${part.system} ${customer}`, words: wordsAt(comment, row) };
      found.set(answer, [...(found.get(answer) ?? []), one]);
    }
  }
  return found;
}

function textAt({ high, low }: IdColumn, row: number): string {
  return `${high[row]} ${low[row]}`;
}

function wordsAt({ starts, codes, vocabulary }: WordsColumn, row: number): Set<string> {
  return new Set(Array.from(codes.subarray(starts[row], starts[row + 1]), (word) => textAt(vocabulary.hash, word)));
}

function strangeWords(quote: string, words: ReadonlySet<string>, key: bigint): string[] {
  return wordsOfQuote(quote).filter((word) => !words.has(wordKey(word, key)));
}

function notThere({ record, responseId }: ApprovedQuote, file: string): Mistake {
  return new Mistake({
    what: 'A quote belongs to no comment in the data',
    file,
    record,
    field: 'response_id',
    found: responseId === '' ? 'no number' : responseId,
    expected: 'the `response_id` of a survey answer with a comment',
    remedy: 'Correct the number, or take the row out.',
  });
}

function notOwn({ record }: ApprovedQuote, file: string, strange: readonly string[]): Mistake {
  return new Mistake({
    what: 'A quote has words that the comment does not have',
    file,
    record,
    field: 'quote',
    found: [...new Set(strange)].join(', '),
    expected: 'the words of the customer',
    remedy: 'Copy the comment as it stands; put what you add or leave out into square brackets: [the engineer], […].',
  });
}
