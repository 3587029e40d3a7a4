/**
 * Rows that an entry of `sources.yaml`, or a format, sets aside before anything in them is read: tests, spam, merged
 * tickets. What they hold need not make sense.
 */
import type { DeclaredReason, RowRule } from '../config/sources.schema.ts';
import type { ColumnFinder } from './cell-sources.ts';
import type { RowBatch } from './columns/column-reader.ts';
import { FINAL_REASONS } from './final-reasons.ts';
import type { ReasonCounts } from './reasons.ts';
import { foldWords, trimmed } from './values/text.ts';

export interface Sifted {
  readonly kept: RowBatch;
  /** Rows that were set aside for a final reason: what they are about is no data anywhere. */
  readonly retired: RowBatch;
}

export interface RowRules {
  /** Tells the rows that stay from the others, which are counted by the reason of the first rule that means them. */
  sift(batch: RowBatch, counts: ReasonCounts): Sifted;
  /** Whether a rule has a final reason. */
  readonly retire: boolean;
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
  return {
    sift: (batch, counts) =>
      compiled.length === 0 ? { kept: batch, retired: NO_ROWS } : sift(compiled, batch, counts),
    retire: compiled.some(({ reason }) => FINAL_REASONS.includes(reason)),
  };
}

const NO_ROWS: RowBatch = { records: [], numbers: new Uint32Array(0) };

function sift(rules: readonly Compiled[], { records, numbers }: RowBatch, counts: ReasonCounts): Sifted {
  const kept = new Rows(records.length);
  const retired = new Rows(records.length);
  for (const [index, record] of records.entries()) {
    const number = numbers[index] as number;
    const rule = rules.find(({ position, means }) => means(trimmed(record[position] ?? '')));
    if (rule === undefined) kept.add(record, number);
    else {
      counts.add(rule.reason, 1, number);
      if (FINAL_REASONS.includes(rule.reason)) retired.add(record, number);
    }
  }
  return { kept: kept.batch(), retired: retired.batch() };
}

/** A batch that grows. */
class Rows {
  readonly #records: (readonly string[])[] = [];
  readonly #numbers: Uint32Array;

  constructor(most: number) {
    this.#numbers = new Uint32Array(most);
  }

  add(record: readonly string[], number: number): void {
    this.#numbers[this.#records.length] = number;
    this.#records.push(record);
  }

  batch(): RowBatch {
    return { records: this.#records, numbers: this.#numbers.subarray(0, this.#records.length) };
  }
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
