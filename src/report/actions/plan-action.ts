/**
 * What an action asks of the report: names checked, and the two periods that are set against each other.
 */
import { startOfDate } from '../../calendar/zone.ts';
import type { WrittenAction } from '../../commentary/actions.ts';
import { Mistake, throwMistakes } from '../../config/mistake.ts';
import { breakBetween } from '../breaks.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Pair } from '../family.ts';
import { resolveFilter, resolveMetric } from '../names.ts';
import { standsOnSeveralScales } from '../scales.ts';
import { comparedGrain } from '../sections.ts';
import type { Filter } from '../types/estimate.ts';
import { beforeAndAfter } from './action-periods.ts';

export interface PlannedAction {
  readonly written: WrittenAction;
  /** Id of the metric; null where none is named. */
  readonly metric: string | null;
  readonly where: Filter;
  /** Before and after, or why nothing is compared. */
  readonly compared: ComparedPeriods | Uncompared;
}

export interface ComparedPeriods {
  readonly pair: Pair;
  /** Whether both are the same part of their years. */
  readonly isSameSeason: boolean;
}

export interface Uncompared {
  readonly pair: null;
  /** The rest of the sentence “Not measured: …”. */
  readonly why: string;
  /** Whether a later edition will tell. */
  readonly isEarly: boolean;
}

/**
 * @throws Mistake or Mistakes that name file, record and column of every wrong name.
 */
export function planActions(
  context: ReportContext,
  store: EstimateStore,
  actions: readonly WrittenAction[],
): PlannedAction[] {
  const mistakes: Mistake[] = [];
  const planned = actions.flatMap((written) => {
    try {
      return [planOf(context, store, written)];
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      mistakes.push(error);
      return [];
    }
  });
  throwMistakes(mistakes);
  return planned;
}

function planOf(context: ReportContext, store: EstimateStore, written: WrittenAction): PlannedAction {
  const { place, start, status } = written;
  if (written.metric === '') {
    if (Object.keys(written.where).length > 0) {
      throw new Mistake({
        what: 'An action has a filter and no metric',
        ...place,
        field: 'metric',
        found: 'nothing',
        expected: 'the metric that is looked at within the filter',
      });
    }
    return { written, metric: null, where: {}, compared: uncompared('no metric is named') };
  }
  const metric = resolveMetric(context, written.metric, { ...place, field: 'metric' });
  const where = resolveFilter(context, store, metric, written.where, { ...place, field: 'filter' });
  const nothing = (why: string, isEarly = false) => ({ written, metric, where, compared: uncompared(why, isEarly) });
  const missing = store.unavailable(metric);
  if (missing !== null) return nothing(missing);
  if (start === null || status === 'planned') return nothing('it has not begun', true);
  if (standsOnSeveralScales(context, metric, null)) return nothing('its answers stand on different scales');
  const grain = comparedGrain(context, store, metric);
  const began = startOfDate(context.config.time_zone, start);
  const { before, after, isSameSeason } = beforeAndAfter(context.periods[grain], began);
  if (after === null) return nothing(`no whole ${grain} that began since then is over`, true);
  if (before === null) return nothing(`the data hold no whole ${grain} before it`);
  const parting = breakBetween(context, metric, before, after);
  if (parting !== null) return nothing(`its definition changed on ${parting.dateWords} (${parting.what})`);
  return {
    written,
    metric,
    where,
    compared: {
      pair: {
        metric,
        occasion: 'over time',
        a: { where, period: before, name: before.label },
        b: { where, period: after, name: after.label },
      },
      isSameSeason,
    },
  };
}

function uncompared(why: string, isEarly = false): Uncompared {
  return { pair: null, why, isEarly };
}
