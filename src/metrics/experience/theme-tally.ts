/**
 * Customers who mention themes, counted once each, overall and on either side.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { answerSides, type SidesBy } from './comment-sides.ts';

/** Customers of one theme. */
export interface ThemeCounts {
  comments: number;
  all: number;
  low: number;
  high: number;
  /** Of those who stand on both sides: who mention it on both, on the low one, on the high one. */
  products: number;
  lowShared: number;
  highShared: number;
}

export interface ThemeTally {
  readonly by: SidesBy;
  readonly comments: number;
  readonly customers: number;
  /** Customers with a comment of each side. */
  readonly sides: readonly [low: number, high: number];
  /** Customers with comments of both sides. */
  readonly shared: number;
  readonly counts: readonly ThemeCounts[];
}

const ANY = 1;
const LOW = 2;
const HIGH = 4;

/**
 * Counts every customer once. Rows of one customer stand together; rows without a customer are one each.
 *
 * @param themed 1 for each row with a comment and, by theme, for each row that mentions it.
 * @param base whose comments count: everybody's, or those of rows that stand on a side.
 */
export function themeTally(
  dataset: Dataset,
  themed: { readonly commented: Uint8Array; readonly mentions: readonly Uint8Array[] },
  by: SidesBy,
  base: 'everybody' | 'sides' = 'everybody',
): ThemeTally {
  const { commented, mentions } = themed;
  const sideOf = answerSides(dataset, by);
  const customer = dataset.responses?.customer ?? new Int32Array(0);
  const counts = mentions.map(
    (): ThemeCounts => ({ comments: 0, all: 0, low: 0, high: 0, products: 0, lowShared: 0, highShared: 0 }),
  );
  const marks = new Uint8Array(mentions.length);
  let [comments, customers, low, high, shared] = [0, 0, 0, 0, 0];
  let stands = 0;
  const close = () => {
    if (stands === 0) return;
    customers++;
    if (stands & LOW) low++;
    if (stands & HIGH) high++;
    const isShared = (stands & LOW) !== 0 && (stands & HIGH) !== 0;
    if (isShared) shared++;
    for (let theme = 0; theme < marks.length; theme++) {
      const mark = marks[theme] as number;
      if (mark === 0) continue;
      const count = counts[theme] as ThemeCounts;
      const onLow = (mark & LOW) === 0 ? 0 : 1;
      const onHigh = (mark & HIGH) === 0 ? 0 : 1;
      count.all++;
      count.low += onLow;
      count.high += onHigh;
      if (!isShared) continue;
      count.products += onLow * onHigh;
      count.lowShared += onLow;
      count.highShared += onHigh;
    }
    marks.fill(0);
    stands = 0;
  };
  let last = -1;
  for (let row = 0; row < commented.length; row++) {
    if (commented[row] === 0) continue;
    const side = sideOf(row);
    if (base === 'sides' && side === null) continue;
    const who = customer[row] as number;
    if (who < 0 || who !== last) close();
    last = who;
    const mark = ANY | (side === 0 ? LOW : side === 1 ? HIGH : 0);
    stands |= mark;
    comments++;
    for (let theme = 0; theme < marks.length; theme++) {
      if (mentions[theme]?.[row] !== 1) continue;
      marks[theme] = (marks[theme] as number) | mark;
      (counts[theme] as ThemeCounts).comments++;
    }
  }
  close();
  return { by, comments, customers, sides: [low, high], shared, counts };
}
