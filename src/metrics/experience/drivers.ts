import type { Interval } from '../../statistics/interval.ts';
import { wilson } from '../../statistics/proportion.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../analysis.ts';
import type { Context } from '../definition.ts';
import { missingField } from '../missing-field.ts';
import { type ExplainedShare, explainedShares } from './explained-shares.ts';
import { missingNps } from './nps-answers.ts';
import { type DriverTable, driverTable, type PossibleDriver } from './possible-drivers.ts';

const NEEDS = ['responses.customer_id', 'responses.nps'];

/** Customers that the analysis needs: so many, and so many for each driver. */
export const FEWEST_CUSTOMERS = 100;
export const CUSTOMERS_PER_DRIVER = 20;

/** From so many customers on, an order of drivers may be named. */
export const CUSTOMERS_FOR_ORDER = 400;

/** Resamples of the bootstrap are drawn from this seed. */
const SEED = 21;

export interface DriverShare extends ExplainedShare {
  readonly id: string;
  readonly name: string;
  /** For how many of the customers it went well, and what counts as well. */
  readonly performance: Interval & { readonly share: number; readonly well: string };
}

export interface DriversResult {
  readonly customers: number;
  readonly r2: number;
  readonly r2Interval: Interval;
  /** Largest first. */
  readonly drivers: readonly DriverShare[];
  /** Interval of each share less the next. */
  readonly leads: readonly Interval[];
  /** What was left out because too few customers had it, in words. */
  readonly leftOut: readonly string[];
}

/** What goes with the willingness to recommend (B21). */
export const drivers: Analysis<DriversResult> = {
  id: 'drivers',
  name: 'What goes with the willingness to recommend',
  label: 'Share of R²',
  lens: 'experience',
  question: 'Of what customers met with, what goes most with whether they would recommend?',
  definition:
    'Each customer’s latest answer to the recommendation question, from 0 to 10, is set beside what came in the 180 days ' +
    'before it: the means of satisfaction, ease and feeling ratings, the share of tickets resolved at first contact, the ' +
    'wait for a first answer, hand-offs and the number of contacts, each turned so that more is better. Only customers ' +
    'for whom all of them are known count. A driver’s share is the part of the explained variance (R²) that it accounts ' +
    'for, averaged over all orders in which the drivers can enter. It measures association: what goes with the ' +
    'answers, not what would change them.',
  formula: 'mean over all orders of entering of the R² that the driver adds ÷ R² of all drivers',
  who: 'customers who answered the recommendation question and of whom every driver is known',
  date: 'the day of the answer to the recommendation question',
  tex: String.raw`\frac{1}{R^2}\sum_{S \not\ni j} w_S\,(R^2_{S + j} - R^2_S)`,
  symbols: [
    ['R^2_S', 'the share of variance that the drivers in S explain'],
    ['w_S', '|S|! (p − |S| − 1)! ÷ p!, how often S comes before driver j'],
    ['p', 'the number of drivers'],
  ],
  elsewhere: [],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_CUSTOMERS} customers, and ${CUSTOMERS_PER_DRIVER} for each driver; ${CUSTOMERS_FOR_ORDER} to name an order.`,
  margin: 0.1,
  interval:
    'Percentile interval from 2,000 resamples of customers, drawn from a fixed seed. A first driver is named when it is ' +
    'the largest in at least 90 of 100 resamples.',
  source:
    'Lindeman, Merenda & Gold (1980), the method that Grömping’s relaimpo recommends. With 100 customers the right ' +
    'first driver is named in about 7 of 10 samples, with 400 in about 19 of 20.',
  analyse,
};

function analyse(context: Context, { all }: Span): DriversResult | Lack {
  const missing = missingField(context.dataset, NEEDS) ?? missingNps(context.dataset);
  if (missing !== null) return { lacks: missing };
  const table = driverTable(context, all);
  const { chosen, rows } = choose(table);
  const needed = Math.max(FEWEST_CUSTOMERS, CUSTOMERS_PER_DRIVER * Math.max(2, chosen.length));
  if (chosen.length < 2 || rows.length < needed) {
    return tooFew(
      needed,
      'customers who would recommend or not and of whom two possible drivers are known',
      rows.length,
    );
  }
  const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] as number);
  const found = explainedShares(
    chosen.map(({ values }) => pick(values)),
    pick(table.outcome),
    rows.map((row) => table.customer[row] as number),
    SEED,
  );
  if (found === null) return { lacks: 'the answers or everything before them are all alike' };
  const { shares, ...explained } = found;
  return {
    ...explained,
    customers: rows.length,
    drivers: shares.map(({ predictor, ...share }): DriverShare => {
      const driver = chosen[predictor] as PossibleDriver;
      const { id, name } = driver;
      return { id, name, ...share, performance: performanceOf(driver, rows) };
    }),
    leftOut: table.drivers.filter((driver) => !chosen.includes(driver)).map(({ name }) => name),
  };
}

/** The share of customers for whom a driver was as it should be, with Wilson’s interval. */
function performanceOf({ values, well, wellFrom }: PossibleDriver, rows: Int32Array): DriverShare['performance'] {
  // Means of whole numbers may miss the bound by rounding.
  const good = rows.filter((row) => (values[row] as number) >= wellFrom - 1e-9).length;
  const share = good / rows.length;
  return { share, well, ...wilson(share, rows.length) };
}

/**
 * The drivers that can be looked at together: in the order of how many customers have them, each as long as it leaves
 * customers enough and at least half of those there were.
 */
function choose({ drivers: possible, outcome }: DriverTable): { chosen: PossibleDriver[]; rows: Int32Array } {
  const has = ({ values }: PossibleDriver, rows: Int32Array) => rows.filter((row) => !Number.isNaN(values[row]));
  const all = Int32Array.from(outcome.keys());
  const byCoverage = possible
    .map((driver) => ({ driver, known: has(driver, all).length }))
    .sort((a, b) => b.known - a.known);
  const chosen: PossibleDriver[] = [];
  let rows = all;
  for (const { driver } of byCoverage) {
    const left = has(driver, rows);
    const enough = Math.max(FEWEST_CUSTOMERS, CUSTOMERS_PER_DRIVER * (chosen.length + 1));
    if (left.length < enough || (chosen.length > 0 && left.length * 2 < rows.length)) continue;
    chosen.push(driver);
    rows = left;
  }
  return { chosen: possible.filter((driver) => chosen.includes(driver)), rows };
}
