/**
 * A page of tests as the report gives it: every test put to the data, all its comparisons judged as one family.
 */
import type { Contrast, ContrastTest, Topic } from '../../contrasts/contrast.ts';
import { isLack } from '../../metrics/analysis.ts';
import type { AnalysisNumber } from '../analyses/view.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import { keptBackWords } from '../estimates.ts';
import { Family } from '../family.ts';
import type { ContrastReport, Effect, TestReport, TopicReport } from '../types/contrast.ts';
import { formatOf } from '../wording/format.ts';
import {
  answerOf,
  clarityOf,
  countedAnswer,
  decidingTest,
  OUTCOME_WORDS,
  outcomeOf,
  READING_WORDS,
} from './outcome.ts';
import { pathOf } from './paths.ts';
import { differencePicture, quantityPicture } from './picture.ts';
import type { TestBasis, Weighed, WrittenAnswer, WrittenEffect } from './view.ts';
import { testViewOf } from './views.ts';

/** What a page says, and what its tests add to `estimates.csv`. */
export interface Tested<Report extends TopicReport> {
  readonly report: Report;
  readonly numbers: readonly AnalysisNumber[];
}

export function contrastReport(basis: TestBasis, contrast: Contrast): Tested<ContrastReport> {
  const { report, numbers } = topicReport(basis, contrast);
  return { report: { ...report, group: contrast.group, sides: contrast.sides }, numbers };
}

/** Puts every test of a page to the data. */
export function topicReport(basis: TestBasis, topic: Topic): Tested<TopicReport> {
  const { context, store } = basis;
  const family = familyOf(context, store, topic);
  const numbers: AnalysisNumber[] = [];
  const tests = topic.tests.map((test): TestReport => {
    const { id, saidWhen, pitfalls, analysis } = test;
    const card = cardOf(context, analysis.id);
    const asked = { id, card, saidWhen, pitfalls };
    const result = context.analyses.result(analysis);
    if (isLack(result)) return { ...asked, answer: null, missing: result.lacks };
    const judged = weighedBy(context, test);
    // What has no finite interval cannot be told.
    const verdict = (name: string) => (name in judged ? family.finding(weighedId(test, name)).verdict : 'undecided');
    const written = testViewOf(id).answer(result, { ...basis, verdict });
    if (written === null)
      return { ...asked, answer: null, missing: `it ${keptBackWords(context.config.minimum_base)}` };
    numbers.push(...written.numbers.map((number) => ({ ...number, lens: analysis.lens })));
    return { ...asked, answer: answerFrom(context, family, test, judged, written), missing: '' };
  });
  const { id, name, question, idea, practices, counted } = topic;
  const outcome = outcomeOf(tests, counted !== undefined);
  const decided = counted === undefined ? decidingTest(tests, outcome) : null;
  return {
    report: {
      id,
      path: pathOf(topic),
      name,
      question,
      idea,
      outcome,
      outcomeWords: OUTCOME_WORDS[outcome],
      answer: counted === undefined ? answerOf(tests, outcome) : countedAnswer(tests, counted),
      decided,
      clarity: clarityOf(decided),
      tests,
      practices: practices
        .filter(({ fits }) => fits.includes(outcome))
        .map(({ text, metric }) => ({ text, metric: cardOf(context, metric) })),
    },
    numbers,
  };
}

/** All comparisons of a page, adjusted together: none of its sentences comes from a comparison outside. */
function familyOf(context: ReportContext, store: EstimateStore, topic: Topic): Family {
  const findings = topic.tests.flatMap((test) =>
    Object.entries(weighedBy(context, test)).map(([name, { difference, margin, unit }]) => ({
      id: weighedId(test, name),
      difference,
      margin,
      unit,
    })),
  );
  return new Family(topic.name, [], store, context, findings);
}

/** The differences of a test that can be judged. */
function weighedBy(context: ReportContext, test: ContrastTest<object>): Readonly<Record<string, Weighed>> {
  const result = context.analyses.result(test.analysis);
  const weighed = isLack(result) ? {} : (testViewOf(test.id).weighed?.(result, context) ?? {});
  return Object.fromEntries(
    Object.entries(weighed).filter(([, { difference }]) =>
      [difference.difference, difference.low, difference.high, difference.p].every(Number.isFinite),
    ),
  );
}

function weighedId({ id }: ContrastTest<object>, name: string): string {
  return `${id} ${name}`;
}

function answerFrom(
  context: ReportContext,
  family: Family,
  test: ContrastTest<object>,
  judged: Readonly<Record<string, Weighed>>,
  { reading, effect, numbers: _, ...written }: WrittenAnswer,
): TestReport['answer'] {
  return {
    ...written,
    reading,
    readingWords: READING_WORDS[reading],
    effect: effect === null ? null : effectFrom(context, family, test, judged, effect),
  };
}

function effectFrom(
  context: ReportContext,
  family: Family,
  test: ContrastTest<object>,
  judged: Readonly<Record<string, Weighed>>,
  { weighed, unit, ...effect }: WrittenEffect,
): Effect {
  const found = weighed === undefined ? undefined : judged[weighed];
  if (weighed === undefined || found === undefined) {
    return { ...effect, margin: '', picture: quantityPicture(effect.quantity, unit) };
  }
  const format = formatOf(found.unit, context.config.locale, found.margin);
  return {
    ...effect,
    margin: format.difference(found.margin),
    p: family.finding(weighedId(test, weighed)).p,
    picture: differencePicture(found),
  };
}
