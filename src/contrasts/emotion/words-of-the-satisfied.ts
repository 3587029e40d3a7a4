/**
 * C2c: what satisfied customers write who would recommend the company, and those who would not.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { COMMENT_CODES } from '../../dataset/model.ts';
import type { Analysis, Lack } from '../../metrics/analysis.ts';
import type { Cell, Context, Difference } from '../../metrics/definition.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { compareSharesOfCustomers, shareCell } from '../../metrics/estimators/share.ts';
import { momentsOfYes, sharedYes } from '../../metrics/estimators/yes-and-no.ts';
import { codedComments, type TwiceCoded } from '../../metrics/experience/coded-comments.ts';
import { sidesOfComments } from '../../metrics/experience/comment-sides.ts';
import { nearestAnswers } from '../../metrics/experience/nearest-answer.ts';
import { missingNps, npsAnswers } from '../../metrics/experience/nps-answers.ts';
import {
  type ComparedWords,
  comparedWords,
  FEWEST_COMMENTS,
  FEWEST_CUSTOMERS,
  FEWEST_WORDS,
  isEnough,
  sizeWords,
} from '../../metrics/experience/word-comparison.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { type Agreement, cohenKappa } from '../../statistics/agreement.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['responses.comment', 'responses.csat | tickets.csat', 'responses.nps'];

/** An answer that is further away is about something else. */
const DAYS_APART = 180;

/** Codes of comments are used once two people agree on them. */
const LEAST_KAPPA = 0.6;
const FEWEST_CODED = 30;

const EMOTIONAL = COMMENT_CODES.focus.indexOf('emotional');

/** Comments that two people call emotional, of satisfied detractors and of satisfied promoters. */
export interface EmotionalComments {
  readonly people: Agreement;
  readonly detractors: Cell;
  readonly promoters: Cell;
  /** Share of the promoters minus share of the detractors. */
  readonly difference: Difference;
}

export interface WordsOfTheSatisfied extends ComparedWords {
  /** Brand words that were left out, as the configuration lists them. */
  readonly brandWords: readonly string[];
  /** Or why nothing is said of feelings, in words. */
  readonly emotional: EmotionalComments | string;
}

const analysis: Analysis<WordsOfTheSatisfied> = {
  id: 'words_of_the_satisfied',
  name: 'Words of the satisfied',
  label: 'Distinctive words',
  lens: 'experience',
  question: 'What do satisfied customers write who would recommend, and those who would not?',
  definition:
    'Comments with a satisfied rating, of promoters (answers 9 and 10) against detractors (0 to 6). A comment has the rating ' +
    `and the recommendation that stand beside it, else the same customer’s nearest ones, at most ${DAYS_APART} days apart. A word ` +
    'counts once for each customer of a side, and not at all where only one customer writes it. Names of the company ' +
    'and its products, as `brand_words` of `report.yaml` lists ' +
    `them, are left out. Tested are words that at least ${FEWEST_CUSTOMERS} customers use on both sides together and that are not ` +
    'written like names. Whether comments are about feelings or about what was done is never guessed from words: two people ' +
    'have to have coded them.',
  formula:
    'z = (log-odds of the word on one side − on the other) ÷ standard error, with a prior of a tenth of all words',
  who: 'comments of satisfied promoters and of satisfied detractors, each word once a customer',
  date: 'everything that the data cover',
  tex: String.raw`\frac{d_w}{s_w}`,
  symbols: [
    [
      'd_w',
      'log odds of word w on the one side less those on the other, each with the share of all comments as a prior',
    ],
    ['s_w', 'its standard error'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'comments',
  minimum:
    `${FEWEST_COMMENTS} comments and ${FEWEST_WORDS.toLocaleString('en-GB')} words on each side; for feelings ${FEWEST_CODED} comments ` +
    'on each side that two people code alike.',
  margin: 0.05,
  interval:
    'Words are named by their p, adjusted for all words tested (Benjamini and Hochberg). Of emotional comments Newcombe’s ' +
    'interval of the difference.',
  source: 'Monroe, Colaresi & Quinn (2008) for words; Cohen (1960) for κ; Newcombe (1998), method 10.',
  elsewhere: [],
  analyse,
};

export const wordsOfTheSatisfied: ContrastTest<WordsOfTheSatisfied> = {
  id: 'c2c',
  analysis,
  saidWhen:
    'That one side writes a word more is said of words whose p, adjusted for all words tested, is at most 0.05. “More ' +
    'emotional” is said only where two people coded comments as functional or emotional, agree (κ at least 0.60), and ' +
    'the difference between the sides is shown.',
  pitfalls: [
    'Names of products and places stand out whatever customers think: list them under `brand_words`.',
    'Only customers who write are in it, and they are not like all others.',
  ],
};

function analyse({ dataset, company }: Context): WordsOfTheSatisfied | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingNps(dataset);
  if (missing !== null) return { lacks: missing };
  const sideOf = sidesOfRows(dataset);
  const sides = sidesOfComments(dataset, sideOf);
  if (!sides.every(isEnough)) {
    const [detractors, promoters] = sides;
    return {
      lacks:
        `it needs ${FEWEST_COMMENTS} comments and ${FEWEST_WORDS.toLocaleString('en-GB')} words on each side, a word counted once for each ` +
        `customer; in these data satisfied detractors wrote ${sizeWords(detractors)}, satisfied promoters ${sizeWords(promoters)}`,
    };
  }
  const texts = dataset.responses?.columns.comment?.vocabulary.texts ?? [];
  const compared = comparedWords(sides, texts, new Set(company.brandWords));
  if (compared === null) return { lacks: 'no two words are used by two customers each' };
  return { ...compared, brandWords: company.brandWords, emotional: emotionalComments(dataset, sideOf) };
}

/** 0 = a satisfied detractor, 1 = a satisfied promoter, null = neither. */
function sidesOfRows(dataset: Dataset): (row: number) => 0 | 1 | null {
  const item = dataset.responses?.item ?? new Uint8Array(0);
  const { values: satisfied } = positiveAnswers(dataset, 'csat');
  const { values: group } = npsAnswers(dataset).sample;
  const nearest = (values: ArrayLike<number>) =>
    nearestAnswers(dataset, (row) => item[row] === 0 && values[row] !== ABSENT, DAYS_APART);
  const [rating, answer] = [nearest(satisfied), nearest(group)];
  return (row) => {
    if (item[row] === 1 || satisfied[rating[row] as number] !== 1) return null;
    const recommends = group[answer[row] as number];
    return recommends === 1 ? 1 : recommends === -1 ? 0 : null;
  };
}

function emotionalComments(dataset: Dataset, sideOf: (row: number) => 0 | 1 | null): EmotionalComments | string {
  const { twice } = codedComments(dataset, COMMENT_CODES.focus);
  const coded = 'two people have coded comments as functional or emotional';
  if (twice.length === 0) return `nothing is said of feelings until ${coded}`;
  const people = cohenKappa(
    twice.map(({ first }) => first),
    twice.map(({ second }) => second),
    COMMENT_CODES.focus.length,
  );
  if (people === null || people.kappa < LEAST_KAPPA) {
    const found = people === null ? 'cannot be told' : `is ${floored(people.kappa)}`;
    return `nothing is said of feelings: it takes two people who agree (κ at least ${LEAST_KAPPA.toFixed(2)}), and here κ ${found}`;
  }
  const agreed = twice.filter(({ first, second }) => first === second);
  const [detractors, promoters] = ([0, 1] as const).map((side) =>
    agreed.filter(({ response }) => sideOf(response) === side),
  ) as [TwiceCoded[], TwiceCoded[]];
  if (detractors.length < FEWEST_CODED || promoters.length < FEWEST_CODED) {
    return `nothing is said of feelings: it takes ${FEWEST_CODED} comments on each side that two people code alike`;
  }
  const isEmotional = ({ first }: TwiceCoded) => first === EMOTIONAL;
  const cells = [detractors, promoters].map((side) => shareCell(momentsOfYes(side, isEmotional))) as [Cell, Cell];
  return {
    people,
    detractors: cells[0],
    promoters: cells[1],
    difference: compareSharesOfCustomers(...cells, sharedYes(detractors, promoters, isEmotional)),
  };
}

/** Never rounded up to the gate. */
function floored(kappa: number): string {
  return (Math.floor(kappa * 100) / 100).toFixed(2).replace('-', '−');
}
