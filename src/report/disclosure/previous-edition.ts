/**
 * What an earlier edition says that readers can still see: whoever subtracts it from this one must not learn of a few.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { Mistake } from '../../config/mistake.ts';

/** Where the `estimates.csv` of the edition that is online is put, below the content folder. */
export const PREVIOUS_EDITION = 'previous/estimates.csv';

/** Counts that an earlier edition published. */
export interface PreviousEdition {
  /** The published count of a figure; undefined where the edition had none, or kept it back. */
  n(metric: string, dimension: string, value: string, period: string): number | undefined;
}

const COLUMNS = ['metric', 'dimension', 'value', 'period', 'n'] as const;

/**
 * The edition that is online; null when none is given.
 *
 * @throws Mistake when the file is no `estimates.csv`.
 */
export async function readPreviousEdition(contentFolder: string): Promise<PreviousEdition | null> {
  let text: string;
  try {
    text = await readFile(join(contentFolder, PREVIOUS_EDITION), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return previousEdition(text);
}

/** @throws Mistake when a column is missing. */
export function previousEdition(text: string): PreviousEdition {
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const found = meta.fields ?? [];
  const missing = COLUMNS.filter((column) => !found.includes(column));
  if (missing.length > 0) {
    throw new Mistake({
      what: 'The previous edition is no estimates.csv of a report',
      file: `content/${PREVIOUS_EDITION}`,
      found: found.length === 0 ? 'no header' : `columns ${found.join(', ')}`,
      expected: `the columns ${COLUMNS.join(', ')} among others`,
      remedy: 'Copy data/estimates.csv of the published site to this place, unchanged.',
    });
  }
  const counts = new Map<string, number>();
  for (const { metric = '', dimension = '', value = '', period = '', n = '' } of data) {
    // A count that was kept back stands as `<10`.
    if (/^\d+$/.test(n)) counts.set(keyOf(metric, dimension, plain(value), period), Number(n));
  }
  return { n: (metric, dimension, value, period) => counts.get(keyOf(metric, dimension, value, period)) };
}

function keyOf(...names: readonly string[]): string {
  return names.join('\n');
}

/** Text that a spreadsheet would run was written with an apostrophe before it. */
function plain(value: string): string {
  return /^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value;
}
