/**
 * Promoters, passives and detractors.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { ABSENT, moments, type Sample } from '../estimators/sample.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

/** What every figure of the recommendation question needs. */
export const NPS_NEEDS = ['responses.nps'];

/** Lowest answer of a promoter and highest one of a detractor, on the scale that ends at 10 (Reichheld 2003). */
const PROMOTER_FROM = 9;
const DETRACTOR_TO = 6;
const SCALE_END = 10;

interface NpsAnswers {
  /** 1 = promoter, 0 = passive, -1 = detractor. */
  readonly sample: Sample;
  readonly otherScales: number;
}

/** The group of every answer to the recommendation question. Answers on scales that do not end at 10 do not count. */
export const npsAnswers = once((dataset: Dataset): NpsAnswers => {
  const at = moments(dataset, 'responses.submitted_at');
  const values = new Int8Array(at.length).fill(ABSENT);
  const column = dataset.responses?.columns.nps;
  let otherScales = 0;
  if (column !== undefined) {
    const fits = column.scales.map(({ max }) => max === SCALE_END);
    for (let row = 0; row < values.length; row++) {
      const answer = column.values[row] as number;
      if (Number.isNaN(answer)) continue;
      if (fits[column.scale[row] as number])
        values[row] = answer >= PROMOTER_FROM ? 1 : answer <= DETRACTOR_TO ? -1 : 0;
      else otherScales++;
    }
  }
  return { sample: { table: 'responses', at, values }, otherScales };
});

const GROUPS = { promoters: 1, passives: 0, detractors: -1 } as const;
export type NpsGroup = keyof typeof GROUPS;

const memberships = Object.fromEntries(
  Object.entries(GROUPS).map(([group, code]) => [
    group,
    once((dataset: Dataset): Sample => {
      const { sample } = npsAnswers(dataset);
      const values = sample.values.map((value) => (value === ABSENT ? ABSENT : value === code ? 1 : 0));
      return { ...sample, values };
    }),
  ]),
) as Readonly<Record<NpsGroup, (dataset: Dataset) => Sample>>;

/** 1 for an answer of the group, 0 for any other. */
export function npsMembership(dataset: Dataset, group: NpsGroup): Sample {
  return memberships[group](dataset);
}

/** Why there are no figures of the recommendation question; null when there can be. */
export function missingNps(dataset: Dataset): string | null {
  const missing = missingField(dataset, NPS_NEEDS);
  if (missing !== null) return missing;
  const { sample, otherScales } = npsAnswers(dataset);
  return otherScales > 0 && sample.values.every((value) => value === ABSENT)
    ? 'no answer in `nps` stands on a scale that ends at 10'
    : null;
}

/** What the figures of the recommendation question leave out. */
export function npsNotes(dataset: Dataset): readonly string[] {
  return leftOut(
    npsAnswers(dataset).otherScales,
    'answer on a scale that does not end at 10 is not counted',
    'answers on scales that do not end at 10 are not counted',
  );
}
