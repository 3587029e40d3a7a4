import { SENTIMENTS, type Sentiment } from '../../dataset/model.ts';
import { type Agreement, cohenKappa } from '../../statistics/agreement.ts';
import { type Analysis, type Lack, tooFew } from '../analysis.ts';
import type { Cell, Context } from '../definition.ts';
import { SHARE_INTERVAL, shareCell } from '../estimators/share.ts';
import { momentsOfYes } from '../estimators/yes-and-no.ts';
import { missingField } from '../missing-field.ts';
import { codedComments, type ToolCoded, type TwiceCoded } from './coded-comments.ts';

const NEEDS = ['responses.response_id', 'comment_codes.code'];

/** The gate: comments that two people coded, how well they agree, and how well the tool agrees with them. */
const FEWEST_COMMENTS = 200;
const LEAST_KAPPA = 0.6;
const LEAST_LOW_END = 0.5;

/** What the tool says of the comments that two people agreed to call one thing. */
export interface ToolErrors {
  readonly people: Sentiment;
  /** In the order of `SENTIMENTS`: shares of what the tool says. */
  readonly tool: readonly Cell[];
}

export interface SentimentResult {
  /** In the order of `SENTIMENTS`: shares of all comments that the tool coded. */
  readonly shares: readonly Cell[];
  /** Of the two people with each other, and of the tool with what both say. */
  readonly people: Agreement;
  readonly tool: Agreement;
  readonly errors: readonly ToolErrors[];
}

/** What a tool of the company says of comments, once it has proved itself (B28). */
export const sentiment: Analysis<SentimentResult> = {
  id: 'sentiment',
  name: 'Sentiment of comments',
  label: 'Sentiment',
  lens: 'experience',
  question: 'How many comments are negative, as far as a tool can tell?',
  definition:
    'The share of negative, neutral and positive comments among those that a tool of the company has coded. This report ' +
    'codes none itself, and shows a tool’s codes only when two people have coded at least ' +
    `${FEWEST_COMMENTS} comments, agree with each other (κ at least ${LEAST_KAPPA.toFixed(2)}, lower end of its interval at least ` +
    `${LEAST_LOW_END.toFixed(2)}), and the tool agrees with what both say (κ at least ${LEAST_KAPPA.toFixed(2)}). Its errors stand beside the shares. ` +
    'Sentiment is never averaged with satisfaction. Everything that the data cover counts.',
  formula:
    'comments that the tool calls negative ÷ comments that the tool has coded; κ = (observed − chance) ÷ (1 − chance)',
  who: 'comments that the tool has read',
  date: '',
  tex: String.raw`\frac{c}{n}`,
  symbols: [
    ['c', 'comments of the class'],
    ['n', 'comments that the tool has read'],
  ],
  elsewhere: [],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'comments',
  minimum: `${FEWEST_COMMENTS} comments coded by two people, who agree, and with whom the tool agrees.`,
  margin: null,
  interval: `${SHARE_INTERVAL} Of κ the large-sample interval at 95%.`,
  source: 'Cohen (1960) for κ, Fleiss, Cohen & Everitt (1969) for its variance. The gate is this report’s.',
  analyse,
};

function analyse({ dataset }: Context): SentimentResult | Lack {
  // Identifiers are no columns of linked tables: without them no code would have found its comment.
  const missing = missingField(dataset, NEEDS.slice(1));
  if (missing !== null) return { lacks: missing };
  const { twice, tool } = codedComments(dataset);
  if (twice.length < FEWEST_COMMENTS)
    return tooFew(FEWEST_COMMENTS, 'comments coded by the same two people', twice.length);
  const people = kappaOf(twice.map(({ first, second }) => [first, second]));
  const disagreement = belowGate('two people agree', people, LEAST_LOW_END);
  if (people === null || disagreement !== null) return { lacks: disagreement ?? '' };
  const agreed = twice.filter(({ first, second, tool: machine }) => first === second && machine >= 0);
  if (agreed.length === 0) return { lacks: 'the coder `tool` has coded none of the comments that two people agree on' };
  const machine = kappaOf(agreed.map(({ first, tool: said }) => [first, said]));
  const failure = belowGate('the tool agrees with what both people say', machine, null);
  if (machine === null || failure !== null) return { lacks: failure ?? '' };
  return { shares: sharesOf(tool), people, tool: machine, errors: errorsOf(agreed) };
}

function kappaOf(pairs: readonly (readonly [number, number])[]): Agreement | null {
  return cohenKappa(
    pairs.map(([first]) => first),
    pairs.map(([, second]) => second),
    SENTIMENTS.length,
  );
}

/** Why an agreement does not do, with its numbers; null when it does. */
function belowGate(what: string, agreement: Agreement | null, leastLow: number | null): string | null {
  const needed = `κ at least ${LEAST_KAPPA.toFixed(2)}${leastLow === null ? '' : `, its lower end at least ${leastLow.toFixed(2)}`}`;
  if (agreement === null)
    return `it needs ${needed} where ${what}; here all comments have one code, so that κ cannot be told`;
  const { kappa, low, high, n } = agreement;
  if (kappa >= LEAST_KAPPA && (leastLow === null || low >= leastLow)) return null;
  // Never rounded up to the gate.
  const floor = (value: number) => (Math.floor(value * 100) / 100).toFixed(2).replace('-', '−');
  return `it needs ${needed} where ${what}; here κ is ${floor(kappa)} (${floor(low)} to ${floor(high)}) in ${n.toLocaleString('en-GB')} comments`;
}

function sharesOf(coded: readonly ToolCoded[]): Cell[] {
  return SENTIMENTS.map((_, code) => shareCell(momentsOfYes(coded, ({ code: said }) => said === code)));
}

function errorsOf(agreed: readonly TwiceCoded[]): ToolErrors[] {
  return SENTIMENTS.map((people, index) => {
    const own = agreed.filter(({ first }) => first === index);
    return {
      people,
      tool: SENTIMENTS.map((_, code) => shareCell(momentsOfYes(own, ({ tool }) => tool === code))),
    };
  });
}
