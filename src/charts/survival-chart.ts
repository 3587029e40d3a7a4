/**
 * The share for which something has not happened yet, over time: a step curve for each group with its interval, the
 * medians marked, and beneath each time the number still followed.
 */
import { scaleLinear } from 'd3';
import type { SurvivalFigure } from '../report/types/analysis-figure.ts';
import { FLAGS, isDrawn, wordsOfNothing } from './flags.ts';
import { type LogTimeAxis, logTimeAxis } from './log-time.ts';
import type { PlacedText } from './placed-text.ts';
import { NARROWEST, type Room, roomOfEach } from './room.ts';
import { round } from './round.ts';
import { type Seated, seatLabels } from './seats.ts';
import { spaced } from './spaced.ts';
import { type Spoken, say } from './spoken.ts';
import { shorten, textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';
import { wholePerCent } from './whole-per-cent.ts';

type Group = SurvivalFigure['groups'][number];

export interface PlacedCurve {
  readonly label: string;
  /** Place among the groups, which decides how its line is broken. */
  readonly index: number;
  /** Paths in a box of 100 by `height`. */
  readonly path: string;
  readonly band: string;
  /** Middle of the label at the right end, in pixels. */
  readonly labelY: number;
  /** Null where fewer than half have had it happen. */
  readonly median: {
    readonly x: number;
    readonly y: number;
    readonly interval: { readonly from: number; readonly to: number } | null;
    readonly spoken: Spoken;
  } | null;
}

export interface RiskColumn {
  readonly x: number;
  readonly text: string;
  /** Narrowest figure in which the column shows; null where only its tick does. */
  readonly room: Room | null;
  readonly counts: readonly string[];
  readonly spoken: Spoken;
}

export interface SurvivalLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly shareTicks: readonly { readonly y: number; readonly text: string }[];
  readonly curves: readonly PlacedCurve[];
  /** Values at the medians' marks. */
  readonly medianLabels: readonly Seated[];
  /** Ticks of time with the numbers still followed; without these numbers only ticks. */
  readonly columns: readonly RiskColumn[];
  /** Rows under the axis: a heading or a group's name, or the counts of a group. */
  readonly riskHeading: PlacedText | null;
  readonly riskRows: readonly {
    readonly label: string;
    readonly index: number;
    readonly nameY: number | null;
    readonly y: number;
  }[];
  readonly notes: readonly string[];
  readonly nothing: string;
}

const TOP = 12;
const PLOT_HEIGHT = 240;
const LEFT = 44;
const SIZE = 12;
const LABEL_SIZE = 13;
const WIDEST_LABEL = 104;
/** From the plot's edge to a label: a sample of the group's line stands between. */
export const SAMPLE = 24;
/** Points drawn at most: one in each quarter of a per cent of the width. */
const GRAIN = 400;
const ROW = 18;

/** Places everything of a survival figure. */
export function survivalLayout(figure: SurvivalFigure): SurvivalLayout {
  const groups = figure.groups.map((group, index) => ({ ...group, index })).filter(({ curve }) => curve.length > 1);
  const bottom = TOP + PLOT_HEIGHT;
  const times = groups.flatMap(({ curve }) => curve.map(({ seconds }) => seconds)).filter((seconds) => seconds > 0);
  if (times.length === 0)
    return {
      ...EMPTY,
      height: 0,
      top: TOP,
      bottom,
      nothing: wordsOfNothing(figure.groups.map(({ median }) => median)),
    };
  const several = figure.groups.length > 1;
  const names = several ? figure.groups.map(({ label }) => shorten(label, WIDEST_LABEL, SIZE)) : [];
  const right = several ? Math.max(...names.map((name) => textWidth(name, SIZE))) + SAMPLE + 10 : 20;
  const first = Math.min(...groups.flatMap(({ curve }) => firstFall(curve)));
  const axis = logTimeAxis(first, Math.max(...times, ...figure.atRisk.map(({ seconds }) => seconds)), LEFT + right);
  const down = scaleLinear([0, 1], [bottom, TOP]);
  const y = (share: number) => round(down(share));
  const ends = spaced(
    groups.map(({ curve }) => y(curve.at(-1)?.share ?? 0)),
    16,
    TOP,
    bottom - 4,
  );
  const curves = groups.map(({ label, index, curve, median }, k) => ({
    label: names[index] ?? label,
    index,
    path: stepsOf(curve, axis, ({ share }) => y(share)),
    band: bandOf(curve, axis, y),
    labelY: ends[k] as number,
    median: medianOf(label, median, axis, y),
  }));
  const risk = figure.atRisk.length > 1;
  const columns = risk ? riskColumns(figure, axis, LEFT + right) : timeColumns(figure, axis);
  const under = bottom + 44;
  const riskRows = risk
    ? figure.groups.map((group, index) => {
        const at = under + ROW + 2 * ROW * index;
        return several
          ? { label: nameWithMedian(group), index, nameY: at, y: at + ROW - 1 }
          : { label: '', index, nameY: null, y: under + ROW };
      })
    : [];
  return {
    height: riskRows.length === 0 ? bottom + 30 : (riskRows.at(-1)?.y ?? 0) + 12,
    top: TOP,
    bottom,
    left: LEFT,
    right,
    shareTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ y: y(share), text: tickText(share, 'share', 0.25) })),
    curves,
    medianLabels: medianLabels(figure, curves, { bottom, beside: LEFT + right }),
    columns,
    riskHeading: risk
      ? { x: 0, y: under, dx: -LEFT, anchor: 'start', lines: [`Number ${figure.state} at each time`] }
      : null,
    riskRows,
    notes: notesOf(figure, columns),
    nothing: '',
  };
}

/** On one line in the narrowest figure. */
function nameWithMedian({ label, median }: Group): string {
  const after = isDrawn(median) ? `, half after ${median.text}` : '';
  return `${shorten(label, NARROWEST - SAMPLE - 10 - textWidth(after, SIZE), SIZE)}${after}`;
}

const EMPTY = {
  left: 0,
  right: 0,
  shareTicks: [],
  curves: [],
  medianLabels: [],
  columns: [],
  riskHeading: null,
  riskRows: [],
  notes: [],
};

/** When the first hundredth has had it happen: before that a log axis would show nothing but a level line. */
function firstFall(curve: Group['curve']): number[] {
  const step = curve.find(({ seconds, share }) => seconds > 0 && share <= 0.99) ?? curve.at(-1);
  return step === undefined || step.seconds <= 0 ? [] : [step.seconds];
}

/** One point for each place that differs on paper, the first at the axis's left edge. */
function thinned(curve: Group['curve'], axis: LogTimeAxis): Group['curve'] {
  const byPlace = new Map<number, Group['curve'][number]>();
  for (const step of curve) {
    const place = step.seconds <= axis.low ? 0 : Math.ceil((axis.at(step.seconds) / 100) * GRAIN);
    byPlace.set(place, place === 0 ? { ...step, seconds: axis.low } : step);
  }
  return [...byPlace.values()];
}

/** Level until the next time, then down. */
function stepsOf(curve: Group['curve'], axis: LogTimeAxis, y: (step: Group['curve'][number]) => number): string {
  return thinned(curve, axis)
    .map((step, k) => (k === 0 ? `M${axis.at(step.seconds)},${y(step)}` : `H${axis.at(step.seconds)}V${y(step)}`))
    .join('');
}

function bandOf(curve: Group['curve'], axis: LogTimeAxis, y: (share: number) => number): string {
  const steps = thinned(curve, axis);
  const back = steps
    .toReversed()
    .map(({ seconds, low }, k) => (k === 0 ? `L${axis.at(seconds)},${y(low)}` : `V${y(low)}H${axis.at(seconds)}`))
    .join('');
  return `${stepsOf(curve, axis, ({ high }) => y(high))}${back}Z`;
}

function medianOf(
  label: string,
  median: Group['median'],
  axis: LogTimeAxis,
  y: (share: number) => number,
): PlacedCurve['median'] {
  if (!isDrawn(median) || median.value > axis.high) return null;
  const { low, high } = median;
  return {
    x: axis.at(median.value),
    y: y(0.5),
    interval: low === undefined || high === undefined ? null : { from: axis.at(low), to: axis.at(high) },
    spoken: { words: say(`${label}, half after`, median) },
  };
}

/**
 * Right above the mark, where curves have come down from the left; else left below it, where there is no other curve. None
 * where another is close: the names under the axis hold all of them.
 */
function medianLabels(
  { groups }: SurvivalFigure,
  curves: readonly PlacedCurve[],
  { bottom, beside }: { readonly bottom: number; readonly beside: number },
): Seated[] {
  const marked = curves.flatMap(({ median, index }) => (median === null ? [] : [{ median, index }]));
  const wishes = marked.map(({ median: { x, y }, index }): PlacedText[] => {
    const text = groups[index]?.median.text ?? '';
    const lines = [groups.length > 1 ? text : `half after ${text}`];
    const above: PlacedText = { x, y: y - 13, dx: 6, anchor: 'start', lines };
    return groups.length > 1 ? [above] : [above, { x, y: y + 14, dx: -6, anchor: 'end', lines }];
  });
  const hall = {
    size: LABEL_SIZE,
    beside,
    top: TOP,
    bottom,
    over: [0, 0] as const,
    marks: marked.map(({ median }) => median),
    reach: 6,
  };
  return seatLabels(wishes, hall).filter((one) => one !== null);
}

/** The numbers still followed; ends first, then what lies between, as the width allows. */
function riskColumns(figure: SurvivalFigure, axis: LogTimeAxis, beside: number): RiskColumn[] {
  const { atRisk } = figure;
  const columns = atRisk.map(({ seconds, text, counts }) => ({
    x: seconds <= axis.low ? 0 : axis.at(seconds),
    text,
    counts: counts.map((count) => (count === undefined ? '[c]' : tickText(count, 'count', 1))),
    spoken: spokenAt(figure, seconds, text, counts),
  }));
  const order = outermostFirst(columns.length);
  const rooms = roomOfEach(
    order.map((k) => {
      const { x, text, counts } = columns[k] as (typeof columns)[number];
      const width = Math.max(...[text, ...counts].map((one) => textWidth(one, SIZE)));
      return { x, width, anchor: 'middle' as const };
    }),
    beside,
  );
  return columns.map((column, k) => ({ ...column, room: rooms[order.indexOf(k)] ?? null }));
}

function timeColumns(figure: SurvivalFigure, axis: LogTimeAxis): RiskColumn[] {
  return axis.ticks.map(({ seconds, x, text, room }) => ({
    x,
    text,
    room,
    counts: [],
    spoken: spokenAt(figure, seconds, text, []),
  }));
}

function spokenAt(
  { groups, state }: SurvivalFigure,
  seconds: number,
  text: string,
  counts: readonly (number | undefined)[],
): Spoken {
  const told = groups.map(({ label, curve }, k) => {
    const step = curve.findLast((one) => one.seconds <= seconds);
    const share = step === undefined ? (FLAGS.c ?? '') : `${wholePerCent(step.share)} ${state}`;
    const [low, high] = step === undefined ? [] : [wholePerCent(step.low), wholePerCent(step.high)];
    const range = low === high ? '' : `, ${low} to ${high}`;
    const count = counts[k] === undefined ? '' : `, n = ${tickText(counts[k], 'count', 1)}`;
    return `${groups.length > 1 ? `${label} ` : ''}${share}${range}${count}`;
  });
  return { words: `After ${text}: ${told.join('; ')}` };
}

/** 0, 4, 2, 1, 3: both ends, then the middle of each gap. */
function outermostFirst(count: number): number[] {
  const order = [...new Set([0, count - 1])].filter((k) => k >= 0);
  for (const gaps: [number, number][] = [[0, count - 1]]; gaps.length > 0; ) {
    const [from, to] = gaps.shift() as [number, number];
    if (to - from < 2) continue;
    const middle = Math.floor((from + to) / 2);
    order.push(middle);
    gaps.push([from, middle], [middle, to]);
  }
  return order;
}

function notesOf({ groups }: SurvivalFigure, columns: readonly RiskColumn[]): string[] {
  const hidden = groups.filter(({ curve }) => curve.length < 2).map(({ label }) => label);
  const flagged = columns.some(({ counts }) => counts.includes('[c]')) || hidden.length > 0;
  const marked = groups.some(({ median }) => isDrawn(median));
  return [
    'The time axis is logarithmic: each step to the right multiplies the time.',
    marked && groups.length > 1 ? 'Marks: the time after which half are left.' : '',
    hidden.length > 0 ? `[c] ${FLAGS.c}: ${hidden.join(', ')}.` : flagged ? `[c] ${FLAGS.c}.` : '',
  ].filter((note) => note !== '');
}
