/**
 * The months of the theme about which most was changed.
 */
import { whoseRow } from '../../dataset/whose-row.ts';
import { type Lack, type Span, tooFew, tooShort } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { themedComments } from '../../metrics/experience/themes.ts';
import { firstActions } from './follow-ups.ts';
import { type ShareMonth, shareMonths } from './share-months.ts';

/** Months that it takes before a theme may be said to have gone down. */
export const FEWEST_THEME_MONTHS = 20;

/** Comments of a theme after which something was changed, before anything is said of it. */
const FEWEST_ACTED = 10;

export interface ActedOnTheme {
  readonly name: string;
  /** Comments that mention it and after which something was changed, and whose customers they are. */
  readonly acted: number;
  readonly customers: number;
  /** When something was first changed, epoch milliseconds. */
  readonly since: number;
  /** Of all comments of each complete month, those that mention it. */
  readonly months: readonly ShareMonth[];
}

/** Of several themes the one with most such comments; of two with equally many the one declared first. */
export function actedOnTheme(context: Context, { months }: Span): ActedOnTheme | Lack {
  const { dataset } = context;
  const { themes, commented, mentions } = themedComments(context);
  if (themes.length === 0) return { lacks: 'it needs themes with their words, declared as `themes` in report.yaml' };
  const changed = firstActions(dataset, ['changed']);
  const owner = dataset.responses?.customer ?? new Int32Array(0);
  const found = mentions.map((mentioned, theme) => {
    const customers = new Set<number>();
    let [acted, since] = [0, Number.POSITIVE_INFINITY];
    for (let row = 0; row < mentioned.length; row++) {
      const moment = changed[row] as number;
      if (mentioned[row] === 0 || Number.isNaN(moment)) continue;
      acted++;
      since = Math.min(since, moment);
      customers.add(whoseRow(owner, row));
    }
    return { theme, acted, since, customers: customers.size };
  });
  const most = found.reduce((best, each) => (each.acted > best.acted ? each : best));
  if (most.acted < FEWEST_ACTED) {
    return tooFew(FEWEST_ACTED, 'comments on one theme after which something was changed', most.acted);
  }
  const values = Int8Array.from(commented, (is, row) =>
    is === 0 ? ABSENT : ((mentions[most.theme] as Uint8Array)[row] as number),
  );
  const shares = shareMonths(dataset, values, months);
  const held = shares.filter(({ n }) => n > 0).length;
  if (held < FEWEST_THEME_MONTHS) return tooShort(FEWEST_THEME_MONTHS, 'complete months with comments', held);
  const { acted, customers, since } = most;
  return { name: themes[most.theme] as string, acted, customers, since, months: shares };
}
