/**
 * What makes a figure, as a short code that an edition records: where two editions have different ones, their figures are
 * made differently and are never compared.
 *
 * Part of it is the version, which whoever changes a metric raises (a test holds the words of every definition against
 * it), the unit, and what this report's data and settings decide: the scales that answers stand on with the answers that
 * count, and the clock with its opening hours. Not part of it are names and words, margins and minimums, which change
 * what is said of a figure and not the figure, and holidays, of which every year brings new ones.
 */
import { createHash } from 'node:crypto';
import type { Described } from '../../metrics/definition.ts';

/** Eight hexadecimal digits: enough to tell the few versions of one metric apart. */
const LENGTH = 8;

/** @param basis which answers or which clock count, in the words of the metric's card. */
export function definitionPrint({ id, version = 1, unit }: Pick<Described, 'id' | 'version' | 'unit'>, basis: string) {
  return createHash('sha256')
    .update(JSON.stringify([id, version, unit, basis]))
    .digest('hex')
    .slice(0, LENGTH);
}
