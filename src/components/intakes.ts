/**
 * The sources of a report as readers tell them apart: one tool's exports of one kind, however many files.
 */
import type { SourceAccount } from '../report/types/report.ts';
import { kindWords } from './source-kind.ts';

export interface Intake {
  /** `Zendesk CSV export of tickets`, or what the files hold where they name no tool. */
  readonly title: string;
  readonly kind: string;
  readonly read: number;
  readonly setAside: SourceAccount['setAside'];
}

/** Sources of which some row was set aside, in the order of their first file: only then is there a way to draw. */
export function intakesOf(sources: readonly SourceAccount[]): Intake[] {
  return [...Map.groupBy(sources, titleOf)]
    .map(([title, files]) => ({
      title,
      kind: files[0]?.kind ?? '',
      read: files.reduce((sum, { read }) => sum + read, 0),
      setAside: addUp(files.flatMap(({ setAside }) => setAside)),
    }))
    .filter(({ setAside }) => setAside.length > 0);
}

/** Counts added up by reason, in the order in which reasons first occur. */
export function addUp(parts: SourceAccount['setAside']): { reason: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const { reason, count } of parts) sums.set(reason, (sums.get(reason) ?? 0) + count);
  return [...sums].map(([reason, count]) => ({ reason, count }));
}

function titleOf({ format, kind, recognised }: SourceAccount): string {
  const words = kindWords(kind);
  const plain = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const named = /as “(.+)”$/.exec(recognised)?.[1];
  if (named !== undefined) return named;
  if (format === 'guessed') return `${plain}, guessed`;
  // How a tool's export was recognised begins with its name.
  return format === 'canonical' || format === 'sources.yaml' || format === ''
    ? plain
    : (recognised.split(',')[0] ?? plain);
}
