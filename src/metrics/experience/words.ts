import type { Analysis, Lack } from '../analysis.ts';
import type { Context } from '../definition.ts';
import { missingField } from '../missing-field.ts';
import { type CommentSide, commentSides, type SidesBy } from './comment-sides.ts';
import {
  type ComparedWords,
  comparedWords,
  FEWEST_COMMENTS,
  FEWEST_CUSTOMERS,
  FEWEST_WORDS,
  isEnough,
  sizeWords,
} from './word-comparison.ts';

const NEEDS = ['responses.comment', 'responses.nps | responses.csat'];

export interface WordsResult extends ComparedWords {
  readonly by: SidesBy;
}

/** Words that set the comments of two groups of customers apart (B27). */
export const words: Analysis<WordsResult> = {
  id: 'words',
  name: 'Words that set comments apart',
  label: 'Distinctive words',
  lens: 'experience',
  question: 'Which words do detractors use and promoters not, and the other way round?',
  definition:
    'Comments of promoters (answers 9 and 10) against those of detractors (0 to 6). Where too few of them wrote, ' +
    'comments with a satisfied rating against all others with a rating. A word counts once for each customer of a side, ' +
    'however often it was written, and not at all where only one customer writes it. Words of everyday use are not ' +
    'taken out: where both sides use one alike, it is not ' +
    `distinctive. Tested are the words that at least ${FEWEST_CUSTOMERS} customers use on both sides together and that are not written ` +
    'like names; named are those whose p, adjusted for all words tested, is at most 0.05. Everything that the data ' +
    'cover counts.',
  formula:
    'z = (log-odds of the word on one side − on the other) ÷ standard error, with a prior of a tenth of all words',
  who: 'comments of both groups, each word once a customer',
  date: 'the day of the answer',
  tex: String.raw`\frac{d_w}{s_w}`,
  symbols: [
    [
      'd_w',
      'log odds of word w in the one group less those in the other, each with the share of all comments added as a prior',
    ],
    ['s_w', 'its standard error'],
  ],
  elsewhere: [],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'comments',
  minimum: `${FEWEST_COMMENTS} comments and ${FEWEST_WORDS.toLocaleString('en-GB')} words on each side; ${FEWEST_CUSTOMERS} customers for each word.`,
  margin: null,
  interval: 'None: a word is named by its p, adjusted for all words tested (Benjamini and Hochberg).',
  source:
    'Monroe, Colaresi & Quinn (2008). The prior is the use of each word on both sides together; its size, a tenth of all ' +
    'words, is this report’s choice.',
  analyse,
};

function analyse({ dataset }: Context): WordsResult | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const pairs = (['nps', 'csat'] as const).map((by) => ({ by, sides: commentSides(dataset, by) }));
  const chosen = pairs.find(({ sides }) => sides.every(isEnough));
  if (chosen === undefined) return tooLittle(pairs);
  const compared = comparedWords(chosen.sides, dataset.responses?.columns.comment?.vocabulary.texts ?? []);
  return compared === null ? { lacks: 'no two words are used by two customers each' } : { by: chosen.by, ...compared };
}

const SIDES: Readonly<Record<SidesBy, readonly [string, string]>> = {
  nps: ['detractors', 'promoters'],
  csat: ['dissatisfied customers', 'satisfied customers'],
};

/** What each side has of what it needs. */
function tooLittle(pairs: readonly { by: SidesBy; sides: readonly [CommentSide, CommentSide] }[]): Lack {
  const found = pairs
    .filter(({ sides }) => sides.some(({ comments }) => comments > 0))
    .flatMap(({ by, sides }) => sides.map((side, index) => `${SIDES[by][index]} wrote ${sizeWords(side)}`));
  return {
    lacks:
      `it needs ${FEWEST_COMMENTS} comments and ${FEWEST_WORDS.toLocaleString('en-GB')} words on each side, a word counted once for each customer; ` +
      (found.length === 0 ? 'in these data there are none' : `in these data ${found.join(', ')}`),
  };
}
