/**
 * The outcomes that several samples give one row, as one small number.
 *
 * Samples of the same rows agree on most of them: a million tickets and a dozen shares come to a few dozen patterns. A
 * pass that counts patterns counts for all samples at once.
 */
import { ABSENT } from './sample.ts';

/** Samples whose outcomes come to at most 256 different patterns. */
export interface OutcomePatterns {
  /** Places of the samples among those handed in. */
  readonly samples: readonly number[];
  /** Rows that count in some sample, ascending. */
  readonly rows: Int32Array;
  /** Their patterns. Number 0 stands for counting nowhere, so no row has it. */
  readonly code: Uint8Array;
  readonly count: number;
  /** Outcome that a pattern stands for in each sample: `pattern × samples + sample`. */
  readonly outcome: Int8Array;
}

const MOST = 256;
const OUTCOMES = 256;

interface Growing {
  readonly samples: number[];
  readonly code: Uint8Array;
  /** Outcomes in each sample, per pattern. */
  patterns: readonly (readonly number[])[];
}

/**
 * Patterns of the samples in order; when there are too many, the samples that follow have patterns of their own.
 *
 * @param samples outcomes of the same rows.
 */
export function outcomePatterns(samples: readonly Int8Array[]): OutcomePatterns[] {
  const bundles: Growing[] = [];
  for (const [index, values] of samples.entries()) {
    const last = bundles.at(-1);
    if (last !== undefined && extend(last, index, values)) continue;
    const bundle: Growing = { samples: [], code: new Uint8Array(values.length), patterns: [[]] };
    extend(bundle, index, values);
    bundles.push(bundle);
  }
  return bundles.map(({ samples: members, code, patterns }) => ({
    samples: members,
    ...withoutZeros(code),
    count: patterns.length,
    outcome: Int8Array.from(patterns.flat()),
  }));
}

/** Adds a sample to the patterns, unless they would become too many. */
function extend(bundle: Growing, sample: number, values: Int8Array): boolean {
  const { code, samples } = bundle;
  const numberOf = new Int16Array(bundle.patterns.length * OUTCOMES).fill(-1);
  // The pattern of a row that counts nowhere keeps the number 0.
  numberOf[pairOf(0, ABSENT)] = 0;
  const patterns = [samples.map(() => ABSENT).concat(ABSENT)];
  for (let row = 0; row < values.length; row++) {
    const pair = pairOf(code[row] as number, values[row] as number);
    if ((numberOf[pair] as number) >= 0) continue;
    if (patterns.length === MOST) return false;
    numberOf[pair] = patterns.length;
    patterns.push([...(bundle.patterns[code[row] as number] as readonly number[]), values[row] as number]);
  }
  for (let row = 0; row < values.length; row++) {
    code[row] = numberOf[pairOf(code[row] as number, values[row] as number)] as number;
  }
  samples.push(sample);
  bundle.patterns = patterns;
  return true;
}

function withoutZeros(codes: Uint8Array): Pick<OutcomePatterns, 'rows' | 'code'> {
  const rows = new Int32Array(codes.length);
  const code = new Uint8Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    // Written always and counted when it stays: a branch that nobody can foresee would take longer.
    rows[count] = row;
    code[count] = codes[row] as number;
    count += codes[row] === 0 ? 0 : 1;
  }
  return { rows: rows.subarray(0, count), code: code.subarray(0, count) };
}

function pairOf(pattern: number, outcome: number): number {
  return pattern * OUTCOMES + outcome - ABSENT;
}
