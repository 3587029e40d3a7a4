/**
 * S6: what becomes of comments, and whether customers have to repeat themselves.
 */

import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { TOOL_CODER } from '../../dataset/model.ts';
import { whoseRow } from '../../dataset/whose-row.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { moments } from '../../metrics/estimators/sample.ts';
import { positiveRatings } from '../../metrics/experience/aspect-ratings.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { Interval } from '../../statistics/interval.ts';
import { wilson } from '../../statistics/proportion.ts';
import type { ContrastTest } from '../contrast.ts';
import { type FollowUpCurve, followUpCurve } from '../follow-up-curve.ts';
import { firstActions } from './follow-ups.ts';
import { type ShareMonth, shareMonths } from './share-months.ts';

const NEEDS = ['responses.comment', 'actions.action_at', 'actions.action'];

const FEWEST = { comments: 50, answers: 30 } as const;

export interface ListeningStep extends Interval {
  readonly id: 'answered' | 'coded' | 'acted';
  readonly n: number;
  readonly share: number;
  /** Distinct customers behind it. */
  readonly customers: number;
  /** How long it takes; null of codes that carry no moment. */
  readonly curve: FollowUpCurve | null;
}

export interface ActiveListening {
  readonly comments: number;
  readonly customers: number;
  readonly steps: readonly ListeningStep[];
  /** The rated item “I did not have to repeat myself”; null where too few rated it. */
  readonly item: (Interval & { readonly share: number; readonly n: number; readonly customers: number }) | null;
  /** Who did not have to repeat themselves, one entry per complete month of the data. */
  readonly months: readonly ShareMonth[];
}

const analysis: Analysis<ActiveListening> = {
  id: 'active_listening',
  name: 'Active listening',
  label: 'No need to repeat',
  lens: 'experience',
  question: 'Are comments answered, coded and acted on, and do customers have to repeat themselves?',
  definition:
    'Of all comments the share whose writer was contacted, that somebody coded, and about which something was escalated or changed, ' +
    'with the median time to each; comments at the end of the data count for as long as they were followed. Beside them the share ' +
    'of positive answers to “I did not have to repeat myself”, month by month.',
  formula: 'comments with an action of the kind ÷ comments; positive answers ÷ answers to the item',
  who: 'answers with a comment; then answers to the item',
  date: 'the day of the answer',
  tex: String.raw`\frac{a}{n}`,
  symbols: [
    ['a', 'comments that were answered, coded or acted on'],
    ['n', 'comments'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'answers',
  minimum: `${FEWEST.comments} comments; ${FEWEST.answers} answers to the item, and twelve months of it to look for a change.`,
  margin: 0.05,
  interval: 'Wilson for shares, Kaplan–Meier for times; an XmR chart for the months of the item.',
  source: 'Wilson (1927); Kaplan & Meier (1958); Wheeler (1993).',
  elsewhere: [],
  analyse,
};

export const activeListening: ContrastTest<ActiveListening> = {
  id: 's6',
  analysis,
  saidWhen:
    '“Listens more than before” is said only on a signal of the chart of “I did not have to repeat myself”, upward; a signal ' +
    'downward says “less”. Without a signal, or with fewer than twelve months, what becomes of comments is described.',
  pitfalls: [
    'An automatic acknowledgement is no answer; what counts as contacted is what the export says.',
    'Ticket events hold no texts, so that questions asked twice cannot be counted.',
  ],
};

function analyse({ dataset, company }: Context, { all, months }: Span): ActiveListening | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const rows = commentRows(dataset, all);
  if (rows.length < FEWEST.comments) return tooFew(FEWEST.comments, 'comments', rows.length);
  const coded = codedByPeople(dataset);
  const item = positiveRatings(dataset, company.aspects.noRepeat);
  const total = shareMonths(dataset, item, [all])[0] as ShareMonth;
  return {
    comments: rows.length,
    customers: customersOf(dataset, rows),
    steps: [
      stepOf(dataset, rows, 'answered', firstActions(dataset, ['contacted'])),
      stepOf(dataset, rows, 'coded', firstActions(dataset, ['coded']), coded),
      stepOf(dataset, rows, 'acted', firstActions(dataset, ['escalated', 'changed'])),
    ],
    item:
      total.n < FEWEST.answers
        ? null
        : {
            share: total.sum / total.n,
            n: total.n,
            customers: total.customers,
            ...wilson(total.sum / total.n, total.n),
          },
    months: total.n < FEWEST.answers ? [] : shareMonths(dataset, item, months),
  };
}

function commentRows({ responses }: Dataset, all: Period): number[] {
  const { comment, submitted_at: at } = responses?.columns ?? {};
  const rows: number[] = [];
  for (let row = 0; row < (responses?.rows ?? 0); row++) {
    const moment = at?.[row] as number;
    const hasWords = (comment?.starts[row + 1] ?? 0) > (comment?.starts[row] ?? 0);
    if (hasWords && moment >= all.start && moment < all.end) rows.push(row);
  }
  return rows;
}

/** 1 for every response whose comment a person coded. */
function codedByPeople({ responses, comment_codes: codes }: Dataset): Uint8Array {
  const coded = new Uint8Array(responses?.rows ?? 0);
  const { coder } = codes?.columns ?? {};
  if (codes === null || coder === undefined) return coded;
  for (let row = 0; row < codes.rows; row++) {
    if (coder.values[coder.codes[row] as number] !== TOOL_CODER) coded[codes.response[row] as number] = 1;
  }
  return coded;
}

/** @param alsoDone responses of which it is known that it was done, not when. */
function stepOf(
  dataset: Dataset,
  rows: readonly number[],
  id: ListeningStep['id'],
  doneAt: Float64Array,
  alsoDone?: Uint8Array,
): ListeningStep {
  const at = moments(dataset, 'responses.submitted_at');
  const isTimed = (row: number) => (doneAt[row] as number) <= dataset.extractEnd;
  const done = rows.filter((row) => isTimed(row) || alsoDone?.[row] === 1);
  const share = done.length / rows.length;
  const end = (row: number) => (isTimed(row) ? Math.max(doneAt[row] as number, at[row] as number) : dataset.extractEnd);
  const untimed = done.some((row) => !isTimed(row));
  return {
    id,
    n: done.length,
    share,
    ...wilson(share, rows.length),
    customers: customersOf(dataset, done),
    curve: untimed
      ? null
      : followUpCurve(
          {
            times: rows.map((row) => Math.max(0, end(row) - (at[row] as number))),
            ended: rows.map((row) => (isTimed(row) ? 1 : 0)),
          },
          [0],
        ),
  };
}

function customersOf({ responses }: Dataset, rows: readonly number[]): number {
  const owner = responses?.customer ?? new Int32Array(0);
  return new Set(rows.map((row) => whoseRow(owner, row))).size;
}
