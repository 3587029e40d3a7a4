/**
 * Which format a file has.
 */
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import type { TableName } from '../dataset/model.ts';
import { aggregate } from './formats/aggregate.ts';
import { CANONICAL_NEEDS, canonical, canonicalTables } from './formats/canonical.ts';
import type { Format, ReadFormat, Recognised, TableHead } from './formats/format.ts';
import { guess } from './formats/guess.ts';
import { FORMATS } from './formats/registry.ts';
import { strength, witnesses } from './formats/signature.ts';
import { suggestMapping } from './suggest-mapping.ts';

/** A tool's export needs so many headers more than any other that fits. */
const MARGIN = 1;

/** At most so many headers are named as proof. */
const PROOF = 6;

/**
 * The one format whose headers these are: a canonical table, a tool's export, or a guess that says that it is one.
 *
 * @param declared format named in `sources.yaml`; it then has to be that.
 * @throws Mistake with the mapping to write when no format or more than one fits, or when the format is one whose rows
 *   cannot be read as tickets or answers.
 */
export function recognise(file: string, head: TableHead, declared?: string): Recognised {
  if (declared !== undefined) return asDeclared(file, head, declared);
  const tables = canonicalTables(head.header);
  if (tables.length > 1) throw undecided(file, head, `both canonical ${tables.join(' and canonical ')}`, tables[0]);
  if (tables[0] !== undefined) return canonical(tables[0], head.header);
  const [best, second] = candidates(head);
  if (best !== undefined) {
    if (second !== undefined && best.strength - second.strength < MARGIN) {
      throw undecided(file, head, `${best.format.name} or ${second.format.name}`);
    }
    return asFormat(file, head, best.format);
  }
  if (strength(aggregate.signature, head.header) > 0) throw refused(file, head, aggregate);
  const guessed = guess(head);
  if (guessed !== null) return guessed;
  throw new Mistake({
    what: 'Nobody can tell what this file holds',
    file,
    found: headersOf(head),
    expected: `the export of a tool that docs/exports.md lists, or the headers of a table: ${needs()}`,
    remedy: remedy(file, head),
  });
}

function candidates(head: TableHead): { format: Format; strength: number }[] {
  return FORMATS.map((format) => ({ format, strength: strength(format.signature, head.header) }))
    .filter(({ format, strength: found }) => found > 0 && (format.fits?.(head) ?? true))
    .sort((a, b) => b.strength - a.strength);
}

function asFormat(file: string, head: TableHead, format: Format): Recognised {
  if ('holds' in format) throw refused(file, head, format);
  const proof = witnesses(format.signature, head.header).slice(0, PROOF);
  return read(head, format, `${format.name}, by the headers ${proof.join(', ')}`);
}

function read(head: TableHead, format: ReadFormat, how: string): Recognised {
  return { format: format.id, mapping: format.mapping(head), how, notes: format.notes?.(head) ?? [] };
}

function asDeclared(file: string, head: TableHead, id: string): Recognised {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (format !== undefined && !('holds' in format)) {
    if (strength(format.signature, head.header) === 0) throw notThat(file, head, format);
    return read(head, format, `${format.name}, as sources.yaml says`);
  }
  const ids = FORMATS.filter((candidate) => !('holds' in candidate)).map((candidate) => candidate.id);
  const near = nearest(id, ids);
  throw new Mistake({
    what: 'There is no such format',
    file: 'sources.yaml',
    field: `format of ${file}`,
    found: id,
    expected: ids.join(', '),
    remedy: near === undefined ? 'Name one of these, or leave `format` out.' : `Did you mean “${near}”?`,
  });
}

function notThat(file: string, head: TableHead, format: ReadFormat): Mistake {
  return new Mistake({
    what: `The file is not what sources.yaml says: it lacks the headers of ${format.name}`,
    file,
    found: headersOf(head),
    remedy: `Take \`format: ${format.id}\` out of sources.yaml, or map the columns there.`,
  });
}

function refused(file: string, head: TableHead, format: Extract<Format, { holds: string }>): Mistake {
  return new Mistake({
    what: `The file holds ${format.holds}, not single tickets or answers`,
    file,
    found: `${format.name}: ${witnesses(format.signature, head.header).slice(0, PROOF).join(', ')}`,
    expected: 'one row a ticket or one row an answer',
    remedy: `${format.instead} To leave this file out:\n\n${ignoreLines(file).join('\n')}`,
  });
}

function undecided(file: string, head: TableHead, found: string, kind?: TableName): Mistake {
  return new Mistake({
    what: 'The headers of this file fit more than one format',
    file,
    found,
    expected: `headers of one format; canonical tables need ${needs()}`,
    remedy: remedy(file, head, kind),
  });
}

function needs(): string {
  return Object.entries(CANONICAL_NEEDS)
    .map(([table, headers]) => `${table}: ${headers}`)
    .join('; ');
}

function headersOf({ header }: TableHead): string {
  return header.names.filter((name) => name !== '').join(', ');
}

function remedy(file: string, { header }: TableHead, kind?: TableName): string {
  return [
    'Describe the file in data/sources.yaml and check every line of it, for example:',
    '',
    ...suggestMapping(file, header, kind),
    '',
    'or, to leave it out of the report:',
    '',
    ...ignoreLines(file),
  ].join('\n');
}

function ignoreLines(file: string): string[] {
  return ['sources:', `  - glob: ${JSON.stringify(file)}`, '    kind: ignore', '    reason: why it is left out'];
}
