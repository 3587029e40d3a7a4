/**
 * C5b: whether a score and the comment beside it say the same.
 */
import type { ScoreColumn } from '../../dataset/column.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { SENTIMENTS } from '../../dataset/model.ts';
import { type Analysis, type Lack, tooFew } from '../../metrics/analysis.ts';
import type { Cell, Context } from '../../metrics/definition.ts';
import { shareCell } from '../../metrics/estimators/share.ts';
import { momentsOfYes } from '../../metrics/estimators/yes-and-no.ts';
import { codedComments } from '../../metrics/experience/coded-comments.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { type Agreement, cohenKappa, linearWeight } from '../../statistics/agreement.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['responses.csat | tickets.csat', 'comment_codes.code'];

const FEWEST_COMMENTS = 100;
const LEAST_KAPPA = 0.6;

/** Classes of a score, the worst first, as `SENTIMENTS` has those of comments. */
export const SCORE_CLASSES = ['Low score', 'Middle score', 'High score'] as const;

const NEGATIVE = SENTIMENTS.indexOf('negative');

export interface AgreementOfInstruments {
  /** Of the two people who coded the comments with each other. */
  readonly people: Agreement;
  /** Of the class of the score with that of the comment, neighbouring classes counting half (linear weights). */
  readonly agreement: Agreement;
  /** Of the comments with the best answer of the scale, the share that is negative; null without any. */
  readonly hidden: Cell | null;
  /** By class of the score, then by class of the comment. */
  readonly cells: readonly (readonly { readonly n: number; readonly customers: number }[])[];
  /** Comments that the two people code differently: they are left out. */
  readonly disputed: number;
}

/** A comment that two people code alike, with the score beside it. */
interface Scored {
  readonly customer: number;
  readonly score: number;
  readonly comment: number;
  readonly isBest: boolean;
}

const analysis: Analysis<AgreementOfInstruments> = {
  id: 'agreement_of_instruments',
  name: 'Agreement of score and comment',
  label: 'Agreement',
  lens: 'satisfaction',
  question: 'Do scores say what the comments beside them say?',
  definition:
    'Comments that two people coded alike as negative, neutral or positive stand beside the satisfaction rating of the same ' +
    'answer, in three classes: low (1 and 2 on a scale from 1 to 5), middle (3) and high (4 and 5). Cohen’s κ with linear ' +
    'weights says how far the classes agree beyond chance, 0 for not at all, 1 for always. Hidden complaints are the ' +
    'negative comments among those with the best rating of the scale.',
  formula:
    'hidden = negative comments with the best rating ÷ comments with the best rating; κ = (observed − chance) ÷ (1 − chance)',
  who: 'comments with a rating that two people coded alike',
  date: 'everything that the data cover',
  tex: String.raw`\frac{h}{b}`,
  symbols: [
    ['h', 'negative comments with the best rating'],
    ['b', 'comments with the best rating'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'lower',
  counts: 'comments',
  minimum: `${FEWEST_COMMENTS} comments with a rating that two people coded alike, κ of the two people at least ${LEAST_KAPPA.toFixed(2)}.`,
  margin: null,
  interval: 'Wilson for the share, with the effective number of comments; of κ the large-sample interval at 95%.',
  source: 'Cohen (1960, 1968) for κ and its weights, Fleiss, Cohen & Everitt (1969) for its variance.',
  elsewhere: [],
  analyse,
};

export const agreementOfInstruments: ContrastTest<AgreementOfInstruments> = {
  id: 'c5b',
  analysis,
  saidWhen:
    '“The score hides complaints” is said when the lower end of the share of negative comments among those with the best ' +
    'rating is above 10%. “Both tell the same” is said when the lower end of κ is above 0.60.',
  pitfalls: [
    'Who codes the comments must not see the score: otherwise the two agree by construction.',
    'Customers who write are not like all who answer: silent ones may agree more, or less.',
  ],
};

function analyse({ dataset }: Context): AgreementOfInstruments | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const { twice } = codedComments(dataset);
  const rated = twice.flatMap((coded) => {
    const found = scoreOf(dataset, coded.response);
    return found === null ? [] : [{ ...coded, ...found }];
  });
  const agreed = rated
    .filter(({ first, second }) => first === second)
    .map(({ customer, first, score, isBest }): Scored => ({ customer, score, isBest, comment: first }));
  if (agreed.length < FEWEST_COMMENTS) {
    return tooFew(FEWEST_COMMENTS, 'comments with a rating that the same two people coded alike', agreed.length);
  }
  const people = cohenKappa(
    rated.map(({ first }) => first),
    rated.map(({ second }) => second),
    SENTIMENTS.length,
  );
  if (people === null || people.kappa < LEAST_KAPPA) {
    const found = people === null ? 'cannot be told' : `is ${floored(people.kappa)}`;
    return {
      lacks: `it needs two people who agree on the comments (κ at least ${LEAST_KAPPA.toFixed(2)}); here κ ${found}`,
    };
  }
  const agreement = cohenKappa(
    agreed.map(({ score }) => score),
    agreed.map(({ comment }) => comment),
    SENTIMENTS.length,
    linearWeight,
  );
  if (agreement === null) return { lacks: 'all ratings and comments are of one class' };
  const best = agreed.filter(({ isBest }) => isBest);
  return {
    people,
    agreement,
    hidden: best.length === 0 ? null : shareCell(momentsOfYes(best, ({ comment }) => comment === NEGATIVE)),
    cells: SCORE_CLASSES.map((_, score) =>
      SENTIMENTS.map((_, comment) => {
        const own = agreed.filter((each) => each.score === score && each.comment === comment);
        return { n: own.length, customers: new Set(own.map(({ customer }) => customer)).size };
      }),
    ),
    disputed: rated.length - agreed.length,
  };
}

/** Class of the rating in a row, and whether it is the best of its scale; null without a rating. */
function scoreOf({ responses }: Dataset, row: number): { score: number; isBest: boolean } | null {
  const column: ScoreColumn | undefined = responses?.columns.csat;
  const value = column?.values[row] ?? Number.NaN;
  const scale = column?.scales[column.scale[row] as number];
  if (scale === undefined || Number.isNaN(value)) return null;
  const middle = (scale.min + scale.max) / 2;
  const score = value >= scale.positiveFrom ? 2 : value < middle ? 0 : 1;
  return { score, isBest: value === scale.max };
}

/** Never rounded up to the gate. */
function floored(kappa: number): string {
  return (Math.floor(kappa * 100) / 100).toFixed(2).replace('-', '−');
}
