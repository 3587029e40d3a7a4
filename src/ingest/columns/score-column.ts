import type { ScoreColumn } from '../../dataset/column.ts';
import type { MissingCount } from '../account.ts';
import type { Cells } from '../cells.ts';
import type { Faults } from '../faults.ts';
import { expectedAnswer, parseScore, type ScoreRule } from '../values/score.ts';
import { CodedColumn, type Reading } from './coded-column.ts';
import type { ColumnReader, RowBatch } from './column-reader.ts';

/** Reads answers on a scale. Blank is missing; whatever else is not on the scale is a fault unless it was declared. */
export class ScoreColumnReader implements ColumnReader<ScoreColumn> {
  readonly rule: ScoreRule;
  readonly #column: CodedColumn<number>;

  constructor(cells: Cells, faults: Faults, rule: ScoreRule, decimalComma: boolean) {
    this.rule = rule;
    this.#column = new CodedColumn(cells, faults, (text) => readAnswer(text, rule, decimalComma));
  }

  append(batch: RowBatch): void {
    this.#column.append(batch);
  }

  finish(): ScoreColumn {
    const { readings, codes } = this.#column.finish();
    const answerOf = Float64Array.from(readings, (reading) =>
      typeof reading !== 'string' && 'value' in reading ? reading.value : Number.NaN,
    );
    const values = new Float64Array(codes.length);
    for (let row = 0; row < codes.length; row++) values[row] = answerOf[codes[row] as number] as number;
    return { values, scale: new Uint8Array(codes.length), scales: [this.rule.scale] };
  }

  missing(): readonly MissingCount[] {
    return this.#column.missing();
  }
}

function readAnswer(text: string, rule: ScoreRule, decimalComma: boolean): Reading<number> {
  const value = parseScore(text, rule, decimalComma);
  if (!Number.isNaN(value)) return { value };
  return {
    expected: expectedAnswer(rule),
    remedy:
      'Correct the cell, or declare in sources.yaml the `scale`, the `labels` or the codes that are `missing` beside `column`.',
  };
}
