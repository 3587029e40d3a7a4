/**
 * The scales that answers to a question stand on.
 */
import type { Scale } from '../dataset/column.ts';
import type { Dataset, Dimension } from '../dataset/dataset.ts';
import { dimensionColumn } from '../dataset/dimension.ts';
import { SCORES, type ScoreName } from '../dataset/model.ts';
import { once } from './once.ts';

/** Answers to the question itself, or to items about touchpoints as well. */
export type Asked = 'overall' | 'by touchpoint';

/**
 * Scales that some answer stands on, told apart by their ends and their lowest positive answer. Where nobody answered
 * the question itself, those of its items.
 */
export function scalesInUse(dataset: Dataset, score: ScoreName, asked: Asked): Scale[] {
  const { scales, overall, items } = codesInUse(dataset)[score];
  const withItems = asked === 'by touchpoint' || overall.size === 0;
  return scales.filter((_, code) => overall.has(code) || (withItems && items.has(code)));
}

/**
 * The scales that answers with each value of a dimension stand on. Items about touchpoints count by touchpoint only, as
 * they do in figures. Values without an answer are absent.
 */
export function scalesByValue(dataset: Dataset, score: ScoreName, dimension: Dimension): Map<string, Scale[]> {
  const { responses } = dataset;
  const column = responses?.columns[score];
  const groups = dimensionColumn(dataset, 'responses', dimension);
  if (responses === null || column === undefined || groups === null) return new Map();
  const { values, scale, scales } = column;
  const found = new Uint8Array(groups.values.length * scales.length);
  for (let row = 0; row < values.length; row++) {
    const group = groups.codes[row] as number;
    if (group < 0 || Number.isNaN(values[row]) || (responses.item[row] === 1 && dimension !== 'touchpoint')) continue;
    found[group * scales.length + (scale[row] as number)] = 1;
  }
  return new Map(
    groups.values
      .map((value, group) => [value, scales.filter((_, code) => found[group * scales.length + code] === 1)] as const)
      .filter(([, used]) => used.length > 0),
  );
}

/** A question that was answered on one scale up to a moment, and on another from then on. */
export interface ScaleChange {
  /** The last answer on the old scale and the first one on the new. */
  readonly last: number;
  readonly first: number;
  readonly from: Scale;
  readonly to: Scale;
}

/**
 * When the scale of a question changed, in order of time; none where all answers stand on one scale; null where answers on
 * several scales were given side by side, so that no moment parts them.
 */
export function scaleChanges(dataset: Dataset, score: ScoreName): readonly ScaleChange[] | null {
  return changesOfScales(dataset)[score];
}

/** Every comparison asks for them, and finding them takes a pass over all answers. */
const changesOfScales = once(
  (dataset: Dataset) =>
    Object.fromEntries(SCORES.map((score) => [score, findChanges(dataset, score)])) as Record<
      ScoreName,
      readonly ScaleChange[] | null
    >,
);

function findChanges(dataset: Dataset, score: ScoreName): readonly ScaleChange[] | null {
  const used = scalesInUse(dataset, score, 'overall');
  if (used.length <= 1) return [];
  const spans = used.map((scale) => ({ scale, ...spanOf(dataset, score, scale) })).sort((a, b) => a.first - b.first);
  const changes = spans.slice(1).map(({ scale, first }, index) => {
    const before = spans[index] as (typeof spans)[number];
    return before.last < first ? { last: before.last, first, from: before.scale, to: scale } : null;
  });
  return changes.every((change) => change !== null) ? changes : null;
}

/** The first and the last answer on a scale. */
function spanOf({ responses }: Dataset, score: ScoreName, wanted: Scale): { first: number; last: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const column = responses?.columns[score];
  const submitted = responses?.columns.submitted_at;
  if (column === undefined || submitted === undefined) return { first, last };
  const code = column.scales.indexOf(wanted);
  for (const [row, at] of submitted.entries()) {
    if (column.scale[row] !== code || Number.isNaN(column.values[row]) || Number.isNaN(at)) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return { first, last };
}

/** The scales of a score, and those that answers to the question itself and to its items stand on. */
interface CodesInUse {
  readonly scales: readonly Scale[];
  readonly overall: ReadonlySet<number>;
  readonly items: ReadonlySet<number>;
}

/** Every figure asks for its scales, and finding them takes a pass over all answers. */
const codesInUse = once(
  (dataset: Dataset) =>
    Object.fromEntries(SCORES.map((score) => [score, readCodes(dataset, score)])) as Record<ScoreName, CodesInUse>,
);

function readCodes({ responses }: Dataset, score: ScoreName): CodesInUse {
  const column = responses?.columns[score];
  const overall = new Set<number>();
  const items = new Set<number>();
  if (column === undefined || responses === null) return { scales: [], overall, items };
  const { values, scale, scales } = column;
  // One count per scale, and once more for items: a set would be asked for every answer.
  const answers = new Uint32Array(2 * scales.length);
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    const place = 2 * (scale[row] as number) + (responses.item[row] as number);
    answers[place] = (answers[place] as number) + 1;
  }
  for (let code = 0; code < scales.length; code++) {
    if ((answers[2 * code] as number) > 0) overall.add(code);
    if ((answers[2 * code + 1] as number) > 0) items.add(code);
  }
  return { scales, overall, items };
}
