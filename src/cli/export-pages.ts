/**
 * A page a format for data teams: how to export, how the file is recognised, what is read and what is set aside. The tables
 * are made from the formats and their fixtures, so that they cannot say something else than the importer does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowRule } from '../config/sources.schema.ts';
import type { Format, ReadFormat, TableMapping } from '../ingest/formats/format.ts';
import { FORMATS } from '../ingest/formats/registry.ts';
import type { HeaderTest, Signature } from '../ingest/formats/signature.ts';
import { openTable } from '../ingest/open-table.ts';
import { REASONS } from '../ingest/reasons.ts';
import { HOW_TO_EXPORT } from './how-to-export.ts';

const FIXTURES = join(import.meta.dirname, '../ingest/formats/fixtures');
/** Formats with several generations of headers are shown by the fullest. */
const OVERVIEW = new URL('../../docs/exports.md', import.meta.url);

/** Text of each page by its path below `docs/`. */
export function exportPages(): Record<string, string> {
  const hints = hintsIn(readFileSync(OVERVIEW, 'utf8'));
  return Object.fromEntries(
    FORMATS.map((format) => [
      `exports/${format.id}.md`,
      'holds' in format ? refusedPage(format) : readPage(format, hints.get(format.id) ?? ''),
    ]),
  );
}

/** The last column of the overview's tables, by format. */
function hintsIn(overview: string): Map<string, string> {
  const rows = overview.split('\n').filter((line) => line.startsWith('| ['));
  return new Map(
    rows.flatMap((line) => {
      const cells = line.split(' | ');
      const hint = (cells.at(-1) ?? '').replace(/ ?\|$/, '').trim();
      return [...(cells[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, id]) => [id as string, hint] as const);
    }),
  );
}

function refusedPage(format: Extract<Format, { holds: string }>): string {
  return lines(
    `# ${format.name}`,
    '',
    `Refused: the file holds ${format.holds}.`,
    '',
    format.instead,
    '',
    ...recognised(format.signature),
    '',
    'To leave such a file in the folder without stopping the build, list it in `sources.yaml` with `kind: ignore` and a reason.',
    '',
    'Back to [all exports](../exports.md).',
  );
}

function readPage(format: ReadFormat, hint: string): string {
  const source = openTable(readFileSync(join(FIXTURES, `${format.id}.csv`)), `${format.id}.csv`, {});
  const head = { header: source.header, sample: source.sample };
  const mapping = format.mapping(head);
  const notes = format.notes?.(head) ?? [];
  return lines(
    `# ${format.name}`,
    '',
    `Format \`${format.id}\`; known from ${format.attested}.`,
    '',
    '## How to export',
    '',
    HOW_TO_EXPORT[format.id] ?? '',
    '',
    '## How it is recognised',
    '',
    ...recognised(format.signature),
    '',
    '## What is read',
    '',
    `One row becomes ${ROW_WORDS[mapping.kind]}. Columns that an export lacks are done without; all others are ignored.`,
    '',
    '| field | column | read as |',
    '|---|---|---|',
    ...Object.entries(mapping.fields as Record<string, unknown>).map(([field, from]) => fieldRow(field, from)),
    '',
    ...setAside(mapping),
    '## Mind',
    '',
    ...bullets([
      ...(hint === '' ? [] : [hint]),
      ...notes.map(sentence),
      mapping.time_zone === undefined
        ? 'Times without a zone are read in the zone that `sources.yaml` declares for the file, else in the report’s.'
        : `Times are read in the zone ${mapping.time_zone}, unless \`sources.yaml\` declares another.`,
    ]),
    '',
    'Back to [all exports](../exports.md).',
  );
}

const ROW_WORDS: Readonly<Record<TableMapping['kind'], string>> = {
  tickets: 'a ticket',
  responses: 'a response, or an invitation that was not answered',
  customers: 'a customer',
  comment_codes: 'a code of a comment',
  ticket_events: 'an event of a ticket',
  touchpoints: 'a touchpoint of a customer',
  actions: 'an action on a response',
  aspects: 'a rating of an aspect',
  margins: 'a value of a dimension, with its count in the population',
};

function recognised({ all, any = [], none = [], atLeast = any.length === 0 ? 0 : 1 }: Signature): string[] {
  return [
    `- All of: ${all.map(testWords).join(', ')}`,
    ...(any.length === 0
      ? []
      : [`- ${atLeast === 0 ? 'Any' : `At least ${atLeast}`} of: ${any.map(testWords).join(', ')}`]),
    ...(none.length === 0 ? [] : [`- None of: ${none.map(testWords).join(', ')}`]),
  ];
}

/** Shapes are shown as they are: who needs them knows how to read them. */
function testWords(test: HeaderTest): string {
  return typeof test === 'string' ? `\`${test}\`` : `headers like \`${test.source.replaceAll('|', '\\|')}\``;
}

interface ShownMapping {
  readonly column?: string;
  readonly constant?: string;
  readonly unit?: string;
  readonly subtract?: number;
  readonly scale?: { readonly min: number; readonly max: number; readonly positive_from?: number };
  readonly labels?: Readonly<Record<string, number>>;
  readonly missing?: readonly string[] | Readonly<Record<string, string>>;
  readonly or?: string;
  readonly blank?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly otherwise?: string;
  readonly when?: { readonly column: string; readonly is: readonly string[] };
}

function fieldRow(field: string, from: unknown): string {
  const mapping = (typeof from === 'string' ? { column: from } : from) as ShownMapping;
  const place = mapping.column === undefined ? `always “${mapping.constant ?? ''}”` : `\`${inCell(mapping.column)}\``;
  return `| \`${field}\` | ${place} | ${readingOf(mapping).map(inCell).join('; ')} |`;
}

function readingOf({
  unit,
  subtract,
  scale,
  labels,
  missing = [],
  values,
  otherwise,
  or,
  blank,
  when,
}: ShownMapping): string[] {
  const pairs = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).map(([word, meaning]) => `${word} = ${meaning}`);
  const codes = Array.isArray(missing) ? missing : pairs(missing as Readonly<Record<string, string>>);
  return [
    ...(unit === undefined ? [] : [`in ${unit}`]),
    ...(subtract === undefined ? [] : [`less ${subtract}`]),
    ...(scale === undefined
      ? []
      : [
          `on a scale from ${scale.min} to ${scale.max}${scale.positive_from === undefined ? '' : `, ${scale.positive_from} and more count as positive`}`,
        ]),
    ...(when === undefined ? [] : [`where \`${when.column}\` is ${when.is.join(' or ')}`]),
    ...(labels === undefined ? [] : [pairs(labels).join(', ')]),
    ...(values === undefined ? [] : [pairs(values).join(', ')]),
    ...(otherwise === undefined ? [] : [`anything else = ${otherwise}`]),
    ...(blank === undefined ? [] : [`blank = ${blank}`]),
    ...(or === undefined ? [] : [`where it is blank, \`${or}\``]),
    ...(codes.length === 0 ? [] : [`no value: ${codes.join(', ')}`]),
  ].filter((part) => part !== '');
}

function setAside(mapping: TableMapping): string[] {
  const rules = mapping.set_aside.map(ruleWords);
  const folded = mapping.kind === 'tickets' && mapping.fold !== undefined;
  if (rules.length === 0 && !folded) return [];
  return [
    '## What is set aside',
    '',
    ...bullets([...rules, ...(folded ? [`Earlier rows of one ticket: ${REASONS.earlier_update}`] : [])]),
    '',
  ];
}

function ruleWords({ column, is, word, contains, filled, reason }: RowRule): string {
  const cells =
    is !== undefined
      ? `is ${is.join(' or ')}`
      : word !== undefined
        ? `has the word ${word}`
        : contains !== undefined
          ? `contains “${contains}”`
          : filled
            ? 'is filled'
            : 'is blank';
  return `\`${column}\` ${cells}: ${REASONS[reason]}`;
}

function bullets(items: readonly string[]): string[] {
  return items.map((item) => `- ${item}`);
}

function sentence(note: string): string {
  return `${note.charAt(0).toUpperCase()}${note.slice(1)}.`;
}

/** A bar would end the cell of a table. */
function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

function lines(...parts: readonly string[]): string {
  return `${parts.join('\n')}\n`;
}
