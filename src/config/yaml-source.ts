/**
 * YAML 1.2 as plain data, with the places of everything in it, or the one mistake for which it cannot be read.
 */
import { type Document, isScalar, LineCounter, type Node, parseDocument, visit, type YAMLError } from 'yaml';
import { Mistake, type MistakeDetails } from './mistake.ts';

/**
 * How often anchors may be repeated, each use inside another counted again: far more than a person writes, far less
 * than would exhaust the memory.
 */
const MAX_ALIASES = 1000;

const TOO_DEEP = 'Settings are nested too deeply to be read';

/** A file that could be read: its value, where everything stands, and the slips seen before any schema is asked. */
export interface Source {
  readonly text: string;
  readonly file: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly value: unknown;
  readonly slips: readonly Mistake[];
}

/**
 * Reads YAML text; an empty one is an empty group.
 *
 * @throws Mistake for what is no YAML, or no configuration: several documents, types, endless nesting.
 */
export function readSource(markedText: string, file: string): Source {
  const text = markedText.replace(/^\uFEFF/, '');
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      resolveKnownTags: false,
      // Names are compared as text below: 11 and "11" are the same setting.
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: lines,
    });
    // One slip of syntax makes many errors; the first says where to look.
    const [error] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    if (error !== undefined) throw syntaxMistake(error, text, file, lines);
    refuseLostAliases(document, file, lines);
    const slips = tidyNames(document, file, lines);
    const value = document.contents === null ? {} : document.toJS({ maxAliasCount: MAX_ALIASES });
    return { text, file, document, lines, value: value ?? {}, slips };
  } catch (error) {
    if (error instanceof Mistake) throw error;
    // The library's ways to say that references multiply and that its own stack is exhausted.
    if (error instanceof ReferenceError) throw new Mistake({ what: 'References (*name) are repeated too often', file });
    if (error instanceof RangeError) throw new Mistake({ what: TOO_DEEP, file });
    throw error;
  }
}

/**
 * Makes every name the text that was written, so that `11`, `1.50` and `no` stay what they are in the data; repeated
 * names and names that no setting can have are slips.
 */
function tidyNames(document: Document.Parsed, file: string, lines: LineCounter): Mistake[] {
  const slips: Mistake[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<string, number>();
      map.items = map.items.filter((pair) => {
        const place = placeOf(startOf(pair.key), lines);
        if (!isScalar(pair.key)) {
          const remedy = 'Put the name in quotes, or write a list with “- ” before each entry';
          slips.push(new Mistake({ what: 'A name must be plain text', file, ...place, remedy }));
          return false;
        }
        const name = pair.key.source ?? String(pair.key.value);
        pair.key.value = name;
        const earlier = seen.get(name);
        if (earlier === undefined && name !== '__proto__') {
          seen.set(name, place.line);
          return true;
        }
        slips.push(
          earlier === undefined
            ? new Mistake({ what: `“${name}” is not a setting`, file, ...place, remedy: 'Remove it' })
            : new Mistake({
                what: `“${name}” is written twice`,
                file,
                ...place,
                found: `lines ${earlier} and ${place.line}`,
                expected: 'each name once',
                remedy: 'Remove one of the two',
              }),
        );
        return false;
      });
    },
  });
  return slips;
}

/** An asterisk starts a reference in YAML, and globs start with one. */
function refuseLostAliases(document: Document.Parsed, file: string, lines: LineCounter): void {
  visit(document, {
    Alias(_, alias, ancestors) {
      const anchored = alias.resolve(document);
      const place = placeOf(startOf(alias), lines);
      if (anchored === undefined) {
        throw new Mistake({
          what: 'A text that begins with an asterisk must stand in quotes',
          file,
          ...place,
          found: `*${alias.source}`,
          remedy: `Write "*${alias.source}"`,
        });
      }
      if (ancestors.includes(anchored)) {
        throw new Mistake({ what: 'A group of settings contains itself', file, ...place, found: `*${alias.source}` });
      }
    },
  });
}

function syntaxMistake(error: YAMLError, text: string, file: string, lines: LineCounter): Mistake {
  const place = placeOf(error.pos[0], lines);
  const line = text.split(/\r?\n/)[place.line - 1]?.trim();
  const found = line === undefined || line === '' ? {} : { found: line };
  return new Mistake({ file, ...place, ...found, ...syntaxWords(error) });
}

/** The slips that people make, in their words; the rest in those of the library. */
function syntaxWords(error: YAMLError): Pick<MistakeDetails, 'what' | 'expected' | 'remedy'> {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { what: 'The line is indented with a tab', expected: 'spaces', remedy: 'Replace the tab by two spaces' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        what: 'The line cannot be read as “name: value”',
        remedy: 'Put a text that contains a colon in quotes, and give lines of one group the same indentation',
      };
    case 'MULTILINE_IMPLICIT_KEY':
      return { what: 'The line has no colon after its name', expected: '“name: value”', remedy: 'Add the colon' };
    case 'BAD_SCALAR_START':
      return { what: 'A text cannot begin with this character unless it stands in quotes', remedy: 'Put it in quotes' };
    case 'BAD_DQ_ESCAPE':
      return {
        what: 'A backslash in double quotes must be written twice',
        remedy: 'Put the text in single quotes, where a backslash is itself',
      };
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
      return {
        what: 'A bracket, a quotation mark or a colon is missing, here or on a line before',
        remedy: 'Close what was opened, and give lines of one group the same indentation',
      };
    case 'RESOURCE_EXHAUSTION':
      return { what: TOO_DEEP };
    case 'MULTIPLE_DOCS':
      return { what: 'The file holds more than one document', remedy: 'Remove the line “---” between them' };
    case 'TAG_RESOLVE_FAILED':
      return { what: 'Types (!name) are not used here', remedy: 'Put a text that begins with “!” in quotes' };
    default:
      return { what: `This is not valid YAML: ${error.message.replace(/\.$/, '')}` };
  }
}

/** Where a node begins in the text; 0 when there is none. */
export function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

/** An offset as line and column, both from 1. */
export function placeOf(offset: number, lines: LineCounter): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
