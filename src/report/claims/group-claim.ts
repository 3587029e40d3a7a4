/**
 * Claims that set groups against each other.
 */
import { Mistake } from '../../config/mistake.ts';
import { nearest } from '../../config/nearest.ts';
import type { Dimension } from '../../dataset/dataset.ts';
import { cardOf, metricOf } from '../context.ts';
import { scaleGroups, standsOnSeveralScales } from '../scales.ts';
import { UNCOMPARED } from '../wording/phrases.ts';
import { type Claim, type ClaimPair, type PlannedClaim, planned, textOf } from './planned-claim.ts';

export function extremeClaim(claim: Claim): PlannedClaim {
  const { context, store, metric, where, use } = claim;
  const dimension = dimensionOf(claim);
  const subject = where[dimension];
  if (subject === undefined) {
    throw new Mistake({
      ...use.place,
      what: `<${use.component}> does not say which ${dimension} is meant`,
      found: `of="${dimension}"`,
      expected: `${dimension}="…" beside it`,
      remedy: `Name the ${dimension} that the sentence is about.`,
    });
  }
  const others = store.values(metric, dimension).filter((value) => value !== subject);
  const pairs = others.map((value) => groupPair(claim, dimension, value)).filter((each) => each !== null);
  const among = `of all ${pluralOf(dimension)}`;
  const isMixed = pairs.length === 0 && standsOnSeveralScales(context, metric, dimension);
  return planned(claim, { among, pairs, ...(isMixed ? { refused: UNCOMPARED.scales } : {}) });
}

/** The dimension in `of`; `departments` may be written for `department`. */
function dimensionOf({ context, metric, use }: Claim): Dimension {
  const written = textOf(use.props.of).trim().toLowerCase();
  const known = metricOf(context, metric).dimensions;
  const found = known.find((dimension) => written === dimension || written === pluralOf(dimension));
  if (found !== undefined) return found;
  const guess = nearest(written, known);
  throw new Mistake({
    ...use.place,
    what: `${cardOf(context, metric).name} cannot be broken down by ${written}`,
    found: `of="${textOf(use.props.of)}"`,
    expected: known.join(', '),
    remedy: guess === undefined ? 'Name one of the dimensions above.' : `Did you mean "${guess}"?`,
  });
}

/** `departments`, `categories`. */
function pluralOf(dimension: string): string {
  return dimension.endsWith('y') ? `${dimension.slice(0, -1)}ies` : `${dimension}s`;
}

/** The figure beside the same of another group; the higher one stands first, as in breakdowns. Null on other scales. */
export function groupPair(claim: Omit<Claim, 'use' | 'kind'>, dimension: Dimension, rival: string): ClaimPair | null {
  const { context, store, metric, where, period } = claim;
  const subject = where[dimension] as string;
  const groups = scaleGroups(context, metric, dimension);
  const together = groups.find(({ values }) => values === null || (values.has(subject) && values.has(rival)));
  if (together === undefined || together.basis.length > 1) return null;
  const side = (name: string) => ({ where: { ...where, [dimension]: name }, period, name });
  const heightOf = (name: string) => store.estimate(metric, side(name).where, period).value ?? Number.NEGATIVE_INFINITY;
  const isFirst = heightOf(subject) > heightOf(rival);
  const [a, b] = isFirst ? [subject, rival] : [rival, subject];
  return {
    pair: { metric, occasion: 'between groups', a: side(a), b: side(b) },
    subject: isFirst ? 'a' : 'b',
  };
}
