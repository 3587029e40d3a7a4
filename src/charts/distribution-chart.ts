/**
 * How answers spread over a scale: one stacked bar a group, from worst on the left to best on the right.
 */
import type { DistributionFigure } from '../report/types/figure.ts';
import { baseColumn } from './base-text.ts';
import { FLAGS, flagOfAbsence } from './flags.ts';
import { plotWidth, ROOMS, type Room } from './room.ts';
import { round } from './round.ts';
import { type Spoken, spokenOf } from './spoken.ts';
import { textWidth } from './text-width.ts';
import { type Tone, toneOf } from './tone.ts';
import { wholePerCent } from './whole-per-cent.ts';

export interface PlacedAnswer {
  readonly label: string;
  readonly kind: 'negative' | 'neutral' | 'positive';
  readonly tone: Tone;
}

export interface Segment {
  /** Per cent of the bar, to be drawn from `x` over `width`. */
  readonly x: number;
  readonly width: number;
  readonly answer: PlacedAnswer;
  readonly label: string;
  /** Narrowest figure in which the label fits into the segment; null when it never does. */
  readonly room: Room | null;
}

export interface PlacedGroup {
  readonly label: string;
  /** Empty for a group without figures, which says `words` instead. */
  readonly segments: readonly Segment[];
  readonly words: string;
  readonly base: string;
  readonly spoken: Spoken;
}

export interface DistributionLayout {
  /** In the order of the scale, for the key. */
  readonly answers: readonly PlacedAnswer[];
  /** Names above the first bar, in place of the key, from `namesRoom` on; empty when they never fit. */
  readonly names: readonly { readonly x: number; readonly anchor: 'start' | 'end'; readonly label: string }[];
  readonly namesRoom: Room | null;
  readonly groups: readonly PlacedGroup[];
  readonly baseHeading: string;
  readonly notes: readonly string[];
  readonly nothing: string;
}

const LABEL_SIZE = 13;
const NAME_SIZE = 12;
/** Width of a figure from which the groups' names stand beside the bars; the style sheet knows it too. */
const NAMES_BESIDE = 560;
const WIDEST_NAME = 240;
const COLUMN_GAP = 12;

/** Places everything of a distribution figure; groups keep their order. */
export function distributionLayout(figure: DistributionFigure): DistributionLayout {
  const answers = figure.answers.map((answer, k) => ({
    label: answer.label,
    kind: answer.tone,
    tone: toneOf(figure.answers, k),
  }));
  const bases = baseColumn(figure.groups.map((group) => (group.shares === undefined ? '' : group.base)));
  const barWidth = barWidths(figure, bases);
  const groups = figure.groups.map((group, k) => placeGroup(figure, group, answers, bases.cells[k] ?? '', barWidth));
  const first = groups.find((group) => group.segments.length > 0);
  const { names, namesRoom } = namesOf(answers, groups[0] === first ? first : undefined, barWidth);
  return {
    answers,
    names,
    namesRoom,
    groups,
    baseHeading: bases.heading,
    notes: figure.groups.some((group) => group.status === 'low_base') ? ['[u] low base, read with care.'] : [],
    nothing: groups.length === 0 ? 'There are no answers to show.' : '',
  };
}

/** Pixels that a bar has at least in every figure of a room and wider. */
type BarWidths = Readonly<Record<Room, number>>;

function barWidths(figure: DistributionFigure, bases: ReturnType<typeof baseColumn>): BarWidths {
  const base = Math.max(0, ...[bases.heading, ...bases.cells].map((text) => textWidth(text, 14))) + COLUMN_GAP;
  const names = Math.max(0, ...figure.groups.map((group) => textWidth(group.label, 14))) + 8;
  const switched = (width: number) => width - base - Math.min(names, WIDEST_NAME) - COLUMN_GAP;
  return {
    0: Math.min(plotWidth(0, 0), switched(NAMES_BESIDE)),
    480: Math.min(plotWidth(480, 0), switched(NAMES_BESIDE)),
    720: switched(720),
  };
}

function placeGroup(
  { table }: DistributionFigure,
  group: DistributionFigure['groups'][number],
  answers: readonly PlacedAnswer[],
  base: string,
  barWidth: BarWidths,
): PlacedGroup {
  if (group.shares === undefined || flagOfAbsence({ status: group.status, value: 1 }) !== null) {
    const flag = flagOfAbsence({ status: group.status }) ?? 'x';
    const words = FLAGS[flag] ?? '';
    const text = `${group.label}: ${[...new Set([words, group.base])].filter(Boolean).join(', ')}`;
    const spoken = spokenOf(table, group.label, text);
    return { label: group.label, segments: [], words: `[${flag}] ${words}`, base: '', spoken };
  }
  let x = 0;
  const segments = group.shares.flatMap((share, k): Segment[] => {
    const answer = answers[k];
    const from = round(x);
    x += share * 100;
    if (answer === undefined || share <= 0) return [];
    const label = group.blurred?.[k] ?? wholePerCent(share);
    return [{ x: from, width: round(round(x) - from), answer, label, room: roomFor(label, share, barWidth) }];
  });
  const told = segments.map(({ answer, label }) => `${answer.label} ${label}`).join(', ');
  const flagged = group.status === 'low_base' ? `${base} [u]` : base;
  const spoken = spokenOf(table, group.label, `${group.label}: ${told}, ${group.base}`);
  return { label: group.label, segments, words: '', base: flagged, spoken };
}

function roomFor(label: string, share: number, barWidth: BarWidths): Room | null {
  return ROOMS.find((room) => share * barWidth[room] >= textWidth(label, LABEL_SIZE) + 6) ?? null;
}

/** Names stand where their segments begin, the last one where the bar ends, if each fits over its own segment. */
function namesOf(
  answers: readonly PlacedAnswer[],
  first: PlacedGroup | undefined,
  barWidth: BarWidths,
): Pick<DistributionLayout, 'names' | 'namesRoom'> {
  if (first === undefined || first.segments.length < answers.length) return { names: [], namesRoom: null };
  const namesRoom = ROOMS.find((room) =>
    first.segments.every(
      ({ answer, width }) => (width / 100) * barWidth[room] >= textWidth(answer.label, NAME_SIZE) + 10,
    ),
  );
  if (namesRoom === undefined) return { names: [], namesRoom: null };
  const names = first.segments.map(({ answer, x }, k) => {
    const last = k > 0 && k === first.segments.length - 1;
    return { x: last ? 100 : x, anchor: last ? ('end' as const) : ('start' as const), label: answer.label };
  });
  return { names, namesRoom };
}
