/**
 * C11a in words: penalties to the left, rewards to the right, and what each attribute is.
 */
import {
  type AttributeResult,
  type RewardAndPenalty,
  rewardAndPenalty,
} from '../../../contrasts/memory/reward-and-penalty.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import type { ReportContext } from '../../context.ts';
import { baseText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { Reading } from '../../types/contrast.ts';
import type { OpposedFigure } from '../../types/contrast-figure.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { count, formatOf } from '../../wording/format.ts';
import { midSentence } from '../../wording/headline.ts';
import { listed } from '../../wording/list.ts';
import { baseOf, differenceQuantity, numberOf } from '../quantities.ts';
import type { TestDesk, TestView, Weighed, WrittenAnswer } from '../view.ts';

const { analysis } = rewardAndPenalty;
const ID = analysis.id;
/** Predictors that the others foretell more than this are told apart badly. */
const INFLATED = 2.5;

type Word = 'must-be' | 'delight' | 'works both ways' | 'only there or not' | 'not settled';

interface Told {
  readonly attribute: AttributeResult;
  readonly word: Word;
}

export const rewardAndPenaltyView: TestView<RewardAndPenalty> = {
  test: rewardAndPenalty,
  charts: 'bars to both sides',
  weighed: ({ attributes }, context) =>
    Object.fromEntries(
      attributes.flatMap(({ id, balance }): [string, Weighed][] =>
        balance === null
          ? []
          : [[id, { difference: balance, margin: comparedFrom(context, analysis), unit: 'coefficient' }]],
      ),
    ),
  answer,
};

function answer(result: RewardAndPenalty, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { customers, attributes, leftOut } = result;
  if (attributes.some(({ lows, highs }) => Math.min(lows, highs) < context.config.minimum_base)) return null;
  const told = attributes.map((attribute): Told => ({ attribute, word: wordOf(attribute, desk) }));
  const named = (word: Word) =>
    told.filter((one) => one.word === word).map(({ attribute }) => midSentence(attribute.name));
  const [mustBes, delights, both] = (['must-be', 'delight', 'works both ways'] as const).map(named) as [
    string[],
    string[],
    string[],
  ];
  const clauses = [
    ...(mustBes.length === 0
      ? []
      : [`${listed(mustBes, 'and')} ${mustBes.length === 1 ? 'is a must-be' : 'are must-bes'}`]),
    ...(delights.length === 0
      ? []
      : [`${listed(delights, 'and')} ${delights.length === 1 ? 'is a delight' : 'are delights'}`]),
  ];
  const headline =
    clauses.length > 0
      ? capitalised(clauses.join('; '))
      : both.length > 0
        ? `${capitalised(listed(both, 'and'))} ${both.length === 1 ? 'works' : 'work'} both ways`
        : 'What is a must-be and what a delight is not settled';
  const deciding = told
    .filter(({ attribute }) => attribute.balance !== null)
    .toSorted(
      (a, b) => (a.attribute.balance?.p ?? 1) - (b.attribute.balance?.p ?? 1) || b.attribute.lows - a.attribute.lows,
    )[0];
  const inflated = attributes.filter(({ inflation }) => inflation > INFLATED).map(({ name }) => midSentence(name));
  const most = Math.max(...attributes.map(({ inflation }) => inflation));
  return {
    reading: readingOf(told),
    verdict: deciding === undefined ? 'untested' : desk.verdict(deciding.attribute.id),
    headline,
    statement: statementOf(mustBes, delights, both),
    sentences: [
      ...told
        .filter(({ word }) => word === 'must-be' || word === 'delight')
        .slice(0, 2)
        .map(({ attribute }) => effectSentence(context, attribute)),
      `It rests on ${count(customers, context.config.locale)} customers; variance inflation is at most ${most.toFixed(1)}${inflated.length === 0 ? ', so the attributes can be told apart' : `: ${listed(inflated, 'and')} can hardly be told apart from the others`}.`,
      ...(leftOut.length === 0
        ? []
        : [
            `Too few customers had low and high values of all for ${listed(leftOut.map(midSentence), 'and')} to be in it.`,
          ]),
    ],
    effect:
      deciding === undefined
        ? null
        : {
            name: `Balance of ${midSentence(deciding.attribute.name)}, −1 only a penalty, +1 only a reward`,
            quantity: balanceOf(context, deciding.attribute, customers),
            unit: 'coefficient',
            method: 'penalty–reward regression, bootstrap',
            weighed: deciding.attribute.id,
          },
    figures: [figureOf(context, result, told, headline)],
    numbers: attributes.flatMap((attribute) => [
      numberOf(context, 'penalty', effectOf(context, attribute.penalty, customers), 'score', 'ols, bootstrap', [
        'attribute',
        attribute.id,
      ]),
      ...(attribute.reward === null
        ? []
        : [
            numberOf(context, 'reward', effectOf(context, attribute.reward, customers), 'score', 'ols, bootstrap', [
              'attribute',
              attribute.id,
            ]),
          ]),
    ]),
  };
}

function wordOf({ id, penalty, reward, balance }: AttributeResult, desk: TestDesk): Word {
  if (reward === null) return 'only there or not';
  const isShown = balance !== null && desk.verdict(id) === 'different';
  if (isShown && balance.high < 0 && penalty.low > 0) return 'must-be';
  if (isShown && balance.low > 0 && reward.low > 0) return 'delight';
  return penalty.low > 0 && reward.low > 0 ? 'works both ways' : 'not settled';
}

/** For the idea where what gets things done is a must-be, or what goes beyond it a delight. */
function readingOf(told: readonly Told[]): Reading {
  const such = (side: AttributeResult['side'], wanted: Word) =>
    told.some(({ attribute, word }) => attribute.side === side && word === wanted);
  const asSaid = such('basic', 'must-be') || such('beyond', 'delight');
  const turned = such('basic', 'delight') || such('beyond', 'must-be');
  if (asSaid && turned) return 'describes';
  if (asSaid) return 'supports';
  return turned ? 'contradicts' : 'open';
}

function statementOf(mustBes: readonly string[], delights: readonly string[], both: readonly string[]): string {
  const bad = 'between bad and middling ratings than between middling and good ones';
  const good = 'between middling and good ratings than between bad and middling ones';
  if (mustBes.length > 0) {
    const others =
      delights.length === 0 ? '' : `; for ${listed(delights, 'and')}, the delights, it is the other way round`;
    return `Recommendations differ more ${bad} for ${listed(mustBes, 'and')}, ${mustBes.length === 1 ? 'a must-be' : 'the must-bes'}${others}.`;
  }
  if (delights.length > 0) {
    return `Recommendations differ more ${good} for ${listed(delights, 'and')}, ${delights.length === 1 ? 'a delight' : 'the delights'}.`;
  }
  if (both.length > 0)
    return `${capitalised(listed(both, 'and'))} ${both.length === 1 ? 'goes' : 'go'} with recommendations both ways: fewer when bad, more when good.`;
  return 'What is a must-be, and what a delight, these data cannot tell.';
}

function effectSentence(context: ReportContext, { name, penalty, reward }: AttributeResult): string {
  const format = formatOf('score', context.config.locale);
  const size = (value: number) => `${format.value(Math.abs(value))} points`;
  return `Of 10 points, answers are ${size(penalty.value)} ${penalty.value >= 0 ? 'lower' : 'higher'} where ${midSentence(name)} is bad, and ${size(reward?.value ?? 0)} ${(reward?.value ?? 0) >= 0 ? 'higher' : 'lower'} where it is good.`;
}

function effectOf(
  context: ReportContext,
  { value, low, high }: AttributeResult['penalty'],
  customers: number,
): Quantity {
  return quantityOf(context, formatOf('score', context.config.locale), {
    value,
    low,
    high,
    n: customers,
    customers,
    counts: 'customers',
  });
}

function balanceOf(context: ReportContext, { balance }: AttributeResult, customers: number): Quantity {
  const nothing = { difference: 0, low: 0, high: 0, low90: 0, high90: 0, p: 1 };
  return differenceQuantity(context, 'coefficient', comparedFrom(context, analysis), balance ?? nothing, {
    n: customers,
    counts: 'customers',
  });
}

function figureOf(
  context: ReportContext,
  { customers }: RewardAndPenalty,
  told: readonly Told[],
  headline: string,
): OpposedFigure {
  const { config, analyses } = context;
  const { all } = analyses.span;
  const none: Quantity = { status: 'not_applicable', text: '', range: '', base: '' };
  const rows = told.map(({ attribute, word }) => ({
    id: attribute.id,
    label: attribute.name,
    left: effectOf(context, attribute.penalty, customers),
    right: attribute.reward === null ? none : effectOf(context, attribute.reward, customers),
    balance: attribute.balance === null ? none : balanceOf(context, attribute, customers),
    word,
    inflation: attribute.inflation,
  }));
  const base = baseOf(context, customers, 'customers');
  const cells = (quantity: Quantity, unit: 'score' | 'coefficient') =>
    estimateCells({ ...quantity, method: 'bootstrap' }, unit, config.minimum_base);
  return {
    kind: 'opposed',
    ...figureBase(
      context,
      ID,
      {},
      'effects',
      {
        columns: ['attribute', 'effect', ...ESTIMATE_COLUMNS],
        rows: rows.flatMap(({ id, left, right, balance }) => [
          [id, 'penalty', ...cells(left, 'score')],
          [id, 'reward', ...cells(right, 'score')],
          [id, 'balance', ...cells(balance, 'coefficient')],
        ]),
      },
      { base },
    ),
    unit: 'score',
    headline,
    subtitle: `Points of the recommendation question (0 to 10) that go with each attribute, others held, ${all.label}; ${base}; left: lower when bad; right: higher when good; bar: 95% interval`,
    summary: `${rows.map(({ label, left, right }) => `${label}: penalty ${left.text}${right.text === '' ? '' : `, reward ${right.text}`}`).join('; ')}.`,
    sides: ['Penalty when bad', 'Reward when good'],
    rows: rows.map(({ label, left, right, word }) => ({
      label,
      left,
      right,
      word: word === 'not settled' ? '' : word,
    })),
    table: {
      caption: `Penalty and reward by attribute, ${all.label}.`,
      columns: [
        { name: 'Attribute', numeric: false },
        { name: 'Penalty', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Reward', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Balance', numeric: true },
        { name: 'Inflation', numeric: true },
        { name: 'n (customers)', numeric: true },
        { name: 'It is', numeric: false },
      ],
      rows: rows.map(({ label, left, right, balance, inflation, word }) => [
        label,
        left.text,
        left.range,
        right.text,
        right.range,
        balance.text,
        inflation.toFixed(1),
        baseText(left, config),
        word,
      ]),
    },
  };
}
