/**
 * Somebody who has nothing but the downloads and tries to work out what was kept back. Written from the description of
 * the downloads alone: it shares no code with the report.
 */
import loader, { type Highs } from 'highs';
import type { Row } from './tables.ts';

const highs = await (loader as unknown as typeof loader.default)();

/** Metrics whose longer periods are not the sum of the shorter ones within. */
const STATES = new Set([
  'backlog',
  'open_age_median',
  'open_age_p90',
  'retention',
  'watermelon',
  'watermelon_good',
  'watermelon_mixed',
]);

/** Shares that are no count of rows. */
const ESTIMATED = new Set(['repeat_contact_7d']);

/** What the attacker now knows of a figure that was kept back. */
export interface Found {
  readonly figure: string;
  readonly amount: 'n' | 'successes' | 'failures';
  readonly low: number;
  readonly high: number;
}

/** Groups below this size must not be told. */
const MINIMUM = 10;

/** Σ of some cells is Σ of others. */
interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * Everything that follows about suppressed figures: those that are known exactly, or known to be small.
 *
 * @param unnamed metrics and dimensions, as `csat|channel`, of which the pages say that some group is not shown at all;
 *   where none is, the groups that are named make up everybody.
 */
export function attack(rows: readonly Row[], unnamed: ReadonlySet<string>): Found[] {
  return [...fromSums(rows, unnamed), ...fromTwins(rows)];
}

function fromSums(rows: readonly Row[], unnamed: ReadonlySet<string>): Found[] {
  const metrics = Map.groupBy(rows, ({ metric }) => metric as string);
  return [...metrics].flatMap(([metric, own]) => {
    const cells = new Map(own.map((row) => [keyOf(row), row]));
    const isSuppressed = (key: string) => cells.get(key)?.status === 'suppressed';
    if (![...cells.keys()].some(isSuppressed)) return [];
    const sums = [
      ...overTime(metric, own),
      ...overValues(own.filter(({ dimension }) => !unnamed.has(`${metric}|${dimension}`))),
    ];
    const isShare = own.some(({ unit }) => unit === 'share') && !ESTIMATED.has(metric);
    const amounts = isShare ? (['n', 'successes', 'failures'] as const) : (['n'] as const);
    return amounts.flatMap((amount) => {
      const isHidden = (key: string) => isSuppressed(key) || (amount !== 'n' && cells.get(key)?.method === 'blurred');
      const amountAt = (key: string) => amountOf(cells.get(key) as Row, amount);
      return bounds(sums, amountAt, isHidden)
        .filter(({ key }) => isSuppressed(key))
        .filter(({ key, low, high }) => tells(amount, low, high) && !isPlain(key, sums, amountAt, isHidden))
        .map(({ key, low, high }) => ({ figure: `${metric} ${key}`, amount, low, high }));
    });
  });
}

function tells(amount: Found['amount'], low: number, high: number): boolean {
  return high - low < 1e-6 || (amount === 'n' && high < MINIMUM);
}

/** A figure that holds this one and shows nothing, or everything, tells so much of each of its parts itself. */
function isPlain(
  key: string,
  sums: readonly Sum[],
  amountAt: (key: string) => number,
  isHidden: (key: string) => boolean,
): boolean {
  return sums.some(({ whole, parts }) => parts.includes(key) && !isHidden(whole) && amountAt(whole) === 0);
}

function keyOf({ dimension, value, period }: Row): string {
  return [dimension, value, period].join('|');
}

function amountOf({ n, estimate, status }: Row, amount: Found['amount']): number {
  if (amount === 'n' || status === 'no_data') return Number(n);
  return Math.round(Number(n) * (amount === 'successes' ? Number(estimate) : 1 - Number(estimate)));
}

function overTime(metric: string, rows: readonly Row[]): Sum[] {
  if (STATES.has(metric)) return [];
  const longer: Readonly<Record<string, readonly string[]>> = {
    month: ['quarter', 'year', 'all'],
    quarter: ['year', 'all'],
    year: ['all'],
  };
  const series = Map.groupBy(rows, ({ dimension, value }) => `${dimension}|${value}`);
  return [...series.values()].flatMap((own) => {
    const grains = new Set(own.map(({ grain }) => grain as string));
    return own.flatMap((whole): Sum[] => {
      const parts = own.filter(
        (row) =>
          // The next shorter grain that the series has.
          longer[row.grain as string]?.find((grain) => grains.has(grain)) === whole.grain &&
          (whole.period === 'all' || periodOf(row.period as string, whole.grain as string) === whole.period),
      );
      return parts.length === 0 ? [] : [{ whole: keyOf(whole), parts: parts.map(keyOf) }];
    });
  });
}

function periodOf(code: string, grain: string): string {
  const [year, rest = ''] = code.split('-');
  if (grain === 'year') return year as string;
  return rest.startsWith('Q') ? code : `${year}-Q${Math.ceil(Number(rest) / 3)}`;
}

/** Values of a dimension in the overall figure, where the two ever meet: then no row lacks a value. */
function overValues(rows: readonly Row[]): Sum[] {
  const overall = new Map(rows.filter(({ dimension }) => dimension === '').map((row) => [row.period, row]));
  const dimensions = Map.groupBy(
    rows.filter(({ dimension }) => dimension !== ''),
    ({ dimension }) => dimension,
  );
  return [...dimensions.values()].flatMap((own) => {
    const periods = [...Map.groupBy(own, ({ period }) => period)].flatMap(([period, parts]) => {
      const whole = overall.get(period);
      return whole === undefined ? [] : [{ whole, parts }];
    });
    const shown = periods.filter(({ whole, parts }) =>
      [whole, ...parts].every(({ status }) => status !== 'suppressed'),
    );
    const rests = shown.map(({ whole, parts }) => Number(whole.n) - parts.reduce((sum, { n }) => sum + Number(n), 0));
    if (rests.length === 0 || rests.some((rest) => rest !== 0)) return [];
    return periods.map(({ whole, parts }) => ({ whole: keyOf(whole), parts: parts.map(keyOf) }));
  });
}

/** The least and the greatest value of every hidden cell that some sum holds. */
function bounds(
  sums: readonly Sum[],
  amountAt: (key: string) => number,
  isHidden: (key: string) => boolean,
): { readonly key: string; readonly low: number; readonly high: number }[] {
  const names = new Map<string, string>();
  const nameOf = (key: string) => {
    const name = names.get(key) ?? `x${names.size}`;
    names.set(key, name);
    return name;
  };
  const rows = sums.flatMap(({ whole, parts }) => {
    const terms = [
      ...(isHidden(whole) ? [`+ ${nameOf(whole)}`] : []),
      ...parts.filter(isHidden).map((key) => `- ${nameOf(key)}`),
    ];
    if (terms.length === 0) return [];
    const known = parts.filter((key) => !isHidden(key)).reduce((sum, key) => sum + amountAt(key), 0);
    return [`${terms.join(' ')} = ${known - (isHidden(whole) ? 0 : amountAt(whole))}`];
  });
  const optimum = (sense: 'Minimize' | 'Maximize', name: string): number => {
    const problem = `${sense}\n obj: ${name}\nSubject To\n${rows.map((row, index) => ` r${index}: ${row}`).join('\n')}\nEnd\n`;
    const { Status, ObjectiveValue } = (highs as Highs).solve(problem, { output_flag: false });
    if (Status === 'Optimal') return ObjectiveValue;
    if (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded') return Number.POSITIVE_INFINITY;
    throw new Error(`The downloads contradict themselves: ${Status}`);
  };
  return [...names].map(([key, name]) => ({ key, low: optimum('Minimize', name), high: optimum('Maximize', name) }));
}

/** Metrics with the same n wherever both are shown count the same rows: what one keeps back, the other may show. */
function fromTwins(rows: readonly Row[]): Found[] {
  const metrics = [...Map.groupBy(rows, ({ metric }) => metric as string)].map(([metric, own]) => ({
    metric,
    cells: new Map(own.map((row) => [keyOf(row), row])),
  }));
  return metrics.flatMap(({ metric, cells }) => {
    const hidden = [...cells].filter(([, { status }]) => status === 'suppressed');
    if (hidden.length === 0) return [];
    const twins = metrics.filter((other) => {
      const both = [...cells].filter(
        ([key, { n, status }]) =>
          status !== 'suppressed' && Number(n) > 0 && /^\d+$/.test(other.cells.get(key)?.n ?? ''),
      );
      return other.metric !== metric && both.length > 20 && both.every(([key, { n }]) => other.cells.get(key)?.n === n);
    });
    return hidden.flatMap(([key]) =>
      twins.flatMap((twin): Found[] => {
        const row = twin.cells.get(key);
        if (row === undefined || row.status === 'suppressed' || row.status === 'no_data') return [];
        const n = Number(row.n);
        return [{ figure: `${metric} ${key} from ${twin.metric}`, amount: 'n', low: n, high: n }];
      }),
    );
  });
}
