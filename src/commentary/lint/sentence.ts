/**
 * Sentences and the metrics that they speak of.
 */
import { SLOT } from '../uses.ts';
import type { KnownMetric, Mention } from './metric-names.ts';
import type { Passage, Span } from './passage.ts';

export interface Sentence {
  readonly passage: Passage;
  readonly text: string;
  /** Where it begins in its passage. */
  readonly start: number;
  /** Metrics that it names itself, in words or by a component, in its order. */
  readonly mentions: readonly Mention[];
  /** Metrics that it speaks of without naming them: of the sentence before, of the row and the column of a table. */
  readonly carried: readonly KnownMetric[];
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Begins a sentence that goes on about what the one before named. */
const GOES_ON = /^(it|they|both|this|these|that|the (score|figure|share|rate|number|value|result|median|two))\b/i;

/** Abbreviations after which no sentence ends, whatever follows. */
const ABBREVIATED = /\b(e\.g|i\.e|etc|approx|no|vs|cf|dr|mr|mrs|ms|st|fig|p|pp|incl|excl)\.\s*$/i;

/**
 * The sentences of a passage.
 *
 * @param mentionsIn finds the metrics that a text names.
 * @param metricNamed finds the metric that a prop names.
 * @param last the sentence before the passage.
 */
export function sentencesOf(
  passage: Passage,
  mentionsIn: (text: string) => Mention[],
  metricNamed: (written: string) => KnownMetric | undefined,
  last?: Sentence,
): Sentence[] {
  const inRow = mentionsIn(passage.beside).map(({ metric }) => metric);
  const sentences: Sentence[] = [];
  for (const { text, start } of split(passage.text)) {
    const named = [...mentionsIn(text), ...shown(passage.spans, start, text.length, metricNamed)];
    const before = sentences.at(-1) ?? last;
    const goesOn = before !== undefined && GOES_ON.test(text.trim());
    const carried = goesOn ? [...before.mentions.map(({ metric }) => metric), ...before.carried] : [];
    sentences.push({
      passage,
      text,
      start,
      mentions: named.sort((a, b) => a.from - b.from || b.to - a.to),
      carried: [...inRow, ...carried],
    });
  }
  return sentences;
}

function split(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  for (const { segment, index } of SEGMENTER.segment(text.replaceAll(SLOT, 'X'))) {
    const last = parts.at(-1);
    const part = text.slice(index, index + segment.length);
    if (last !== undefined && ABBREVIATED.test(last.text)) last.text += part;
    else parts.push({ text: part, start: index });
  }
  return parts;
}

/** Metrics whose figures components print within a sentence. */
function shown(
  spans: readonly Span[],
  start: number,
  length: number,
  metricNamed: (written: string) => KnownMetric | undefined,
): Mention[] {
  return spans.flatMap(({ from, to, props: { metric: written } }) => {
    const isWithin = from >= start && to <= start + length;
    const metric = typeof written === 'string' && isWithin ? metricNamed(written) : undefined;
    return metric === undefined ? [] : [{ from: from - start, to: to - start, metric }];
  });
}
