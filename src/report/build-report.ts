/**
 * From folders to a finished report: the one way through the house.
 */
import { availableParallelism } from 'node:os';
import { isoDate } from '../calendar/dates.ts';
import { readActions } from '../commentary/actions.ts';
import { readCommentary } from '../commentary/read-commentary.ts';
import { DIMENSIONS } from '../dataset/dataset.ts';
import { Threads } from '../threads/threads.ts';
import type { BetweenRuns } from './between-runs.ts';
import { identifiersAmong } from './identifiers.ts';
import { inputState } from './input-state.ts';
import { type ClaimsMode, openReport } from './open-report.ts';
import { chosenQuotes } from './quotes/chosen.ts';
import type { ReadOptions } from './read-exports.ts';
import { compute, isWorthRehearsing, prepare, rehearse } from './ready.ts';
import { intakeLine } from './sources.ts';
import type { Report } from './types/report.ts';

export interface BuildOptions extends ReadOptions {
  /** `stop` when left out. */
  readonly claims?: ClaimsMode;
  /** Takes over what the run before it computed where only texts have changed; every run stands alone when left out. */
  readonly between?: BetweenRuns;
  /** Whether texts that are drafts are shown; they are as good as not there when left out. */
  readonly drafts?: boolean;
  /** Receives progress, a line at a time. */
  readonly log?: (line: string) => void;
  /** Called once everything is read and checked, before anything is computed. */
  readonly checked?: () => void;
}

/**
 * Reads configuration, exports and commentary, and opens the report on them.
 *
 * @throws Mistake or Mistakes for anything a user can mend.
 */
export async function buildReport(options: BuildOptions): Promise<Report> {
  const { between } = options;
  const threads = between?.threads ?? new Threads(availableParallelism());
  try {
    const stateNow = () => inputState(options.dataFolder, options.contentFolder);
    const state = between === undefined ? null : await stateNow();
    const computed = state === null ? null : (between?.computed(state) ?? null);
    if (computed === null) await between?.makeWay();
    const ready = computed ?? (await prepare(options, threads));
    const { context, store, assembled, sources, parts, released, key, editions } = ready;
    const { unused, ...texts } = await readCommentary(options.contentFolder, {
      filters: DIMENSIONS,
      drafts: options.drafts === true,
    });
    const actions = await readActions(options.contentFolder);
    if (computed === null) options.log?.(intakeLine(sources, context.config.locale));
    for (const name of unused) options.log?.(`No text includes partials/${name}.mdx, so nobody reads it`);
    options.checked?.();
    if (computed === null) await compute(ready, options.contentFolder, threads);
    // What was saved meanwhile may have been read or not: such figures are not those of either state.
    if (state !== null && state === (await stateNow())) between?.keep(state, ready);
    if (isWorthRehearsing(ready)) between?.rehearse(() => rehearse(options, threads));
    return openReport({
      context,
      store,
      ...texts,
      sources,
      matching: assembled.matching,
      claims: options.claims ?? 'stop',
      actions,
      editions,
      quotes: { ...chosenQuotes(context, released, key), released },
      identifiersAmong: (texts) => identifiersAmong(parts, key, texts),
      cutoffDate: isoDate(context.config.time_zone, assembled.dataset.coverage.end - 1),
    });
  } finally {
    if (between === undefined) await threads.close();
  }
}
