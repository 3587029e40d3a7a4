/**
 * What a rule about writers' sentences is.
 */
import type { RuleId, WritingConfig } from '../../config/writing.schema.ts';
import { SLOT } from '../uses.ts';
import type { KnownMetric } from './metric-names.ts';
import type { Passage, Span } from './passage.ts';
import type { Sentence } from './sentence.ts';

/** A text as rules see it. */
export interface WrittenText {
  /** How messages name it. */
  readonly file: string;
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  /** Whether its front matter, or that of the texts it stands in, has a title. */
  readonly hasTitle: boolean;
}

/** What rules know besides the text. */
export interface Known {
  readonly metrics: readonly KnownMetric[];
  /** Words that the report itself uses: names of groups, of the organisation. */
  readonly words: readonly string[];
  readonly settings: WritingConfig;
}

/** Something that a rule finds in a text. */
export interface Find {
  /** The passage and the letter of it where it stands; without them it is about the text as a whole. */
  readonly at?: { readonly passage: Passage; readonly index: number };
  readonly what: string;
  readonly sentence?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly remedy: string;
}

export interface Rule {
  readonly id: RuleId;
  /** What it finds and what it lets pass, for the guide: one or two sentences. */
  readonly words: string;
  /** A sentence in which it finds something, for the guide. */
  readonly example: string;
  readonly find: (text: WrittenText, known: Known) => Find[];
}

/** Words on one line, with an ellipsis where a component stands. */
export function asRead(text: string): string {
  return text.replaceAll(SLOT, '…').replace(/\s+/g, ' ').trim();
}

/** A sentence as messages show it, a cell of a table with what its column and its row are called. */
export function shown({ text, passage }: Pick<Sentence, 'text' | 'passage'>): string {
  const words = asRead(text);
  return passage.beside === '' ? words : `${passage.beside}: ${words}`;
}

/** The claim around a place of a sentence; undefined where none stands. */
export function claimAround({ passage, start }: Sentence, at: number): Span | undefined {
  const index = start + at;
  return passage.spans.find(({ from, to, component }) => component === 'Claim' && from <= index && to > index);
}

/** What to do about a title, which no component can stand in. */
export const IN_TITLE = 'Leave it out of the title: only the headline of a <Finding> is checked.';
