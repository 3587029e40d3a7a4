/**
 * Configuration written in YAML 1.2: text in, checked value out, or every mistake of the file with its place.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { z } from 'zod';
import { explain, type Finding, pathText } from './explain.ts';
import { Mistake, throwMistakes } from './mistake.ts';
import type { Path } from './schema-words.ts';
import { placeOf, readSource, type Source, startOf } from './yaml-source.ts';

/**
 * Reads a configuration file. An empty one is an empty group, so that defaults apply.
 *
 * @param schema What the file may say.
 * @param text The file's text; line ends and a byte order mark do not matter.
 * @param file The file's name in messages.
 * @throws Mistake or Mistakes: everything that is wrong with the file, in the order of its lines. What cannot be read
 * as YAML is reported alone.
 */
export function parseConfig<T>(schema: z.ZodType<T>, text: string, file: string): T {
  const source = readSource(text, file);
  const findings = explain(schema, source.value);
  throwMistakes([...source.slips, ...findings.map((finding) => asMistake(finding, source))].sort(byPlace));
  return schema.parse(source.value);
}

/** Where a setting at the top of a file that could be read is written. */
export function placeOfSetting(text: string, file: string, name: string): { line: number; column: number } {
  const { document, lines } = readSource(text, file);
  return placeOf(startOf(findNode(document, [name]).key), lines);
}

function asMistake({ path, about, what, expected, remedy }: Finding, source: Source): Mistake {
  const { key, value, parentKey, parent } = findNode(source.document, path);
  const isWritten = value !== undefined && value !== null && startOf(value) !== endOf(value);
  const offset = about === 'value' && isWritten ? startOf(value) : startOf(key ?? parentKey ?? parent);
  const field = pathText(path);
  const found = about === 'name' ? undefined : isWritten ? writtenText(value, source.text) : 'nothing';
  return new Mistake({
    what,
    file: source.file,
    ...placeOf(offset, source.lines),
    ...(field === '' ? {} : { field }),
    ...(found === undefined ? {} : { found }),
    ...(expected === undefined ? {} : { expected }),
    ...(remedy === undefined ? {} : { remedy }),
  });
}

interface FoundNode {
  /** Name of the setting, when it is one of a group and written. */
  readonly key?: Node;
  readonly value?: Node | null;
  /** Name of the group or list that it belongs to, and that group or list itself. */
  readonly parentKey?: Node | undefined;
  readonly parent?: Node | undefined;
}

/** What stands at a path, followed through references. */
function findNode(document: Document.Parsed, path: Path): FoundNode {
  let found: FoundNode = { value: document.contents };
  for (const step of path) {
    const parent = resolved(found.value, document);
    const parentKey = found.key;
    const around = { ...(parent === undefined ? {} : { parent }), ...(parentKey === undefined ? {} : { parentKey }) };
    if (isMap(parent)) {
      const pair = (parent.items as Pair<Node, Node | null>[]).find(({ key }) => isScalar(key) && key.value === step);
      found = pair === undefined ? around : { ...around, key: pair.key, value: pair.value };
    } else if (isSeq(parent)) {
      found = { ...around, value: (parent.items as Node[])[Number(step)] ?? null };
    } else {
      found = around;
    }
  }
  return found;
}

function resolved(node: Node | null | undefined, document: Document.Parsed): Node | undefined {
  return (isAlias(node) ? node.resolve(document) : node) ?? undefined;
}

function writtenText(node: Node, text: string): string {
  return text.slice(startOf(node), endOf(node)).replace(/\s+/g, ' ').trim();
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

function byPlace(a: Mistake, b: Mistake): number {
  return (a.details.line ?? 0) - (b.details.line ?? 0) || (a.details.column ?? 0) - (b.details.column ?? 0);
}
