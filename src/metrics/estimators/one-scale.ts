/**
 * Answers that may be averaged: those on one scale.
 */
import type { Scale, ScoreColumn } from '../../dataset/column.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { ScoreName } from '../../dataset/model.ts';
import { ABSENT, moments, type Sample } from './sample.ts';
import type { ScaleEnds } from './score.ts';

export interface OneScale {
  /** Scales in use among answers to the question itself or, where there are none, among item answers. */
  readonly inUse: readonly Scale[];
  /** The answers on the first of them. */
  readonly sample: Sample;
  /** Item answers on another scale, which no mean can take in. */
  readonly otherItems: number;
}

/** The scales that the answers of a score stand on, and the answers on the first one. */
export function oneScale(dataset: Dataset, score: ScoreName): OneScale {
  const at = moments(dataset, 'responses.submitted_at');
  const column = dataset.responses?.columns[score];
  if (column === undefined) {
    return {
      inUse: [],
      sample: { table: 'responses', at, values: new Float64Array(at.length).fill(Number.NaN) },
      otherItems: 0,
    };
  }
  const item = dataset.responses?.item ?? new Uint8Array(at.length);
  const isAnswer = (row: number) => !Number.isNaN(column.values[row]) && !Number.isNaN(at[row]);
  const ofQuestion = scalesWhere(column, (row) => isAnswer(row) && item[row] === 0);
  const inUse = ofQuestion.length > 0 ? ofQuestion : scalesWhere(column, isAnswer);
  const [first] = inUse;
  const fits = column.scales.map((scale) => first !== undefined && sameEnds(scale, first));
  let otherItems = 0;
  const values = column.values.slice();
  for (let row = 0; row < values.length; row++) {
    if (fits[column.scale[row] as number]) continue;
    if (isAnswer(row) && item[row] === 1) otherItems++;
    values[row] = Number.NaN;
  }
  return { inUse, sample: { table: 'responses', at, values: asOutcomes(values) ?? values }, otherItems };
}

/** Answers that are small whole numbers, as most are, in an eighth of the space; null when some are not. */
function asOutcomes(values: Float64Array): Int8Array | null {
  const outcomes = new Int8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    outcomes[row] = Number.isNaN(value) ? ABSENT : value;
    if (!Number.isNaN(value) && (value === ABSENT || outcomes[row] !== value)) return null;
  }
  return outcomes;
}

/** Why the answers cannot be averaged; null when they can. */
export function mixedScales({ inUse }: OneScale): string | null {
  if (inUse.length < 2) return null;
  const names = inUse.map(({ min, max }) => `${min} to ${max}`);
  return `the answers stand on different scales (${names.slice(0, -1).join(', ')} and ${names.at(-1)}), which have no common mean`;
}

/** Scales with different ends that some row uses, in the order of their ends. */
function scalesWhere(column: ScoreColumn, isCounted: (row: number) => boolean): Scale[] {
  const used = new Set<number>();
  for (let row = 0; row < column.values.length; row++) if (isCounted(row)) used.add(column.scale[row] as number);
  const distinct: Scale[] = [];
  for (const [code, scale] of column.scales.entries()) {
    if (used.has(code) && !distinct.some((known) => sameEnds(known, scale))) distinct.push(scale);
  }
  return distinct.sort((a, b) => a.min - b.min || a.max - b.max);
}

function sameEnds(a: ScaleEnds, b: ScaleEnds): boolean {
  return a.min === b.min && a.max === b.max;
}
