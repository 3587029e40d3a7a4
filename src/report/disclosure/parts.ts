/**
 * Parts of a total that is published: one that is hidden alone could be worked out by subtracting the others.
 */
import { FLAGS, keptBackWords } from '../estimates.ts';
import type { Quantity } from '../types/analysis-figure.ts';

/**
 * The parts as they may stand beside their total: where exactly one is hidden, the smallest of those shown is hidden
 * with it. A part of nothing hides nobody and stays.
 */
export function protectedParts(parts: readonly Quantity[], minimumBase: number): readonly Quantity[] {
  const hidden = parts.filter(({ status }) => status === 'suppressed');
  if (hidden.length !== 1) return parts;
  const shown = parts.filter(({ status, n }) => status !== 'suppressed' && (n ?? 0) > 0);
  const smallest = shown.reduce<Quantity | null>(
    (least, part) => (least === null || (part.n ?? 0) < (least.n ?? 0) ? part : least),
    null,
  );
  return parts.map((part) => (part === smallest ? hiddenPart(minimumBase) : part));
}

/** A number that is kept back. */
export function hiddenPart(minimumBase: number): Quantity {
  return { status: 'suppressed', text: FLAGS.suppressed, range: '', base: keptBackWords(minimumBase) };
}
