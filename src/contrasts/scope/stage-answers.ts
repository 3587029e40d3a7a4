/**
 * What was asked about stages of the journey: answers that belong to a stage, and ratings of aspects that bear its name.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { SCORES } from '../../dataset/model.ts';
import { stagePlaces } from '../stages.ts';

/** Rows that speak of stages, by the places of the stages. */
export interface StageAnswers {
  /** Of every response the stage that it belongs to; −1 = none that is known. */
  readonly ofResponse: Int32Array;
  /** Of every rating of an aspect the stage that it names; −1 = none. */
  readonly ofAspect: Int32Array;
  /** First rating of an aspect of every response, and one past the last. */
  readonly firstAspect: Int32Array;
}

/** Which responses and ratings of aspects belong to which of the stages. */
export function stageAnswers({ responses, aspects }: Dataset, stages: readonly string[]): StageAnswers {
  const rows = responses?.rows ?? 0;
  const { stage } = responses?.columns ?? {};
  const aspect = aspects?.columns.aspect;
  const ofStage = stagePlaces(stages, stage?.values ?? []);
  const named = stagePlaces(stages, aspect?.values ?? []);
  const firstAspect = new Int32Array(rows + 1);
  for (const row of aspects?.response ?? []) firstAspect[row + 1] = (firstAspect[row + 1] as number) + 1;
  for (let row = 0; row < rows; row++) {
    firstAspect[row + 1] = (firstAspect[row + 1] as number) + (firstAspect[row] as number);
  }
  return {
    ofResponse:
      stage?.codes.map((code) => (code < 0 ? -1 : (ofStage[code] as number))) ?? new Int32Array(rows).fill(-1),
    ofAspect: aspect?.codes.map((code) => (code < 0 ? -1 : (named[code] as number))) ?? new Int32Array(0),
    firstAspect,
  };
}

/** Whether each response holds an answer to any question with a scale: 1 yes, 0 no. */
export function answeredRows({ responses }: Dataset): Uint8Array {
  const answered = new Uint8Array(responses?.rows ?? 0);
  for (const score of SCORES) {
    const values = responses?.columns[score]?.values;
    if (values === undefined) continue;
    for (let row = 0; row < answered.length; row++) if (!Number.isNaN(values[row])) answered[row] = 1;
  }
  return answered;
}
