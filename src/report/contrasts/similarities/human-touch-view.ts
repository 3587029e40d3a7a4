/**
 * S2 in words, with bot and person side by side in every kind of ticket.
 */
import {
  type ByHandling,
  DAYS_AFTER,
  type HumanTouch,
  humanTouch,
} from '../../../contrasts/similarities/human-touch.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import type { Reading } from '../../types/contrast.ts';
import type { Verdict } from '../../types/estimate.ts';
import { count } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { differencePhrase } from '../difference-words.ts';
import { differenceQuantity, numberOf } from '../quantities.ts';
import { strataFigure } from '../strata-figure.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = humanTouch;
const ID = analysis.id;

export const humanTouchView: TestView<HumanTouch> = {
  test: humanTouch,
  charts: 'dots by stratum',
  weighed: ({ satisfied, promoters, gap }, context) => {
    const margin = comparedFrom(context, analysis);
    return {
      satisfied: { difference: satisfied.difference, margin, unit: 'share' },
      promoters: { difference: promoters.difference, margin, unit: 'share' },
      gap: { difference: gap, margin, unit: 'share' },
    };
  },
  answer,
};

function answer(result: HumanTouch, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { answered, satisfied, promoters, gap } = result;
  const format = formatFor(context, ID);
  const margin = comparedFrom(context, analysis);
  const verdicts = [desk.verdict('satisfied'), desk.verdict('promoters')] as const;
  const said = saidOf(verdicts, [satisfied, promoters]);
  const phrases = [satisfied, promoters].map(({ difference }, at) =>
    differencePhrase(verdicts[at] as Verdict, difference, format),
  );
  const [ofSatisfied, ofPromoters] = phrases;
  const rest =
    `satisfaction with the contact ${clause(ofSatisfied)}, the share of promoters up to ${DAYS_AFTER} days later ` +
    `${clause(ofPromoters)}`;
  const touched = quantityOf(context, format, {
    value: answered.share,
    n: answered.n,
    customers: answered.customers,
    counts: 'tickets',
  });
  const of = (found: ByHandling) => ({ n: found.first.n + found.second.n, counts: 'customers' });
  const quantities = [satisfied, promoters].map((found) =>
    differenceQuantity(context, 'share', margin, found.difference, of(found)),
  );
  const [first, second] = quantities;
  if (first === undefined || second === undefined) return null;
  const headline = {
    both: 'A person’s answer goes with better scores in both views',
    one: 'A person’s answer does not go with better scores in both views',
    worse: 'A person’s answer goes with lower scores',
    open: 'Whether a person’s answer goes with better scores in both views is not settled',
  }[said.words];
  const weaker = promoters.difference.difference < satisfied.difference.difference ? 'promoters' : 'satisfied';
  return {
    reading: said.reading,
    verdict: verdicts[weaker === 'promoters' ? 1 : 0],
    headline,
    statement:
      said.words === 'open'
        ? `Whether a person’s answer goes with better scores in both views, these data cannot tell: beside a bot’s, ${rest}.`
        : `${headline}: beside a bot’s, ${rest}.`,
    sentences: [
      `A person answered ${touched.text} of ${count(answered.n, context.config.locale)} tickets.`,
      gapSentence(desk.verdict('gap'), gap, format),
      ...mixedSentence(context, satisfied),
      ...leftOutSentence(context, [satisfied, promoters]),
    ],
    effect: {
      name:
        weaker === 'promoters'
          ? 'Promoters, after a person less after a bot'
          : 'Satisfied, after a person less after a bot',
      quantity: weaker === 'promoters' ? second : first,
      unit: 'share',
      method: 'Mantel–Haenszel',
      weighed: weaker,
    },
    figures: [
      strataFigure(
        context,
        ID,
        [
          { label: 'Satisfied', found: satisfied },
          { label: 'Promoters', found: promoters },
        ],
        margin,
        {
          groups: ['Bot', 'Person'],
          stratum: 'Kind of tickets',
          counts: 'customers',
          headline: verdicts.includes('undecided')
            ? 'Satisfied customers and promoters after a bot and after a person'
            : `Satisfied ${first.text} and promoters ${second.text} with a person, kinds of tickets held equal`,
          subtitle: `Share satisfied with the contact, and share of promoters up to ${DAYS_AFTER} days later, by kind of ticket and who dealt with it; ${context.analyses.span.all.label}; ${first.base} and ${second.base}; rule: 95% interval`,
          summary: `Over all kinds of tickets together, person less bot: satisfied ${first.text} (${first.range}), promoters ${second.text} (${second.range}).`,
        },
      ),
    ],
    numbers: [
      numberOf(context, 'human_touch_share', touched, 'share', 'count'),
      numberOf(context, ID, first, 'share difference', 'mantel-haenszel', ['outcome', 'satisfied']),
      numberOf(context, ID, second, 'share difference', 'mantel-haenszel', ['outcome', 'promoters']),
      numberOf(
        context,
        `${ID}_gap`,
        differenceQuantity(context, 'share', margin, gap, of(promoters)),
        'share difference',
        'bootstrap',
      ),
    ],
  };
}

/** What two differences come to. */
function saidOf(
  verdicts: readonly [Verdict, Verdict],
  found: readonly [ByHandling, ByHandling],
): { words: 'both' | 'one' | 'worse' | 'open'; reading: Reading } {
  const shown = found.map(({ difference }, at) =>
    verdicts[at] === 'different' ? Math.sign(difference.difference) : 0,
  );
  if (shown.every((sign) => sign > 0)) return { words: 'both', reading: 'supports' };
  if (shown.some((sign) => sign < 0)) return { words: 'worse', reading: 'contradicts' };
  const isSmall = verdicts.some((verdict) => verdict === 'equivalent' || verdict === 'negligible');
  return isSmall ? { words: 'one', reading: 'contradicts' } : { words: 'open', reading: 'open' };
}

function clause(phrase: string | null | undefined): string {
  return phrase == null ? 'shows no clear difference' : `is ${phrase}`;
}

function gapSentence(verdict: Verdict, gap: HumanTouch['gap'], format: ReturnType<typeof formatFor>): string {
  const phrase = differencePhrase(verdict, gap, format);
  if (phrase === null)
    return 'Whether a person counts for as much in one view as in the other, these data cannot tell.';
  if (verdict === 'equivalent') return 'In both views a person counts for about the same.';
  return `Beside that in satisfaction, the difference in promoters is ${phrase}.`;
}

function mixedSentence(context: ReportContext, { mixed }: ByHandling): string[] {
  const { n, sum } = mixed;
  if (n < context.config.minimum_base) return [];
  const share = quantityOf(context, formatFor(context, ID), { value: sum / n, n, customers: n, counts: 'customers' });
  // Near to all or nothing in a small group would tell everybody's answer.
  const isTold = n >= 30 || (sum / n >= 0.1 && sum / n <= 0.9);
  return isTold
    ? [
        `Where a bot began and a person went on, ${share.text} of ${count(n, context.config.locale)} customers were satisfied.`,
      ]
    : [];
}

function leftOutSentence(context: ReportContext, found: readonly ByHandling[]): string[] {
  const cases = found.map(({ leftOut }) => leftOut.cases);
  if (cases.every((n) => n < context.config.minimum_base)) return [];
  const words = ['satisfied', 'promoters'].map(
    (name, at) => `${count(cases[at] ?? 0, context.config.locale)} (${name})`,
  );
  return [`Customers in kinds of tickets with too few of a side are left out: ${listed(words, 'and')}.`];
}
