/**
 * What the data hold now that they did not hold then.
 */
import type { SourceAccount } from '../types/report.ts';
import { fileWords, rowWords } from '../wording/changes.ts';
import { count } from '../wording/format.ts';
import type { Edition } from './edition.schema.ts';

/** Sentences: rows by kind, then files that are new, that were exported again and that are gone. */
export function dataChanges(edition: Edition, sources: readonly SourceAccount[], locale: string): string[] {
  const kinds = [...new Set([...edition.sources, ...sources].map(({ kind }) => kind))].sort();
  const kept = (files: readonly { readonly kind: string; readonly kept: number }[], kind: string) =>
    files.filter((file) => file.kind === kind).reduce((sum, file) => sum + file.kept, 0);
  const rows = kinds.flatMap((kind) => {
    const [before, now] = [kept(edition.sources, kind), kept(sources, kind)];
    return before === now ? [] : [rowWords(kind.replaceAll('_', ' '), count(before, locale), count(now, locale))];
  });
  const before = new Map(edition.sources.map((file) => [file.path, file]));
  const added = sources.filter(({ path }) => !before.has(path)).map(({ path }) => path);
  const again = sources
    .filter(({ path, digest }) => before.has(path) && before.get(path)?.digest !== digest)
    .map(({ path }) => path);
  const gone = [...before.keys()].filter((path) => !sources.some((file) => file.path === path));
  return [
    ...rows,
    ...(added.length === 0 ? [] : [fileWords('new', added)]),
    ...(again.length === 0 ? [] : [fileWords('again', again)]),
    ...(gone.length === 0 ? [] : [fileWords('gone', gone)]),
  ];
}
