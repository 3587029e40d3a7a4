/**
 * Themes in comments: how many customers write of each, and whether those with low answers do so more often.
 */
import type { WordsColumn } from '../../dataset/column.ts';
import type { SharedMoments } from '../../statistics/paired-difference.ts';
import { type Analysis, type Lack, tooFew } from '../analysis.ts';
import type { Cell, Context, Difference, Theme } from '../definition.ts';
import { compareSharesOfCustomers, SHARE_INTERVAL, shareOfCustomers } from '../estimators/share.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import type { SidesBy } from './comment-sides.ts';
import { type ThemeTally, themeTally } from './theme-tally.ts';

const NEEDS = ['responses.comment'];

/** Fewest customers with a comment before shares are given, of all and of each of two groups that are compared. */
const FEWEST = 30;

/** The themes that comments mention, row by row of the responses. */
export interface ThemedComments {
  /** Names of the themes, as declared. */
  readonly themes: readonly string[];
  /** 1 for each row with a comment. */
  readonly commented: Uint8Array;
  /** By theme: 1 for each row whose comment mentions it. */
  readonly mentions: readonly Uint8Array[];
}

/**
 * Which comment mentions which of the themes that the company declares: a comment mentions a theme when one of its
 * words stands in it, whole and whatever its capitals; `charge*` is any word that begins so.
 */
export const themedComments = once(({ dataset, company }: Context): ThemedComments => {
  const rows = dataset.responses?.rows ?? 0;
  const column = dataset.responses?.columns.comment;
  const commented = new Uint8Array(rows);
  for (let row = 0; column !== undefined && row < rows; row++) {
    if ((column.starts[row + 1] as number) > (column.starts[row] as number)) commented[row] = 1;
  }
  return {
    themes: company.themes.map(({ name }) => name),
    commented,
    mentions: company.themes.map((theme) => rowsThatMention(theme, column, rows)),
  };
});

function rowsThatMention({ patterns }: Theme, column: WordsColumn | undefined, rows: number): Uint8Array {
  const mentions = new Uint8Array(rows);
  if (column === undefined) return mentions;
  const { starts, codes, vocabulary } = column;
  const tells = new Uint8Array(vocabulary.texts.length);
  for (const { pattern, words } of vocabulary.asked) {
    if (patterns.includes(pattern)) for (const word of words) tells[word] = 1;
  }
  for (let row = 0; row < rows; row++) {
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      if (tells[codes[at] as number] === 1) {
        mentions[row] = 1;
        break;
      }
    }
  }
  return mentions;
}

export interface ThemeShares {
  readonly theme: string;
  /** Comments that mention it. */
  readonly comments: number;
  /** Customers with such a comment. */
  readonly customers: number;
  /** Share of all customers who commented. */
  readonly share: Cell;
  /** Share of those with low answers and of those with high ones; null where too few of either commented. */
  readonly sides: readonly [low: Cell, high: Cell] | null;
  /** High minus low; null likewise. */
  readonly difference: Difference | null;
}

export interface Themes {
  /** The answer that parts the sides; null where too few of either side commented. */
  readonly by: SidesBy | null;
  readonly comments: number;
  /** Customers who commented. */
  readonly customers: number;
  /** Those of them who stand on neither side. */
  readonly beside: number;
  /** In the order in which they are declared. */
  readonly themes: readonly ThemeShares[];
}

export const themes: Analysis<Themes> = {
  id: 'theme_mentions',
  name: 'Themes of comments',
  label: 'Themes',
  lens: 'experience',
  question: 'What do customers write about, and do detractors write about other things than promoters?',
  definition:
    'A theme is a list of words that the report’s settings declare. A comment mentions it when one of the words stands in ' +
    'it, whole and whatever its capitals; an asterisk after a word stands for any ending. The share is that of customers ' +
    'with such a comment among all who commented, each counted once. A comment can mention several themes or none, so ' +
    'shares do not add up to 100%. Promoters (answers 9 and 10) stand beside detractors (0 to 6) by the answer next to the ' +
    'comment; where fewer than 30 of either commented, satisfied customers stand beside those who are not. Where only a few ' +
    '(fewer than 30) stand on neither side, their comments are left out, so that nobody can work out theirs. Everything that ' +
    'the data cover counts.',
  formula: 'customers with a comment that mentions the theme ÷ customers with a comment',
  who: 'customers with at least one comment, each once',
  date: 'the day of the answer',
  tex: String.raw`\frac{m_t}{m}`,
  symbols: [
    ['m_t', 'customers with a comment that mentions theme t'],
    ['m', 'customers with a comment'],
  ],
  elsewhere: [
    {
      who: 'Thematic, Chattermill and other text tools',
      what:
        'Find themes by models that nobody outside can repeat, and count phrases or sentences. Here a theme is the words ' +
        'that are printed, and customers are counted.',
    },
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST} customers who commented, and as many in each of two groups that are compared.`,
  margin: 0.05,
  interval: SHARE_INTERVAL,
  source: 'The dictionary is the company’s own. Wilson (1927) for the interval; Newcombe (1998) for the difference.',
  analyse,
};

function analyse(context: Context): Themes | Lack {
  const { dataset, company } = context;
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  if (company.themes.length === 0) {
    return {
      lacks:
        'no theme is declared; name each with its words in report.yaml, such as ' +
        '`themes: { Billing: [bill, invoice, charge*], Waiting: [wait*, slow] }`',
    };
  }
  const themed = themedComments(context);
  const recommending = themeTally(dataset, themed, 'nps');
  const asked = isEnough(recommending) ? recommending : themeTally(dataset, themed, 'csat');
  const by = isEnough(asked) ? asked.by : null;
  const chosen = by !== null && isFewBeside(asked) ? themeTally(dataset, themed, by, 'sides') : asked;
  const { customers, comments, counts, sides, shared } = chosen;
  if (customers < FEWEST) return tooFew(FEWEST, 'customers who commented', customers);
  return {
    by,
    comments,
    customers,
    beside: besideSides(chosen),
    themes: counts.map(({ comments: ofTheme, all, low, high, products, lowShared, highShared }, index) => {
      const cells = [shareOfCustomers(sides[0], low), shareOfCustomers(sides[1], high)] as const;
      // Whoever stands on both sides is one customer with one value on each.
      const both: SharedMoments = {
        clusters: shared,
        products,
        sumTimesSize: lowShared,
        sizeTimesSum: highShared,
        sizes: shared,
      };
      return {
        theme: themed.themes[index] as string,
        comments: ofTheme,
        customers: all,
        share: shareOfCustomers(customers, all),
        sides: by === null ? null : cells,
        difference: by === null ? null : compareSharesOfCustomers(...cells, both),
      };
    }),
  };
}

/** Whether those on neither side are so few that taking the sides from the whole would tell of them. */
function isFewBeside(tally: ThemeTally): boolean {
  const beside = besideSides(tally);
  return beside > 0 && beside < FEWEST;
}

function besideSides({ customers, sides: [low, high], shared }: ThemeTally): number {
  return customers - (low + high - shared);
}

function isEnough({ sides }: ThemeTally): boolean {
  return sides.every((customers) => customers >= FEWEST);
}
