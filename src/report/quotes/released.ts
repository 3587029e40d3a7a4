/**
 * The quotes that the configuration and the writers release.
 */
import type { ReportConfig } from '../../config/report.schema.ts';
import type { AnyTablePart } from '../../dataset/part.ts';
import { QUOTES, readQuotes } from './approved.ts';
import { type OwnQuote, ownQuotes } from './own-words.ts';

/** Released quotes, or why nothing is quoted. */
export type Released =
  | {
      readonly quotes: readonly OwnQuote[];
      /** Numbers of answers that the file has and does not release. */
      readonly heldBack: readonly string[];
    }
  | { readonly none: string };

/**
 * Without `quotes: { show: true }` in the configuration the file is not even read.
 *
 * @throws Mistake or Mistakes as `readQuotes` and `ownQuotes`.
 */
export async function releasedQuotes(
  contentFolder: string,
  { quotes }: ReportConfig,
  parts: readonly AnyTablePart[],
  key: bigint,
): Promise<Released> {
  if (!quotes.show) return { none: 'the settings of this report do not allow quotes' };
  const released = await readQuotes(contentFolder);
  if (released === null) return { none: `comments are approved one by one in \`${QUOTES}\`, which is not there` };
  if (released.approved.length === 0) return { none: `no comment is approved in \`${QUOTES}\`` };
  return { quotes: ownQuotes(released, parts, key), heldBack: released.heldBack };
}
