/**
 * What the readings of a page's tests come to, in a word and in a sentence.
 */
import type { Outcome, Reading } from '../../contrasts/contrast.ts';
import type { TestReport } from '../types/contrast.ts';
import { capitalised } from '../wording/capitalised.ts';
import { listed } from '../wording/list.ts';
import { numberWord } from '../wording/number-words.ts';

export const READING_WORDS: Readonly<Record<Reading, string>> = {
  supports: 'As it is said',
  contradicts: 'Not as it is said',
  open: 'Not settled',
  describes: 'A description',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  holds: 'Holds here',
  mixed: 'Holds in part',
  contradicted: 'Not so here',
  open: 'Not settled',
  described: 'Described',
  untold: 'Cannot be told',
};

/**
 * Tests that were answered decide; a description decides nothing.
 *
 * @param counted whether each test stands for itself: then the whole holds only where every one of them shows it.
 */
export function outcomeOf(tests: readonly TestReport[], counted = false): Outcome {
  const readings = new Set(tests.map(({ answer }) => answer?.reading));
  if (counted && readings.has('supports')) {
    return tests.every(({ answer }) => answer?.reading === 'supports') ? 'holds' : 'mixed';
  }
  if (readings.has('supports')) return readings.has('contradicts') ? 'mixed' : 'holds';
  if (readings.has('contradicts')) return 'contradicted';
  if (readings.has('open')) return 'open';
  return readings.has('describes') ? 'described' : 'untold';
}

/** The reading that an outcome rests on. */
const DECIDING: Readonly<Record<Outcome, Reading | null>> = {
  holds: 'supports',
  mixed: 'supports',
  contradicted: 'contradicts',
  open: 'open',
  described: 'describes',
  untold: null,
};

/** The test that decides: of those with the deciding reading the clearest, the first of equals; null without any. */
export function decidingTest(tests: readonly TestReport[], outcome: Outcome): TestReport | null {
  const reading = DECIDING[outcome];
  return clearest(tests.filter(({ answer }) => answer !== null && answer.reading === reading));
}

/** How clear a test is: margins from nothing to the nearer end of its interval; 0 where the interval holds nothing. */
export function clarityOf(test: TestReport | null): number {
  const picture = test?.answer?.effect?.picture;
  if (picture == null || picture.margin === null || picture.low * picture.high <= 0) return 0;
  return Math.min(Math.abs(picture.low), Math.abs(picture.high)) / picture.margin;
}

function clearest(tests: readonly TestReport[]): TestReport | null {
  return tests.reduce<TestReport | null>(
    (best, test) => (best === null || clarityOf(test) > clarityOf(best) ? test : best),
    null,
  );
}

const COUNTED: Readonly<Record<Reading | 'untold', readonly [one: string, many: string]>> = {
  supports: ['is shown here', 'are shown here'],
  contradicts: ['is not so here', 'are not so here'],
  open: ['is not settled', 'are not settled'],
  describes: ['is described', 'are described'],
  untold: ['cannot be told from these data', 'cannot be told from these data'],
};

/**
 * The answer of a page whose tests stand each for itself: `Of six things that both are said to share, two are shown here …`
 *
 * @param counted what the tests are, plural.
 */
export function countedAnswer(tests: readonly TestReport[], counted: string): string {
  const found = (Object.keys(COUNTED) as (Reading | 'untold')[]).flatMap((reading) => {
    const n = tests.filter(({ answer }) => (answer?.reading ?? 'untold') === reading).length;
    return n === 0 ? [] : [`${numberWord(n)} ${COUNTED[reading][n === 1 ? 0 : 1]}`];
  });
  return `Of ${numberWord(tests.length)} ${counted}, ${listed(found, 'and')}.`;
}

/** The answer to the page's question, from sentences that its tests may say. */
export function answerOf(tests: readonly TestReport[], outcome: Outcome): string {
  const decided = decidingTest(tests, outcome);
  if (decided?.answer == null) {
    const [first] = tests;
    return first === undefined
      ? 'Nothing is tested here.'
      : `These data cannot tell: ${first.missing.replace(/^it needs/, 'an answer needs')}.`;
  }
  if (outcome !== 'mixed') return decided.answer.statement;
  const other = clearest(tests.filter(({ answer }) => answer?.reading === 'contradicts'));
  return `${decided.answer.statement} ${capitalised(other?.answer?.statement ?? '')}`.trim();
}
