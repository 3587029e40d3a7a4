/**
 * The finished site, searched for identifiers: what is published can never be taken back.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import Papa from 'papaparse';
import { Mistake } from '../config/mistake.ts';
import type { Report } from '../report/types/report.ts';

/** Files that hold text; fonts and pictures come with the project, not from the data. */
const TEXT = new Set(['.html', '.json', '.csv', '.txt', '.xml', '.svg', '.js', '.css', '.webmanifest', '.map']);

/** At most so many are told: one mapping that is wrong publishes thousands. */
const TOLD = 5;

/**
 * @throws Mistake naming identifiers and where they stand.
 */
export function refuseIdentifiers(report: Report, folder: string): void {
  const places = new Map<string, string>();
  for (const file of textFiles(folder)) {
    for (const text of candidatesIn(file, readFileSync(join(folder, file), 'utf8'))) {
      if (!places.has(text)) places.set(text, file);
    }
  }
  const found = report.identifiersAmong(places.keys());
  const [first] = found;
  if (first === undefined) return;
  const more = found.length > TOLD ? ` and ${found.length - TOLD} more` : '';
  throw new Mistake({
    what: 'The finished site holds identifiers of customers, tickets or responses, so it must not be published',
    file: places.get(first) as string,
    found: `${found.slice(0, TOLD).join(', ')}${more}`,
    expected: 'aggregated figures only',
    remedy:
      'A column of identifiers is probably read as a channel, a department or another dimension: correct sources.yaml. ' +
      'If a writer put one into a text, take it out.',
  });
}

function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => TEXT.has(extname(file)))
    .map((file) => file.replaceAll(sep, '/'))
    .sort();
}

/** Runs of letters, digits and what stands inside addresses and codes. */
const CODE = /[\p{L}\p{N}][\p{L}\p{N}_.@+-]*[\p{L}\p{N}]/gu;

/**
 * What a file may name somebody by: the codes in it and, of a table, its whole cells, since every group of every
 * dimension is a cell there. In sentences no names of several words are looked for: a customer may be called like a chapter.
 */
function candidatesIn(file: string, text: string): Set<string> {
  const cells = extname(file) === '.csv' ? Papa.parse<string[]>(text).data.flat() : [];
  return new Set([...(text.match(CODE) ?? []), ...cells]);
}
