/**
 * The head of a writer's text: what its lines between three hyphens say of it.
 */
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { Mistake } from '../config/mistake.ts';
import { parseConfig, placeOfSetting } from '../config/yaml.ts';
import { commentHeadSchema, pageHeadSchema, partialHeadSchema } from './head.schema.ts';
import type { UsePlace } from './vocabulary/component.ts';

/** What a text belongs to: a page of the report, itself as a page, or the texts that include it. */
export type TextKind = 'comment' | 'page' | 'partial';

export interface Head {
  /** Empty for a comment without one. */
  readonly title: string;
  /** Empty when there is none. */
  readonly summary: string;
  /** Null when there is none. */
  readonly order: number | null;
  readonly authors: readonly string[];
  /** In words; empty when there is none. */
  readonly date: string;
  /** Of the components that name none, and where it was written; null when there is none. */
  readonly period: { readonly written: string; readonly place: UsePlace } | null;
  readonly panel: z.infer<typeof pageHeadSchema>['panel'] | null;
  readonly draft: boolean;
}

/**
 * Reads the head of a text; without one all is as if it said nothing.
 *
 * @param source the whole file.
 * @param file how messages name it.
 * @throws Mistake or Mistakes with line and column of every setting that cannot be used; for a page without a title.
 */
export function readHead(source: string, file: string, kind: TextKind): Head {
  const yaml = headOf(source, file);
  const { period, ...head } = settingsOf(yaml, file, kind);
  const { authors = [] } = head;
  return {
    title: head.title ?? '',
    summary: head.summary ?? '',
    order: head.order ?? null,
    authors: typeof authors === 'string' ? [authors] : authors,
    date: head.date ?? '',
    period: period === undefined ? null : { written: period, place: { file, ...placeOfSetting(yaml, file, 'period') } },
    panel: head.panel ?? null,
    draft: head.draft ?? false,
  };
}

/** Whether the head of a text says that it is a draft; a head that cannot be read says nothing. */
export function isDraft(source: string): boolean {
  try {
    const written = parseDocument(headOf(source, '')).toJS();
    return typeof written === 'object' && written !== null && written.draft === true;
  } catch {
    return false;
  }
}

type Settings = Partial<z.infer<typeof pageHeadSchema>>;

function settingsOf(yaml: string, file: string, kind: TextKind): Settings {
  if (kind === 'page') return parseConfig(pageHeadSchema, yaml, file);
  if (kind === 'partial') return parseConfig(partialHeadSchema, yaml, file);
  const { title, ...head } = parseConfig(commentHeadSchema, yaml, file);
  return title === undefined ? head : { title, ...head };
}

/** The lines of the head, below as many empty ones as stand above it, so that places are those of the file. */
function headOf(source: string, file: string): string {
  const text = source.replace(/^\uFEFF/, '');
  const [, above = '', fence = ''] = /^(\s*\n)?(---|\+\+\+)[ \t]*\r?(?:\n|$)/.exec(text) ?? [];
  if (fence === '') return '';
  if (fence === '+++') {
    throw new Mistake({
      what: 'The head of the text is not written as YAML',
      file,
      ...placeOfFence(above),
      found: '+++',
      expected: '--- above and below lines such as “title: Why customers call”',
      remedy: 'Write --- in place of +++, and “name: value” on each line between.',
    });
  }
  const rest = text.slice(above.length).replace(/^.*\n?/, '');
  const end = /^---[ \t]*\r?$/m.exec(rest)?.index;
  if (end !== undefined) return `${above.replace(/[^\n]/g, '')}\n${rest.slice(0, end)}`;
  throw new Mistake({
    what: 'The head of the text has no end',
    file,
    ...placeOfFence(above),
    found: '---',
    expected: 'a second line --- below the settings',
    remedy: 'Write --- on a line of its own before the text begins.',
  });
}

function placeOfFence(above: string): { line: number; column: number } {
  return { line: above.split('\n').length, column: 1 };
}
