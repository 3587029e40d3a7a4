/**
 * All that a report is opened on but the writers' texts: read and checked, then computed.
 */
import { throwMistakes } from '../config/mistake.ts';
import type { Threads } from '../threads/threads.ts';
import { unfitBreaks } from './breaks.ts';
import { unknownEventMetrics } from './chart-events.ts';
import type { ReportContext } from './context.ts';
import { readPreviousEdition } from './disclosure/previous-edition.ts';
import { recordedFigures } from './disclosure/recorded-figures.ts';
import { withheldFigures } from './disclosure/withheld.ts';
import type { Edition } from './editions/edition.schema.ts';
import { readEditions } from './editions/read-editions.ts';
import { EstimateStore } from './estimates.ts';
import { identifierKey } from './identifiers.ts';
import { unknownDepartmentHours, unknownMetricSettings } from './names.ts';
import { type Released, releasedQuotes } from './quotes/released.ts';
import { type Exports, type ReadOptions, readInThreads, rowsIn } from './read-exports.ts';
import { reportContext } from './report-context.ts';
import { warmInThreads } from './warm.ts';

/** From so many rows on, threads are worth it: analyses resample, which takes as long for few rows as for many. */
const WORTH_RESAMPLING_ASIDE = 10_000;

/** From so many rows on, whoever saves first would wait for the rehearsal longer than it saves them. */
const TOO_MANY_TO_REHEARSE = 200_000;

/** What a report is opened on. */
export interface Ready extends Omit<Exports, 'config' | 'events'> {
  readonly context: ReportContext;
  readonly store: EstimateStore;
  readonly released: Released;
  readonly key: bigint;
  readonly editions: readonly Edition[];
}

/**
 * Reads and checks everything that figures are computed from.
 *
 * @throws Mistake or Mistakes for anything a user can mend.
 */
export async function prepare(options: ReadOptions, threads: Threads): Promise<Ready> {
  const { config, events, ...exports } = await readInThreads(options, threads);
  const context = reportContext(exports.assembled.dataset, config);
  throwMistakes([
    ...unknownMetricSettings(context),
    ...unknownDepartmentHours(context),
    ...unknownEventMetrics(context, events),
    ...unfitBreaks(context),
  ]);
  const key = identifierKey(config);
  const released = await releasedQuotes(options.contentFolder, config, exports.parts, key);
  const editions = await readEditions(options.contentFolder);
  return { ...exports, context, store: new EstimateStore(context), released, key, editions };
}

/** Whether a rehearsal is soon over. */
export function isWorthRehearsing({ assembled }: Pick<Ready, 'assembled'>): boolean {
  return rowsIn(assembled) < TOO_MANY_TO_REHEARSE;
}

/** Does it all and throws it away. */
export async function rehearse(options: ReadOptions, threads: Threads): Promise<void> {
  await compute(await prepare(options, threads), options.contentFolder, threads);
}

/** Fills the store, in threads where that is worth doing, and keeps back what may not be published. */
export async function compute(ready: Ready, contentFolder: string, threads: Threads): Promise<void> {
  const { context, store, assembled, editions } = ready;
  const recorded = editions.length === 0 ? null : recordedFigures(editions, context.config.time_zone);
  const previous = await readPreviousEdition(contentFolder);
  const audit = async () => store.keepBack(await withheldFigures(context, store, previous, recorded));
  if (rowsIn(assembled) >= WORTH_RESAMPLING_ASIDE) await warmInThreads(context, store, threads, audit);
  else await audit();
}
