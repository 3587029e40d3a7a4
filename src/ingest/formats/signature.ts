/**
 * Sets of headers by which exports are told apart: never one header, never the name of a file.
 */
import type { HeaderRow } from '../headers.ts';

/** A header as it is normalised for comparison, or the shape of several. */
export type HeaderTest = string | RegExp;

export interface Signature {
  /** All of these stand in the header. */
  readonly all: readonly HeaderTest[];
  /** At least one of these, or as many as `atLeast` says. A shape counts once for each header that has it. */
  readonly any?: readonly HeaderTest[];
  readonly atLeast?: number;
  /** None of these. */
  readonly none?: readonly HeaderTest[];
}

/**
 * How many headers speak for a signature; 0 when it does not fit.
 *
 * The more of a tool's own headers are there, the surer: exports with a column or two in common differ in the others.
 */
export function strength(signature: Signature, header: HeaderRow): number {
  const { all, any = [], none = [], atLeast = any.length === 0 ? 0 : 1 } = signature;
  if (!all.every((test) => count(test, header) > 0) || none.some((test) => count(test, header) > 0)) return 0;
  const others = any.reduce((sum, test) => sum + count(test, header), 0);
  return others < atLeast ? 0 : all.length + others;
}

/** The headers that speak for it, as the file writes them. */
export function witnesses({ all, any = [] }: Signature, header: HeaderRow): string[] {
  const found = [...all, ...any].flatMap((test) => header.normalised().filter((name) => matches(test, name)));
  return [...new Set(found)].map((name) => header.names[header.positions(name)[0] as number] as string);
}

function count(test: HeaderTest, header: HeaderRow): number {
  if (typeof test === 'string') return header.has(test) ? 1 : 0;
  return header.normalised().filter((name) => test.test(name)).length;
}

function matches(test: HeaderTest, name: string): boolean {
  return typeof test === 'string' ? test === name : test.test(name);
}
