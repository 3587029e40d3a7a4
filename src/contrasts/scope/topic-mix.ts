/**
 * What contacts are about, by how many a customer rated.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { dimensionColumn } from '../../dataset/dimension.ts';
import type { ContactRuns } from './contact-runs.ts';

/** Rated contacts of one topic by number of contacts, 1 at place 0. */
export interface TopicRow {
  readonly topic: string;
  readonly contacts: readonly number[];
  /** Distinct customers behind them. */
  readonly customers: readonly number[];
}

export interface TopicMix {
  /** The topic with the most contacts first. */
  readonly topics: readonly TopicRow[];
  /** Rated contacts whose topic is known, by number of contacts. */
  readonly known: readonly number[];
}

/** Categories of the tickets behind ratings; null where no ticket has one. */
export function topicMix(dataset: Dataset, { ratings, ofRow }: ContactRuns, most: number): TopicMix | null {
  const column = dimensionColumn(dataset, 'responses', 'category');
  if (column === null) return null;
  const { codes, values } = column;
  const size = values.length * most;
  const contacts = new Int32Array(size);
  const customers = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  const known = new Array<number>(most).fill(0);
  for (let row = 0; row < ofRow.length; row++) {
    const who = ofRow[row] as number;
    const topic = codes[row] as number;
    const level = who < 0 ? most : (ratings[who] as number) - 1;
    if (topic < 0 || level >= most) continue;
    const cell = topic * most + level;
    contacts[cell] = (contacts[cell] as number) + 1;
    if (last[cell] !== who) customers[cell] = (customers[cell] as number) + 1;
    last[cell] = who;
    known[level] = (known[level] as number) + 1;
  }
  const topics = values.map((topic, code) => ({
    topic,
    contacts: [...contacts.subarray(code * most, (code + 1) * most)],
    customers: [...customers.subarray(code * most, (code + 1) * most)],
  }));
  const total = ({ contacts: counts }: TopicRow) => counts.reduce((sum, count) => sum + count, 0);
  topics.sort((a, b) => total(b) - total(a) || (a.topic < b.topic ? -1 : 1));
  return known.every((count) => count === 0) ? null : { topics: topics.filter((row) => total(row) > 0), known };
}
