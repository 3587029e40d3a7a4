/**
 * Words of the configuration as comments are read: composed, in small letters, one sign for all apostrophes.
 */
import type { ReportConfig } from '../config/report.schema.ts';
import { INVISIBLE } from '../ingest/values/letters.ts';
import type { Theme } from '../metrics/definition.ts';

/** The words of a name, one by one. */
export function wordsOfName(name: string): string[] {
  return asRead(name).match(/\p{L}[\p{L}\p{M}’]*/gu) ?? [];
}

/** The themes that the company looks for. */
export function themesOf({ themes }: ReportConfig): Theme[] {
  return Object.entries(themes).map(([name, words]) => ({ name: name.trim(), patterns: words.map(asRead) }));
}

/** All words of all themes, which the importer has to tell apart. */
export function patternsOf(config: ReportConfig): string[] {
  return themesOf(config).flatMap(({ patterns }) => patterns);
}

function asRead(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['‘ʼ＇]/g, '’');
}
