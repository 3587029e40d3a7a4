/**
 * Answers by stage and survey as they may be published: no cell of too few customers, and none that the others give away.
 */
import type { AnswerCount, AskedStage, StageCoverage } from '../../../contrasts/scope/stage-coverage.ts';

/** Surveys that have a column of their own. */
const MOST_SURVEYS = 5;

export interface StageColumns {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly stage: AskedStage; readonly cells: readonly AnswerCount[] }[];
}

/**
 * A column a survey, rare surveys together in one; a single column where a survey would tell of too few.
 *
 * @returns null where even the stages would.
 */
export function stageColumns({ stages, surveys }: StageCoverage, minimumBase: number): StageColumns | null {
  const own = surveys.length > MOST_SURVEYS ? MOST_SURVEYS - 1 : surveys.length;
  const named = surveys.map((survey) => (survey === '' ? 'No survey named' : survey));
  const bySurvey = {
    columns: own < surveys.length ? [...named.slice(0, own), 'Other surveys'] : named,
    rows: stages.map((stage) => ({
      stage,
      cells: own < surveys.length ? [...stage.cells.slice(0, own), together(stage.cells.slice(own))] : stage.cells,
    })),
  };
  const inOne = {
    columns: ['All surveys'],
    rows: stages.map((stage) => ({ stage, cells: [{ answers: stage.answers, customers: stage.customers }] })),
  };
  const candidates = surveys.length < 2 ? [inOne] : [bySurvey, inOne];
  return candidates.find(({ rows }) => rows.every(({ cells }) => cells.every(isSafe))) ?? null;

  function isSafe({ answers, customers }: AnswerCount): boolean {
    return answers === 0 || customers >= minimumBase;
  }
}

/** Of the customers of several surveys no more is known than that they are as many as those of the largest. */
function together(cells: readonly AnswerCount[]): AnswerCount {
  return {
    answers: cells.reduce((sum, { answers }) => sum + answers, 0),
    customers: Math.max(...cells.map(({ customers }) => customers)),
  };
}
