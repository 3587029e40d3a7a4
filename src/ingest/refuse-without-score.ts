/**
 * A survey tool's file does not say which question is which score: somebody has to, once there is an answer to read.
 */
import { Mistake } from '../config/mistake.ts';
import { SCORES } from '../dataset/model.ts';
import type { Recognised } from './formats/format.ts';
import type { OpenTable } from './open-table.ts';
import type { TablePlan } from './plan.ts';
import { parseNumber } from './values/number.ts';
import { trimmed } from './values/text.ts';

/** At most so many questions are named. */
const NAMED = 12;

/**
 * @param rows rows that are left to read.
 * @throws Mistake with the entry to write, when answers are there and no column of them is read.
 */
export function refuseWithoutScore(
  file: string,
  source: OpenTable,
  plan: TablePlan,
  { format, mapping }: Recognised,
  rows: number,
): void {
  if (plan.table !== 'responses' || rows === 0 || plan.items.length > 0) return;
  if (SCORES.some((score) => plan.columns.has(score))) return;
  const questions = scaleColumns(source, plan);
  throw new Mistake({
    what: 'The file holds answers, but nothing in it says which column is a score',
    file,
    found:
      questions.length === 0
        ? 'no column with whole numbers from 0 to 10'
        : `columns with whole numbers from 0 to 10: ${questions.slice(0, NAMED).join(', ')}`,
    expected: `a column of ${SCORES.join(', ')}`,
    remedy: [
      'Name the question in data/sources.yaml, with its scale where it is not the usual one:',
      '',
      'sources:',
      `  - glob: ${JSON.stringify(file)}`,
      ...(format === 'sources.yaml'
        ? [`    kind: ${mapping.kind}`, '    fields:']
        : ['    kind: export', '    scores:']),
      `      csat: ${JSON.stringify(questions[0] ?? '…')}  # check`,
      '',
      'or leave the file out: kind: ignore, with a reason.',
    ].join('\n'),
  });
}

/** Columns that are not read yet and hold what could be answers on a scale. */
function scaleColumns({ header, sample }: OpenTable, { used }: TablePlan): string[] {
  return header.names.filter((name, position) => {
    if (name === '' || used.has(position)) return false;
    const cells = sample.map((record) => trimmed(record[position] ?? '')).filter((cell) => cell !== '');
    const isPoint = (cell: string) =>
      Number.isInteger(parseNumber(cell)) && parseNumber(cell) >= 0 && parseNumber(cell) <= 10;
    return cells.length > 0 && cells.every(isPoint);
  });
}
