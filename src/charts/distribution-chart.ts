/**
 * How answers spread over a scale: one stacked bar a group, from worst on the left to best on the right.
 */
import type { DistributionFigure } from '../report/types/figure.ts';
import { type BarWidths, barWidths, namesOverBar, roomInBar } from './bar-room.ts';
import { baseColumn } from './base-text.ts';
import { FLAGS, flagOfAbsence } from './flags.ts';
import type { Room } from './room.ts';
import { round } from './round.ts';
import { type Spoken, spokenOf } from './spoken.ts';
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

/** Places everything of a distribution figure; groups keep their order. */
export function distributionLayout(figure: DistributionFigure): DistributionLayout {
  const answers = figure.answers.map((answer, k) => ({
    label: answer.label,
    kind: answer.tone,
    tone: toneOf(figure.answers, k),
  }));
  const bases = baseColumn(figure.groups.map((group) => (group.shares === undefined ? '' : group.base)));
  const barWidth = barWidths(
    figure.groups.map(({ label }) => label),
    [bases.heading, ...bases.cells],
  );
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
    return [{ x: from, width: round(round(x) - from), answer, label, room: roomInBar(label, share, barWidth) }];
  });
  const told = segments.map(({ answer, label }) => `${answer.label} ${label}`).join(', ');
  const flagged = group.status === 'low_base' ? `${base} [u]` : base;
  const spoken = spokenOf(table, group.label, `${group.label}: ${told}, ${group.base}`);
  return { label: group.label, segments, words: '', base: flagged, spoken };
}

/** Over the first bar, if it has a part for every answer. */
function namesOf(
  answers: readonly PlacedAnswer[],
  first: PlacedGroup | undefined,
  barWidth: BarWidths,
): Pick<DistributionLayout, 'names' | 'namesRoom'> {
  const segments = first?.segments ?? [];
  if (segments.length < answers.length) return { names: [], namesRoom: null };
  return namesOverBar(
    segments.map(({ x, width, answer }) => ({ x, width, name: answer.label })),
    barWidth,
  );
}
