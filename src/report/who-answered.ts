/**
 * Who did not answer, and whether it matters: answered against unanswered invitations (metrics B15 and B16).
 */
import { FACTORS, type Factor, type Invited, invitedBy } from '../metrics/who-answered.ts';
import { benjaminiHochberg } from '../statistics/multiplicity.ts';
import { type NonResponse, nonResponse } from '../statistics/nonresponse.ts';
import { wilson } from '../statistics/proportion.ts';
import { quantityOf } from './analyses/quantity.ts';
import { cardOf, formatFor, metricOf, type ReportContext } from './context.ts';
import { BLURRED, blurOf } from './disclosure/blur.ts';
import { keptBackStrata } from './disclosure/invited-strata.ts';
import { type EstimateStore, FLAGS, keptBackWords } from './estimates.ts';
import { baseText, cellText, ESTIMATE_COLUMNS, estimateCells, figureBase, flagNote } from './figures/base.ts';
import type { PairsFigure, Quantity } from './types/analysis-figure.ts';
import type { Estimate } from './types/estimate.ts';
import type { WhoAnswered } from './types/report.ts';
import { capitalised } from './wording/capitalised.ts';
import { count } from './wording/format.ts';

const RATE = 'response_rate';

/** From these on, every survey figure stands under a caution. */
const CLEAR_V = 0.1;
const LOW_R = 0.8;

/** So many have to be invited before anything is said of who did not answer. */
const LEAST_INVITED = 100;

const WORDS: Readonly<Record<Factor, { readonly name: string; readonly of: string }>> = {
  wait: { name: 'the wait for a first answer', of: 'by how long they waited for a first answer' },
  channel: { name: 'the channel', of: 'by channel' },
  reopened: { name: 'reopening', of: 'by whether their ticket was reopened' },
  segment: { name: 'the segment', of: 'by segment' },
};

interface Check {
  readonly factor: Factor;
  readonly strata: readonly Invited[];
  /** Strata whose figures may not be shown. */
  readonly keptBack: ReadonlySet<Invited>;
  readonly result: NonResponse;
}

/** Null when the data hold no unanswered invitation: who did not answer is then unknown. */
export function whoAnswered(context: ReportContext, store: EstimateStore): WhoAnswered | null {
  if (!cardOf(context, RATE).available) return null;
  const { dataset } = context.metricContext;
  const checks = FACTORS.flatMap((factor): Check[] => {
    const strata = invitedBy(dataset, factor).filter(({ invited }) => invited > 0);
    const keptBack = keptBackStrata(context, store, factor, strata);
    const publishable = strata.filter((stratum) => !keptBack.has(stratum));
    const invited = publishable.reduce((sum, stratum) => sum + stratum.invited, 0);
    const result = invited < LEAST_INVITED ? null : nonResponse(publishable);
    return result === null ? [] : [{ factor, strata, keptBack, result }];
  });
  const adjusted = benjaminiHochberg(checks.map(({ result }) => result.p));
  const judged = checks.map((check, index) => ({ ...check, differs: (adjusted[index] as number) <= 0.05 }));
  const unlike = judged.filter(({ differs, result }) => differs && isUnlike(result));
  return {
    figures: judged.map(({ differs, ...check }) => figureOf(context, check, differs)),
    caution: cautionOf(unlike.map(({ factor }) => factor)),
  };
}

function isUnlike({ cramersV, rIndicator }: NonResponse): boolean {
  return cramersV >= CLEAR_V || rIndicator < LOW_R;
}

function cautionOf(factors: readonly Factor[]): string | null {
  if (factors.length === 0) return null;
  const names = factors.map((factor) => WORDS[factor].name);
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `Customers who answered differ clearly from those who did not, in ${list}: survey figures speak for those who answered.`;
}

/** One kind of invitations: the share of those who answered and of those who did not, and how many answered of it. */
interface Row {
  readonly label: string;
  readonly answered: Quantity;
  readonly unanswered: Quantity;
  readonly rate: Estimate;
}

function figureOf(context: ReportContext, check: Check, differs: boolean): PairsFigure {
  const { factor, strata, keptBack, result } = check;
  const { name, of } = WORDS[factor];
  // Names of small groups say who they are; bands of a wait do not.
  const named = strata.filter((stratum) => !keptBack.has(stratum) || HAS_ORDER.has(factor));
  const inOrder = rowsOf(context, named, keptBack);
  const rows = HAS_ORDER.has(factor) ? inOrder : inOrder.toSorted((a, b) => order(b) - order(a));
  const shown = rows.filter(({ rate }) => rate.value !== undefined);
  const [most, least] = [extreme(shown, 1), extreme(shown, -1)];
  const { minimum_base: minimumBase } = context.config;
  const period = context.periods.all[0]?.label ?? '';
  const note = flagNote(
    rows.map(({ rate }) => rate),
    minimumBase,
  );
  return {
    kind: 'pairs',
    ...figureBase(context, RATE, {}, `by-${factor}-of-invited`, downloadOf(context, factor, rows), {
      estimates: rows.map(({ rate }) => rate),
      base: `n = ${count(total(shown, 'answered') + total(shown, 'unanswered'), context.config.locale)} invitations`,
      ungrouped: unknownOf(
        context,
        strata.reduce((sum, { invited }) => sum + invited, 0),
      ),
      compared: false,
      uncompared: 'None: all rows are judged at once, by Cramér’s V and the R-indicator.',
    }),
    unit: 'share',
    mark: 'bars',
    names: ['Answered', 'Did not answer'],
    headline: headlineOf(name, differs, result),
    subtitle: [
      `Share of those who answered and of those who did not, ${of}`,
      period,
      `${count(total(shown, 'answered'), context.config.locale)} invitations answered, ${count(total(shown, 'unanswered'), context.config.locale)} not`,
      'bar: 95% interval',
    ].join('; '),
    summary:
      `${capitalised(most.label)}: ${most.answered.text} of those who answered, ${most.unanswered.text} of those who did not; ` +
      `${least.label}: ${least.answered.text} and ${least.unanswered.text}. ` +
      `Response rates run from ${least.rate.text} (${least.label}) to ${most.rate.text} (${most.label}). ` +
      `Cramér’s V is ${decimal(result.cramersV)}, where 0.10 counts as clear; the R-indicator is ` +
      `${decimal(result.rIndicator)}, where 1 means that all answer alike.${unnamedWords(strata.length - named.length, minimumBase)}`,
    // The test is of all kinds together: none is judged by itself.
    rows: rows.map(({ label, answered, unanswered }) => ({
      label,
      first: answered,
      second: unanswered,
      differs: null,
    })),
    table: {
      caption: `Answered and unanswered invitations ${of}, ${period}.${note === '' ? '' : ` ${note}`}`,
      columns: [
        { name: columnName(name), numeric: false },
        { name: 'Share of those who answered', numeric: true },
        { name: 'Share of those who did not', numeric: true },
        { name: cardOf(context, RATE).label, numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'n (invitations)', numeric: true },
      ],
      rows: rows.map(({ label, answered, unanswered, rate }) => [
        label,
        answered.text,
        unanswered.text,
        cellText(rate),
        rate.range,
        baseText(rate, context.config),
      ]),
    },
  };
}

/** Shares are of what may be shown: the rest must not follow from what the others leave of the whole. */
function rowsOf(context: ReportContext, strata: readonly Invited[], keptBack: ReadonlySet<Invited>): Row[] {
  const format = formatFor(context, RATE);
  const publishable = strata.filter((stratum) => !keptBack.has(stratum));
  const answeredOf = ({ answered }: Invited) => answered;
  const unansweredOf = ({ invited, answered }: Invited) => invited - answered;
  const sum = (of: (stratum: Invited) => number) => publishable.reduce((all, stratum) => all + of(stratum), 0);
  const [answered, unanswered] = [sum(answeredOf), sum(unansweredOf)];
  const share = (part: number, n: number, stratum: Invited): Quantity => {
    const value = part / n;
    const customers = keptBack.has(stratum) ? 0 : stratum.customers;
    return quantityOf(context, format, { value, ...wilson(value, n), n, customers, counts: 'invitations' });
  };
  return strata.map((stratum) => ({
    label: stratum.label,
    answered: share(answeredOf(stratum), answered, stratum),
    unanswered: share(unansweredOf(stratum), unanswered, stratum),
    rate: estimateOf(context, stratum, keptBack.has(stratum)),
  }));
}

/** The number of invitations behind the shares of one side, which is the same for all. */
function total([first]: readonly Row[], side: 'answered' | 'unanswered'): number {
  return first?.[side].n ?? 0;
}

function downloadOf({ config }: ReportContext, factor: Factor, rows: readonly Row[]) {
  const cells = (estimate: Omit<Quantity, 'text' | 'range' | 'base'>) =>
    estimateCells({ ...estimate, method: 'wilson' }, 'share', config.minimum_base);
  return {
    columns: [factor, 'figure', ...ESTIMATE_COLUMNS],
    rows: rows.flatMap(({ label, answered, unanswered, rate }) => [
      [label, 'share of those who answered', ...cells(answered)],
      [label, 'share of those who did not', ...cells(unanswered)],
      [label, 'response rate', ...cells(rate)],
    ]),
  };
}

function headlineOf(name: string, differs: boolean, result: NonResponse): string {
  if (!differs) return `These data show no clear difference in answering by ${name}`;
  return isUnlike(result) ? `Who answered depends clearly on ${name}` : `Who answered depends a little on ${name}`;
}

function unnamedWords(groups: number, minimumBase: number): string {
  if (groups === 0) return '';
  const [are, they] = groups === 1 ? ['One group is', 'it'] : [`${groups} groups are`, 'each'];
  return ` ${are} not shown: ${they} ${keptBackWords(minimumBase)}.`;
}

/** Bands of a wait stand in the order of time; what has no order stands by its rate. */
const HAS_ORDER: ReadonlySet<Factor> = new Set(['wait', 'reopened']);

/** What may not be shown comes last. */
function order({ rate }: Row): number {
  return rate.value ?? Number.NEGATIVE_INFINITY;
}

/** The row with the highest rate (1) or the lowest (-1). */
function extreme(rows: readonly Row[], sign: 1 | -1): Row {
  return rows.reduce((a, b) => (sign * (b.rate.value as number) > sign * (a.rate.value as number) ? b : a));
}

/** Invitations of which it is not known in which row they belong; 0 for too few to be told. */
function unknownOf(context: ReportContext, known: number): number {
  const slice = { periods: context.periods.all, dimension: null, where: {} };
  const all = metricOf(context, RATE).estimate(context.metricContext, slice).cells[0]?.n ?? 0;
  return all - known < context.config.minimum_base ? 0 : all - known;
}

/** The response rate of one kind of invitation, suppressed where too few customers stand behind it. */
function estimateOf(context: ReportContext, { invited, answered, customers }: Invited, isKeptBack: boolean): Estimate {
  const { minimum_base } = context.config;
  const format = formatFor(context, RATE);
  const common = {
    metric: RATE,
    where: {},
    period: context.periods.all[0] as Estimate['period'],
    weighted: false,
    method: 'wilson',
  };
  if (isKeptBack) {
    return {
      ...common,
      status: 'suppressed',
      text: FLAGS.suppressed,
      range: '',
      method: '',
      base: keptBackWords(minimum_base),
    };
  }
  const value = answered / invited;
  const base = `n = ${count(invited, context.config.locale)} invitations`;
  const blurred = blurOf({ unit: 'share' }, { n: invited, customers, value, method: 'wilson' });
  if (blurred !== null) {
    return { ...common, ...blurred, status: 'low_base', method: BLURRED, n: invited, range: '', base };
  }
  const { low, high } = wilson(value, invited);
  return {
    ...common,
    status: invited < LEAST_INVITED ? 'low_base' : 'ok',
    value,
    low,
    high,
    n: invited,
    text: format.value(value),
    range: format.range(low, high),
    base,
  };
}

/** `the channel` heads a column as `Channel`. */
function columnName(name: string): string {
  const plain = name.replace(/^the /, '');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

function decimal(value: number): string {
  return value.toFixed(2);
}
