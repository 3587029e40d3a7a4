/**
 * C11c: customers whose case failed and was recovered, beside customers without a failure.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { dimensionColumn } from '../../dataset/dimension.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import { leavingMoments } from '../../metrics/customer-span.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { positiveAnswers } from '../../metrics/estimators/positive-answers.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { DAYS_BEFORE, forEachTicketBefore, latestAnswers } from '../../metrics/experience/before-answer.ts';
import { npsAnswers } from '../../metrics/experience/nps-answers.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { missingSolutionMoment, SOLUTION_FIELDS, solutionMoments } from '../../metrics/service/solution-moment.ts';
import type { ContrastTest } from '../contrast.ts';
import { scoreDifference, shareDifference, stratifiedDifference } from '../differences.ts';

const NEEDS = [
  'tickets.customer_id',
  'tickets.reopens',
  SOLUTION_FIELDS,
  'responses.csat | tickets.csat | responses.nps | customers.churned_at',
];

const FEWEST_A_SIDE = 30;
export const DAYS_KEPT = 90;

/** What customers without a failure and recovered ones are compared by. */
export type RecoveryOutcomeId = 'satisfied' | 'recommending' | 'kept';

export interface RecoverySide {
  readonly n: number;
  /** Satisfied share, NPS from −100 to 100, share kept. */
  readonly value: number;
}

export interface RecoveryOutcome {
  readonly id: RecoveryOutcomeId;
  readonly recovered: RecoverySide;
  readonly unfailed: RecoverySide;
  /** Recovered less without failure. */
  readonly difference: Difference;
}

export interface Recovery {
  readonly outcomes: readonly RecoveryOutcome[];
  /** Outcomes that cannot be told, and why. */
  readonly untold: readonly { readonly id: RecoveryOutcomeId; readonly lacks: string }[];
}

const analysis: Analysis<Recovery> = {
  id: 'recovery',
  name: 'After a recovery',
  label: 'Recovered less without failure',
  lens: 'experience',
  question: 'Are customers whose case failed and was recovered as content as those without a failure?',
  definition:
    'A case failed when its ticket was reopened, and is recovered when it is solved all the same. Three outcomes, each customer ' +
    'once in each. Satisfied: the last rating of a solved case, given after its solution. Recommending: the latest answer, of ' +
    `customers with a solved case in the ${DAYS_BEFORE} days before it; one reopened and recovered case puts a customer on the ` +
    `first side. Kept: still a customer ${DAYS_KEPT} days after the solution of the first reopened case, or of the first case ` +
    'where none was reopened; within the same category, averaged by Mantel and Haenszel. Customers without a case are on ' +
    'neither side.',
  formula: 'outcome of recovered customers − outcome of customers without a failure',
  who: 'customers with a solved case',
  date: 'the day of the rating, of the answer, and of the solution',
  tex: String.raw`\bar{y}_r - \bar{y}_u`,
  symbols: [
    ['\\bar{y}_r', 'the outcome of customers whose case failed and was recovered'],
    ['\\bar{y}_u', 'the outcome of customers without a failure'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'customers',
  minimum: `${FEWEST_A_SIDE} customers on each side of an outcome.`,
  margin: 0.05,
  interval: 'Newcombe for the satisfied share, adjusted Wald for NPS, Sato for the share kept.',
  source:
    'de Matos, Henrique & Rossi (2007): over many studies recovery went with more satisfaction, not with more purchases or ' +
    'recommendations.',
  elsewhere: [],
  analyse,
};

export const recovery: ContrastTest<Recovery> = {
  id: 'c11c',
  analysis,
  saidWhen:
    'Each outcome has its own sentence: higher or lower when the difference is shown, “about the same” only when two one-sided ' +
    'tests show that it is smaller than the margin (5 points of satisfied customers, 10 of NPS, 2 of customers kept), else that ' +
    'these data cannot tell. It speaks for the idea when recovered customers are below the others in an outcome, and against ' +
    'it when none is and some outcome is shown to be as good or better.',
  pitfalls: [
    'Answers come from customers who stayed and who wanted to answer.',
    'A case that is reopened was often a harder one to begin with.',
    'In email a thank-you can reopen a ticket: then nothing had failed.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): Recovery | Lack {
  const missing = missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset);
  if (missing !== null) return { lacks: missing };
  const found: Readonly<Record<RecoveryOutcomeId, RecoveryOutcome | Lack>> = {
    satisfied: satisfied(dataset),
    recommending: recommending(dataset, latestAnswers(dataset, [all]).row),
    kept: kept(dataset),
  };
  const entries = Object.entries(found) as [RecoveryOutcomeId, RecoveryOutcome | Lack][];
  const outcomes = entries.flatMap(([, one]) => ('lacks' in one ? [] : [one]));
  const untold = entries.flatMap(([id, one]) => ('lacks' in one ? [{ id, lacks: one.lacks }] : []));
  const [first] = untold;
  return outcomes.length === 0 && first !== undefined ? { lacks: first.lacks } : { outcomes, untold };
}

/** The last rating that each customer gave a solved case. */
function satisfied(dataset: Dataset): RecoveryOutcome | Lack {
  const lacks = missingField(dataset, ['responses.csat | tickets.csat']);
  if (lacks !== null) return { lacks };
  const { responses } = dataset;
  const { values, at } = positiveAnswers(dataset, 'csat');
  const solved = solutionMoments(dataset);
  const failed = failures(dataset);
  const last = new Map<number, { failed: boolean; satisfied: boolean }>();
  for (let row = 0; row < values.length; row++) {
    const who = responses?.customer[row] ?? -1;
    if (who < 0) break;
    const ticket = responses?.ticket[row] ?? -1;
    const counts = ticket >= 0 && responses?.item[row] === 0 && values[row] !== ABSENT && failed[ticket] !== UNKNOWN;
    if (!counts || !((solved[ticket] as number) <= (at[row] as number))) continue;
    last.set(who, { failed: failed[ticket] === 1, satisfied: values[row] === 1 });
  }
  const side = (wanted: boolean) => {
    const members = [...last.values()].filter((one) => one.failed === wanted);
    return { n: members.length, value: shareOf(members, (one) => one.satisfied) };
  };
  const [recovered, unfailed] = [side(true), side(false)];
  const few = tooSmall(recovered, unfailed, 'who rated a solved case');
  if (few !== null) return few;
  const difference = shareDifference(
    { n: unfailed.n, share: unfailed.value },
    { n: recovered.n, share: recovered.value },
  );
  return { id: 'satisfied', recovered, unfailed, difference };
}

/** The latest recommendation of customers with a solved case before it. */
function recommending(dataset: Dataset, answers: Int32Array): RecoveryOutcome | Lack {
  const lacks = missingField(dataset, ['responses.nps']);
  if (lacks !== null) return { lacks };
  const { values: group } = npsAnswers(dataset).sample;
  const at = dataset.responses?.columns.submitted_at ?? new Float64Array(0);
  const solved = solutionMoments(dataset);
  const failed = failures(dataset);
  const sides = { recovered: [] as number[], unfailed: [] as number[] };
  for (const answer of answers) {
    let cases = 0;
    let again = 0;
    let unsettled = 0;
    forEachTicketBefore(dataset, answer, DAYS_BEFORE, (ticket) => {
      if (failed[ticket] === UNKNOWN) return;
      const isSolved = (solved[ticket] as number) <= (at[answer] as number);
      if (isSolved) cases++;
      if (failed[ticket] === 1) isSolved ? again++ : unsettled++;
    });
    if (cases === 0 || unsettled > 0) continue;
    sides[again > 0 ? 'recovered' : 'unfailed'].push(group[answer] as number);
  }
  const side = (groups: readonly number[]) => {
    const positive = shareOf(groups, (one) => one === 1);
    const negative = shareOf(groups, (one) => one === -1);
    return { positive, negative, n: groups.length, value: 100 * (positive - negative) };
  };
  const [recovered, unfailed] = [side(sides.recovered), side(sides.unfailed)];
  const few = tooSmall(recovered, unfailed, 'who said whether they would recommend after a solved case');
  if (few !== null) return few;
  const plain = ({ n, value }: RecoverySide) => ({ n, value });
  return {
    id: 'recommending',
    recovered: plain(recovered),
    unfailed: plain(unfailed),
    difference: scoreDifference(unfailed, recovered),
  };
}

/** Who is still a customer some months after the solution. */
function kept(dataset: Dataset): RecoveryOutcome | Lack {
  const lacks = missingField(dataset, ['customers.churned_at']);
  if (lacks !== null) return { lacks };
  const { tickets, extractEnd } = dataset;
  const solved = solutionMoments(dataset);
  const failed = failures(dataset);
  const left = leavingMoments(dataset);
  const category = dimensionColumn(dataset, 'tickets', 'category');
  const first = new Map<number, { failed: boolean; kept: boolean; category: number }>();
  for (let ticket = 0; ticket < failed.length; ticket++) {
    const who = tickets?.customer[ticket] ?? -1;
    if (who < 0) break;
    const from = solved[ticket] as number;
    const until = from + DAYS_KEPT * DAY_MS;
    if (failed[ticket] === UNKNOWN || !(until <= extractEnd && (left[who] as number) > from)) continue;
    const hasFailed = failed[ticket] === 1;
    const before = first.get(who);
    if (before !== undefined && (before.failed || !hasFailed)) continue;
    first.set(who, { failed: hasFailed, kept: (left[who] as number) > until, category: category?.codes[ticket] ?? -1 });
  }
  const members = [...first.values()];
  const side = (wanted: boolean, some = members) => {
    const own = some.filter((one) => one.failed === wanted);
    return { n: own.length, value: shareOf(own, (one) => one.kept) };
  };
  const [recovered, unfailed] = [side(true), side(false)];
  const few = tooSmall(recovered, unfailed, `who can be watched for ${DAYS_KEPT} days after a solved case`);
  if (few !== null) return few;
  const counted = ({ n, value }: RecoverySide) => ({ n, sum: Math.round(n * value) });
  const difference = stratifiedDifference(
    [...Map.groupBy(members, (one) => one.category).values()].map((some) => ({
      a: counted(side(false, some)),
      b: counted(side(true, some)),
    })),
  );
  if (difference === null) return { lacks: 'no category holds customers of both sides' };
  return { id: 'kept', recovered, unfailed, difference };
}

function shareOf<One>(members: readonly One[], holds: (one: One) => boolean): number {
  return members.length === 0 ? 0 : members.filter(holds).length / members.length;
}

function tooSmall(recovered: RecoverySide, unfailed: RecoverySide, who: string): Lack | null {
  if (recovered.n < FEWEST_A_SIDE) return tooFew(FEWEST_A_SIDE, `recovered customers ${who}`, recovered.n);
  if (unfailed.n < FEWEST_A_SIDE) return tooFew(FEWEST_A_SIDE, `customers without a failure ${who}`, unfailed.n);
  return null;
}

const UNKNOWN = -1;

/** Of each ticket that a customer opened 1 where it was reopened, 0 where not, -1 where that is not known. */
function failures({ tickets }: Dataset): Int8Array {
  const { reopens, proactive } = tickets?.columns ?? {};
  return Int8Array.from({ length: tickets?.rows ?? 0 }, (_, row) => {
    const count = reopens?.[row] ?? Number.NaN;
    return Number.isNaN(count) || proactive?.[row] === 1 ? UNKNOWN : count > 0 ? 1 : 0;
  });
}
