/**
 * Events of `report.yaml` and of `events.csv`, put together and checked.
 */
import type { WrittenEvent } from '../commentary/events.ts';
import { Mistake } from '../config/mistake.ts';
import type { ReportConfig } from '../config/report.schema.ts';
import { byDate } from '../config/report.ts';
import { sameName } from '../config/values.ts';
import type { ReportContext } from './context.ts';
import { resolveMetric } from './names.ts';
import { LENSES } from './types/estimate.ts';

/**
 * The settings with the events of the table among their own, in order of date.
 *
 * @throws Mistake for an event that stands in both.
 */
export function withEvents(config: ReportConfig, written: readonly WrittenEvent[]): ReportConfig {
  const keyOf = ({ date, label }: Pick<WrittenEvent, 'date' | 'label'>) => `${date} ${sameName(label)}`;
  const known = new Set(config.events.map(keyOf));
  const repeated = written.find((event) => known.has(keyOf(event)));
  if (repeated !== undefined) {
    throw new Mistake({
      what: 'An event stands in report.yaml and in events.csv',
      ...repeated.place,
      found: `${repeated.date}, ${repeated.label}`,
      expected: 'each event once',
      remedy: 'Take it out of one of the two.',
    });
  }
  return { ...config, events: [...config.events, ...written].toSorted(byDate) };
}

/** Names of metrics in events that do not exist, as mistakes: their events would stand in no chart. */
export function unknownEventMetrics(context: ReportContext, written: readonly WrittenEvent[]): Mistake[] {
  const named = [
    ...written.map(({ metrics, place }) => ({ metrics, place: { ...place, field: 'metrics' } })),
    ...context.config.events
      .filter((event) => !('place' in event))
      .map(({ metrics, label }) => ({ metrics, place: { file: 'content/report.yaml', field: `events, “${label}”` } })),
  ];
  return named.flatMap(({ metrics = [], place }) =>
    metrics
      .filter((name) => !(LENSES as readonly string[]).includes(sameName(name)))
      .flatMap((name) => {
        try {
          resolveMetric(context, name, place);
          return [];
        } catch (error) {
          if (error instanceof Mistake) return [error];
          throw error;
        }
      }),
  );
}
