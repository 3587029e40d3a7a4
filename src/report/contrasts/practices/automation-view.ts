/**
 * A1 in words: what bots settle under four definitions, and how often customers come back.
 */

import type { LikeWithLike } from '../../../contrasts/like-with-like.ts';
import { type Automation, automation, type Returns } from '../../../contrasts/practices/automation.ts';
import type { BotStep, BotSteps } from '../../../contrasts/practices/bot-steps.ts';
import { isLack, type Lack } from '../../../metrics/analysis.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import type { Reading } from '../../types/contrast.ts';
import type { Verdict } from '../../types/estimate.ts';
import type { Figure } from '../../types/figure.ts';
import { count, percent } from '../../wording/format.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import { curvesFigure } from '../curves-figure.ts';
import { differencePhrase } from '../difference-words.ts';
import { differenceQuantity, numberOf, shareQuantity } from '../quantities.ts';
import { type Step, stepQuantity, stepsFigure } from '../steps-figure.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer, WrittenEffect } from '../view.ts';

const { analysis } = automation;
const ID = analysis.id;

const NAMES: Readonly<Record<BotStep, string>> = {
  contained: 'Contained: no person joined',
  soft: 'Soft: and nothing asked for 24 hours',
  hard: 'Hard: and the customer confirmed',
  held: 'Held: soft or hard, and not back in 7 days',
};

export const automationView: TestView<Automation> = {
  test: automation,
  charts: 'steps, survival curves',
  weighed: ({ returns, satisfied, personal }, context) => {
    const weigh = (name: string, found: { readonly difference: Weighed['difference'] } | Lack) =>
      isLack(found)
        ? []
        : [[name, { difference: found.difference, margin: comparedFrom(context, analysis), unit: 'share' as const }]];
    return Object.fromEntries([
      ...weigh('returns', returns),
      ...weigh('satisfied', satisfied),
      ...weigh('personal', personal),
    ]);
  },
  answer,
};

function answer(result: Automation, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { bots, mixed, steps, returns, satisfied, personal, reach } = result;
  const { locale } = context.config;
  const shown = isLack(steps) ? null : shownSteps(context, steps);
  const [contained, held] = [shown?.shares.get('contained'), shown?.shares.get('held')];
  const said = saidOf(desk, result);
  const beside =
    contained?.value === undefined || held?.value === undefined
      ? null
      : `${held.text} of the tickets that a bot took up are settled and held after 7 days (between ${betweenEnds(held.range)}), beside ${contained.text} that no person joined`;
  const curves = isLack(returns) ? null : returnsFigure(context, returns);
  const figures: Figure[] = [shown?.figure ?? null, curves].filter((figure) => figure !== null);
  const headline = {
    kept: 'Automated without losing the personal',
    lost: said.short,
    open:
      held?.value === undefined
        ? 'Whether automation keeps the personal is not settled'
        : `${held.text} of bot tickets hold; whether the care stays personal is open`,
  }[said.words];
  const statement = {
    kept: `Automated without losing the personal: ${beside ?? 'treatment as a person is no less common with bots'}.`,
    lost: `${said.why}; ${beside ?? 'what is held is not known'}.`,
    open: `${beside === null ? 'W' : `${beside}; w`}hether the care stays personal, these data cannot tell.`,
  }[said.words].replace(/^./, (letter) => letter.toUpperCase());
  return {
    reading: said.reading,
    verdict: said.verdict,
    headline,
    statement,
    sentences: [
      `Bots dealt with ${count(bots, locale)} tickets alone${mixed >= context.config.minimum_base ? ` and began ${count(mixed, locale)} that a person went on with` : ''}.`,
      ...(isLack(steps) ? [`What became of them is not known: ${steps.lacks}.`] : []),
      comparedSentence(desk, 'personal', personal, 'The share treated as a person, with a bot beside a person,'),
      comparedSentence(desk, 'satisfied', satisfied, 'Satisfaction with a bot beside a person'),
      returnsSentence(desk, returns),
      ...(reach === null ? [] : reachSentence(context, reach)),
    ],
    effect: effectOf(desk, result),
    figures,
    numbers: [
      ...(shown === null
        ? []
        : [...shown.shares].map(([id, quantity]) =>
            numberOf(context, 'bot_resolution', quantity, 'share', 'wilson', ['definition', id]),
          )),
      ...[['personal', personal] as const, ['satisfied', satisfied] as const].flatMap(([name, found]) =>
        isLack(found)
          ? []
          : [
              numberOf(context, ID, gapQuantity(context, found), 'share difference', 'mantel-haenszel', [
                'outcome',
                name,
              ]),
            ],
      ),
    ],
  };
}

/** What the two conditions of the sentence come to. */
function saidOf(
  desk: TestDesk,
  { personal, returns }: Automation,
): { words: 'kept' | 'lost' | 'open'; reading: Reading; verdict: Verdict; why: string; short: string } {
  const ofPersonal = isLack(personal) ? 'insufficient' : desk.verdict('personal');
  const ofReturns = isLack(returns) ? 'insufficient' : desk.verdict('returns');
  const isFewer = !isLack(personal) && ofPersonal === 'different' && personal.difference.difference < 0;
  const isBack = !isLack(returns) && ofReturns === 'different' && returns.difference.difference > 0;
  if (isFewer || isBack) {
    const why = [
      ...(isFewer ? ['Fewer customers of bots than of people were treated as a person'] : []),
      ...(isBack ? [`${isFewer ? 'm' : 'M'}ore of them come back within a week`] : []),
    ].join(', and ');
    const short = [...(isFewer ? ['less of the personal'] : []), ...(isBack ? ['more customers coming back'] : [])];
    return {
      words: 'lost',
      reading: 'contradicts',
      verdict: isFewer ? ofPersonal : ofReturns,
      why: isFewer ? why : 'More customers of bots than of people come back within a week',
      short: `Automation goes with ${short.join(' and ')}`,
    };
  }
  const isAsGood = ['equivalent', 'negligible', 'different'].includes(ofPersonal);
  return isAsGood && !isLack(returns)
    ? { words: 'kept', reading: 'supports', verdict: ofPersonal, why: '', short: '' }
    : { words: 'open', reading: 'open', verdict: ofPersonal, why: '', short: '' };
}

function gapQuantity(context: ReportContext, found: LikeWithLike) {
  return differenceQuantity(context, 'share', comparedFrom(context, analysis), found.difference, {
    n: found.first.n + found.second.n,
    counts: 'customers',
  });
}

function effectOf({ context }: TestDesk, { personal, returns }: Automation): WrittenEffect | null {
  if (!isLack(personal)) {
    return {
      name: 'Treated as a person, bot less person',
      quantity: gapQuantity(context, personal),
      unit: 'share',
      method: 'Mantel–Haenszel',
      weighed: 'personal',
    };
  }
  if (isLack(returns)) return null;
  const n = returns.bot.n + returns.human.n;
  return {
    name: 'Back within 7 days, bot less person',
    quantity: differenceQuantity(context, 'share', comparedFrom(context, analysis), returns.difference, {
      n,
      counts: 'tickets',
      customers: Math.min(...returns.customers),
    }),
    unit: 'share',
    method: 'Kaplan–Meier',
    weighed: 'returns',
  };
}

function shownSteps(context: ReportContext, { n, customers, steps }: BotSteps) {
  const counts = 'tickets';
  const all: Step = { id: 'taken_up', label: 'Taken up by a bot', n, customers };
  const each = steps.map((step): Step => ({ ...step, label: NAMES[step.id] }));
  const shares = new Map(
    steps.map(({ id }, at) => [id, stepQuantity(context, ID, each[at] as Step, all, counts)] as const),
  );
  const text = (id: BotStep) => shares.get(id)?.text ?? '';
  const figure = stepsFigure(context, ID, all, each, {
    counts,
    headline: `${text('contained')} of bot tickets are contained, ${text('held')} held after seven days`,
    subtitle: `Share of tickets that a bot took up, under four definitions; tickets with messages, followed for 7 days; n = ${count(n, context.config.locale)} tickets; rule: 95% interval`,
    summary: `Contained ${text('contained')}, soft ${text('soft')}, hard ${text('hard')}, held ${text('held')}: the same tickets, counted in four ways.`,
  });
  return { shares, figure };
}

function returnsFigure(context: ReportContext, { bot, human, customers }: Returns) {
  const week = ({ points }: Returns['bot']) =>
    percent(1 - (points.find(({ seconds }) => seconds === 604_800)?.share ?? 1));
  return curvesFigure(
    context,
    ID,
    [
      { label: 'Bot', curve: bot, customers: customers[0] },
      { label: 'Person', curve: human, customers: customers[1] },
    ],
    {
      state: 'not back yet',
      counts: 'tickets',
      headline: `Back within a week: ${week(bot)} after a bot, ${week(human)} after a person`,
      subtitle: `Share of solved tickets without a further contact of the customer, by time since the solution; ${context.analyses.span.all.label}; band: 95% interval`,
      summary: `Within 7 days ${week(bot)} of customers are back after a bot’s solution and ${week(human)} after a person’s.`,
    },
  );
}

function comparedSentence(desk: TestDesk, name: string, found: LikeWithLike | Lack, start: string): string {
  if (isLack(found)) return `${start.replace(/,$/, '')}: these data cannot tell, ${found.lacks}.`;
  const phrase = differencePhrase(desk.verdict(name), found.difference, formatFor(desk.context, ID));
  return phrase === null
    ? `${start} shows no clear difference, kinds of tickets held equal.`
    : `${start} is ${phrase}, kinds of tickets held equal.`;
}

function returnsSentence(desk: TestDesk, returns: Automation['returns']): string {
  if (isLack(returns)) return `How often customers come back after either, these data cannot tell: ${returns.lacks}.`;
  const phrase = differencePhrase(desk.verdict('returns'), returns.difference, formatFor(desk.context, ID));
  return phrase === null
    ? 'Coming back within 7 days after a bot beside after a person shows no clear difference.'
    : `Coming back within 7 days after a bot, beside after a person, is ${phrase}; here topics are not held equal.`;
}

function reachSentence(context: ReportContext, reach: NonNullable<Automation['reach']>): string[] {
  const quantity = shareQuantity(context, formatFor(context, ID), { ...reach, counts: 'tickets' });
  return quantity.value === undefined
    ? []
    : [
        `Of those who asked for a person, ${quantity.text} reached one before writing a third message (${quantity.base}).`,
      ];
}
