/**
 * An edition as the text of its file: JSON with one row a line, so that two editions can be set beside each other line by
 * line.
 */
import type { Edition } from './edition.schema.ts';

/** The same edition gives the same bytes. */
export function editionText(edition: Edition): string {
  const entries = Object.entries(edition).map(([name, value]) => `${JSON.stringify(name)}: ${valueText(value)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}

function valueText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}
