/**
 * From the mapping of a field to the cells it is read from.
 */
import { Mistake } from '../config/mistake.ts';
import type {
  CountMapping,
  DurationMapping,
  FieldMapping,
  FlagMapping,
  MomentMapping,
} from '../config/source-fields.schema.ts';
import { Cells } from './cells.ts';
import type { HeaderRow } from './headers.ts';
import type { Lookup } from './lookup.ts';
import { MissingCodes } from './missing-codes.ts';
import { foldWords, trimmed } from './values/text.ts';

/** Where a mapping asks a question about the file at hand. */
export interface MappedFile {
  /** Relative to the data folder. */
  readonly path: string;
  readonly header: HeaderRow;
  lookup(file: string, key: string, value: string): Lookup;
}

/** Finds columns, remembers which are used, and collects what is wrong with the mapping. */
export class ColumnFinder {
  readonly file: MappedFile;
  readonly used = new Set<number>();
  readonly mistakes: Mistake[] = [];

  constructor(file: MappedFile) {
    this.file = file;
  }

  /**
   * Position of the one column with this header, or of the nth of several; -1 and a mistake when there is none, or
   * more than one and nobody said which.
   */
  position(column: string, field: string, nth?: number): number {
    const { header, path } = this.file;
    const positions = header.positions(column);
    const position = positions[(nth ?? 1) - 1];
    if (position !== undefined && (nth !== undefined || positions.length === 1)) {
      this.used.add(position);
      return position;
    }
    const absent = { what: `The column for ${field} does not exist`, found: namesIn(header) };
    this.mistakes.push(
      new Mistake({
        file: path,
        field: column,
        ...(positions.length === 0
          ? { ...absent, remedy: nameAnother(header.nearest(column)) }
          : position === undefined
            ? {
                ...absent,
                what: `The column for ${field} exists ${positions.length} times, so that none is number ${nth}`,
                remedy: 'Correct `nth` in sources.yaml.',
              }
            : {
                what: `The column for ${field} exists ${positions.length} times`,
                found: `columns ${positions.map((at) => at + 1).join(', ')}`,
                expected: 'one column with this header',
                remedy: 'Say with `nth` which one is meant, or remove the others from the export.',
              }),
      }),
    );
    return -1;
  }

  /** As written in the file, or the name asked for when there is no such column. */
  nameAt(position: number, column: string): string {
    return this.file.header.names[position] ?? column;
  }
}

function namesIn(header: HeaderRow): string {
  return header.names.filter((name) => name !== '').join(', ');
}

function nameAnother(nearest: string | undefined): string {
  return `${nearest === undefined ? 'Name' : `Did you mean “${nearest}”? Name`} an existing column in sources.yaml.`;
}

/** How a field that is not a score is mapped, whatever its type. */
export type AnyFieldMapping = FieldMapping | MomentMapping | FlagMapping | DurationMapping | CountMapping;

/** The cells of a field that is not a score. */
export function cellsOf(finder: ColumnFinder, field: string, mapping: AnyFieldMapping): Cells {
  if (typeof mapping === 'string') return cellsOf(finder, field, { column: mapping });
  if ('constant' in mapping) {
    const text = trimmed(String(mapping.constant));
    return new Cells({ name: field, position: -1, compose: () => text, missing: new MissingCodes([]) });
  }
  if ('file_name' in mapping) {
    const compose = fileNameText(finder, field, mapping.file_name, mapping.template ?? '{name}');
    return new Cells({ name: field, position: -1, compose, missing: new MissingCodes([]) });
  }
  const position = finder.position(mapping.column, field, mapping.nth);
  const { lookup, values, otherwise, missing } = mapping;
  return new Cells({
    name: finder.nameAt(position, mapping.column),
    position,
    missing: new MissingCodes((missing ?? []).map((code) => [String(code), ''])),
    lookup:
      lookup === undefined
        ? undefined
        : { found: finder.file.lookup(lookup.file, lookup.key, lookup.value), path: lookup.file },
    values:
      values === undefined ? undefined : new Map(Object.entries(values).map(([from, to]) => [foldWords(from), to])),
    otherwise,
    or: 'or' in mapping && mapping.or !== undefined ? finder.position(mapping.or, field) : undefined,
    blank: 'blank' in mapping ? mapping.blank : undefined,
  });
}

/** The cells of a column of answers. */
export function answerCells(finder: ColumnFinder, field: string, { column, nth, missing, when }: AnswerSource): Cells {
  const position = finder.position(column, field, nth);
  return new Cells({
    name: finder.nameAt(position, column),
    position,
    missing: new MissingCodes(Object.entries(missing ?? {})),
    when:
      when === undefined
        ? undefined
        : { position: finder.position(when.column, `${field}.when`, 1), is: new Set(when.is.map(foldWords)) },
  });
}

export interface AnswerSource {
  readonly column: string;
  readonly nth?: number | undefined;
  readonly missing?: Readonly<Record<string, string>> | undefined;
  readonly when?: { readonly column: string; readonly is: readonly string[] } | undefined;
}

/** Fills a template from the file name and, where other names stand in braces, from columns. */
function fileNameText(
  finder: ColumnFinder,
  field: string,
  pattern: string,
  template: string,
): (record: readonly string[]) => string {
  const { path } = finder.file;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const match = matchName(finder, field, name, pattern);
  if (match === null) return () => '';
  const groups = new Map<string, string>(Object.entries(match.groups ?? {}));
  groups.set('name', match[1] ?? match[0]);
  const pieces = template.split(/\{([^{}]*)\}/).map((text, index) => {
    if (index % 2 === 0) return { text };
    const group = groups.get(text);
    return group === undefined ? { position: finder.position(text, field) } : { text: group };
  });
  if (pieces.every((piece) => 'text' in piece)) {
    const fixed = pieces.map((piece) => piece.text).join('');
    return () => fixed;
  }
  return (record) => {
    let text = '';
    for (const piece of pieces) {
      const part = 'text' in piece ? piece.text : trimmed(record[piece.position] ?? '');
      if (part === '' && !('text' in piece)) return '';
      text += part;
    }
    return text;
  };
}

function matchName(finder: ColumnFinder, field: string, name: string, pattern: string): RegExpExecArray | null {
  const fail = (what: string, expected: string) => {
    finder.mistakes.push(
      new Mistake({
        what,
        file: finder.file.path,
        field: `${field}.file_name`,
        found: pattern,
        expected,
        remedy: 'Correct `file_name` in sources.yaml.',
      }),
    );
    return null;
  };
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, 'u');
  } catch {
    return fail('The pattern for the file name is no regular expression', 'a regular expression such as (\\d{4})');
  }
  return expression.exec(name) ?? fail('The pattern does not match the file name', `a pattern that matches ${name}`);
}
