/**
 * Rows that an entry of `sources.yaml`, or a format, sets aside before anything in them is read: tests, spam, merged
 * tickets. What they hold need not make sense.
 */
import type { DeclaredReason, RowRule } from '../config/sources.schema.ts';
import type { ColumnFinder } from './cell-sources.ts';
import type { RowBatch } from './columns/column-reader.ts';
import type { ReasonCounts } from './reasons.ts';
import { foldWords, trimmed } from './values/text.ts';

export interface RowRules {
  /** The rows that stay; the others are counted by the reason of the first rule that means them. */
  sift(batch: RowBatch, counts: ReasonCounts): RowBatch;
}

interface Compiled {
  readonly position: number;
  readonly means: (cell: string) => boolean;
  readonly reason: DeclaredReason;
}

export function compileRowRules(finder: ColumnFinder, rules: readonly RowRule[]): RowRules {
  const compiled = rules.map(
    (rule): Compiled => ({
      position: finder.position(rule.column, 'set_aside', 1),
      means: testOf(rule),
      reason: rule.reason,
    }),
  );
  return { sift: (batch, counts) => (compiled.length === 0 ? batch : sift(compiled, batch, counts)) };
}

function sift(rules: readonly Compiled[], { records, numbers }: RowBatch, counts: ReasonCounts): RowBatch {
  const kept: (readonly string[])[] = [];
  const keptNumbers = new Uint32Array(records.length);
  for (const [index, record] of records.entries()) {
    const rule = rules.find(({ position, means }) => means(trimmed(record[position] ?? '')));
    if (rule !== undefined) counts.add(rule.reason, 1, numbers[index]);
    else {
      keptNumbers[kept.length] = numbers[index] as number;
      kept.push(record);
    }
  }
  return { records: kept, numbers: keptNumbers.subarray(0, kept.length) };
}

/** Cells repeat: what a rule says of one is remembered. */
function testOf(rule: RowRule): (cell: string) => boolean {
  const test = plainTest(rule);
  const known = new Map<string, boolean>();
  return (cell) => {
    let answer = known.get(cell);
    if (answer === undefined) {
      answer = test(cell);
      if (known.size < REMEMBERED) known.set(cell, answer);
    }
    return answer;
  };
}

/** A column of free text has no cell twice: it must not fill the memory. */
const REMEMBERED = 1000;

function plainTest({ is, word, contains, filled }: RowRule): (cell: string) => boolean {
  if (filled !== undefined) return (cell) => (cell !== '') === filled;
  if (is !== undefined) {
    const words = new Set(is.map(foldWords));
    return (cell) => words.has(foldWords(cell));
  }
  if (word !== undefined) {
    const wanted = word.toLowerCase();
    return (cell) =>
      cell
        .toLowerCase()
        .split(/[\s,;|]+/)
        .includes(wanted);
  }
  const part = foldWords(contains ?? '');
  return (cell) => foldWords(cell).includes(part);
}
