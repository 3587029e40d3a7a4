/**
 * Looks up what an edition recorded.
 */
import { once } from '../../metrics/once.ts';
import type { Edition, EditionDefinition, EditionFigure } from './edition.schema.ts';

export interface RecordedFigure {
  readonly period: string;
  readonly status: EditionFigure[1];
  readonly n: number | null;
  readonly value: number | null;
  readonly method: string;
}

/** Figures by metric, group and period. */
const figuresOf = once(({ estimates }: Edition) => {
  const found = new Map<string, RecordedFigure>();
  for (const [metric, dimension, value, , figures] of estimates) {
    for (const [period, status, n, estimate, , , method] of figures) {
      found.set(keyOf(metric, dimension, value, period), { period, status, n, value: estimate, method });
    }
  }
  return found;
});

const definitionsOf = once(
  ({ definitions }: Edition) => new Map(definitions.map((definition) => [definition.id, definition])),
);

/** The figure as it was published; undefined where there was none. */
export function recordedFigure(
  edition: Edition,
  metric: string,
  dimension: string,
  value: string,
  period: string,
): RecordedFigure | undefined {
  return figuresOf(edition).get(keyOf(metric, dimension, value, period));
}

export function recordedDefinition(edition: Edition, metric: string): EditionDefinition | undefined {
  return definitionsOf(edition).get(metric);
}

function keyOf(...names: readonly string[]): string {
  return names.join('\n');
}
