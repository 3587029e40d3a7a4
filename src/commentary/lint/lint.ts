/**
 * Looks through writers' texts for sentences that say more than is checked.
 */
import type { MdastNode } from 'satteri';
import { byPlace, Mistake } from '../../config/mistake.ts';
import type { Level, RuleId } from '../../config/writing.schema.ts';
import { PARTIALS_FOLDER } from '../site-pages.ts';
import { rulesNamed } from '../vocabulary/unchecked.ts';
import { mentionFinder } from './metric-names.ts';
import { passagesOf, type Span } from './passage.ts';
import { asRead, type Find, type Known, type WrittenText } from './rule.ts';
import { RULES } from './rules.ts';
import { type Sentence, sentencesOf } from './sentence.ts';

/** A text to look through. */
export interface ParsedText {
  /** How messages name it. */
  readonly file: string;
  readonly source: string;
  readonly tree: MdastNode;
}

/** What was found at a level that is not off. */
export interface Remark {
  readonly rule: RuleId;
  readonly level: Exclude<Level, 'off'>;
  /** What, where, what was found and what to do, as of any mistake. */
  readonly mistake: Mistake;
}

/** A part of a text that its writer excuses from rules, with the reason that readers are told. */
export interface Excuse {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is excused, as readers see it. */
  readonly text: string;
  readonly rules: readonly RuleId[];
  readonly reason: string;
}

export interface Linted {
  /** In the order of the text. */
  readonly remarks: readonly Remark[];
  readonly excuses: readonly Excuse[];
  /** Excuses that excuse nothing. */
  readonly mistakes: readonly Mistake[];
}

/** What the rules find in one text, and what it excuses. */
export function lintText(parsed: ParsedText, known: Known): Linted {
  const { file } = parsed;
  const text = writtenText(parsed, known);
  const used = new Map<string, Set<string>>();
  const remarks = RULES.flatMap(({ id, find }) => {
    const level = known.settings.rules[id];
    return find(text, known).flatMap((found): Remark[] => {
      const excuse = excuseFor(found, id);
      if (excuse !== undefined) {
        const key = keyOf(excuse);
        used.set(key, (used.get(key) ?? new Set()).add(id));
        return [];
      }
      if (level === 'off') return [];
      return [{ rule: id, level, mistake: mistakeOf(found, file) }];
    });
  });
  const excuses = excusesIn(text);
  const mistakes = excuses.flatMap(({ rules, line, column, text: excused }) =>
    rules
      .filter((rule) => used.get(`${line}:${column}`)?.has(rule) !== true)
      .map((rule) => excusesNothing(rule, { file, line, column }, excused)),
  );
  return { remarks: remarks.sort((a, b) => byPlace(a.mistake, b.mistake)), excuses, mistakes };
}

function writtenText({ file, source, tree }: ParsedText, { metrics }: Known): WrittenText {
  const passages = passagesOf(tree, source);
  const mentionsIn = mentionFinder(metrics);
  const metricNamed = (written: string) =>
    metrics.find(({ id, name, label }) =>
      [id, name, label].some((each) => each.toLowerCase() === written.trim().toLowerCase()),
    );
  const sentences: Sentence[] = [];
  for (const passage of passages) {
    sentences.push(...sentencesOf(passage, mentionsIn, metricNamed, sentences.at(-1)));
  }
  return {
    file,
    passages,
    sentences,
    // What stands in other texts stands under their titles.
    hasTitle: file.startsWith(PARTIALS_FOLDER) || passages.some(({ kind }) => kind === 'title'),
  };
}

/** The excuse around a find that names its rule. */
function excuseFor({ at }: Find, rule: RuleId): Span | undefined {
  return at?.passage.spans.find((span) => {
    const isAround = span.from <= at.index && span.to > at.index;
    return span.component === 'Unchecked' && isAround && rulesNamed(span.props).includes(rule);
  });
}

/** Each excuse once, wherever it stands around several paragraphs. */
function excusesIn({ file, passages }: WrittenText): Excuse[] {
  const found = new Map<string, Excuse>();
  for (const { text, spans } of passages) {
    for (const span of spans.filter(({ component }) => component === 'Unchecked')) {
      const words = asRead(text.slice(span.from, span.to));
      const before = found.get(keyOf(span));
      found.set(keyOf(span), {
        file,
        ...span.place,
        text: before === undefined ? words : `${before.text} ${words}`,
        rules: rulesNamed(span.props),
        reason: String(span.props.reason ?? ''),
      });
    }
  }
  return [...found.values()];
}

function keyOf({ place }: Span): string {
  return `${place.line}:${place.column}`;
}

function mistakeOf({ at, ...said }: Find, file: string): Mistake {
  return new Mistake({ ...said, file, ...(at === undefined ? { line: 1, column: 1 } : at.passage.placeOf(at.index)) });
}

function excusesNothing(rule: RuleId, place: { file: string; line: number; column: number }, text: string): Mistake {
  return new Mistake({
    ...place,
    what: `<Unchecked> excuses nothing: the rule ${rule} finds nothing in it`,
    sentence: text,
    found: `rule="${rule}"`,
    expected: 'a sentence in which the rule finds something',
    remedy: 'Take <Unchecked> out, or put it around the sentence that needs it.',
  });
}
