/**
 * Invitations that were answered and those that were not, by what is known of both: wait, channel, reopening, segment.
 */
import type { CategoryColumn } from '../dataset/column.ts';
import { gather } from '../dataset/column-operations.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { dimensionColumn } from '../dataset/dimension.ts';
import { Tally } from './estimators/tally.ts';

/** What answered and unanswered invitations are compared by. */
export const FACTORS = ['wait', 'channel', 'reopened', 'segment'] as const;
export type Factor = (typeof FACTORS)[number];

/** Invitations of one kind. */
export interface Invited {
  readonly label: string;
  readonly invited: number;
  readonly answered: number;
  /** Distinct customers among those invited. */
  readonly customers: number;
}

/** One entry per value, in the order in which readers expect them; empty when nothing supplies the factor. */
export function invitedBy(dataset: Dataset, factor: Factor): Invited[] {
  const { responses } = dataset;
  const column = factorColumn(dataset, factor);
  const invitedAt = responses?.columns.invited_at;
  if (responses === null || column === null || invitedAt === undefined) return [];
  const all = new Tally(column.values.length);
  const answered = new Uint32Array(column.values.length);
  for (let row = 0; row < responses.rows; row++) {
    const value = column.codes[row] as number;
    if (value < 0 || responses.item[row] === 1 || Number.isNaN(invitedAt[row])) continue;
    all.add(value, responses.customer[row] as number);
    if (!Number.isNaN(responses.columns.submitted_at?.[row] ?? Number.NaN))
      answered[value] = (answered[value] as number) + 1;
  }
  return column.values.map((label, value) => {
    const { n, customers } = all.at(value);
    return { label, invited: n, answered: answered[value] as number, customers };
  });
}

/** What is known of every row of the responses; null when nothing supplies the factor. */
export function factorColumn(dataset: Dataset, factor: Factor): CategoryColumn | null {
  return COLUMNS[factor](dataset);
}

const COLUMNS: Readonly<Record<Factor, (dataset: Dataset) => CategoryColumn | null>> = {
  wait: (dataset) => ofTickets(dataset, waitOfTickets(dataset)),
  channel: (dataset) => dimensionColumn(dataset, 'responses', 'channel'),
  reopened: (dataset) => ofTickets(dataset, reopeningOfTickets(dataset)),
  segment: (dataset) => dimensionColumn(dataset, 'responses', 'segment'),
};

const HOUR = 3_600_000;

/** Bands of the wait for a first answer, each up to its end. */
const BANDS = [
  { label: 'within 1 hour', until: HOUR },
  { label: '1 to 4 hours', until: 4 * HOUR },
  { label: '4 to 24 hours', until: 24 * HOUR },
  { label: 'over 24 hours', until: Number.POSITIVE_INFINITY },
] as const;

/** How long the customer waited for a first answer, ticket by ticket; null when nothing tells. */
export function waitOfTickets({ tickets }: Dataset): CategoryColumn | null {
  const { created_at, first_response_at, first_response_minutes } = tickets?.columns ?? {};
  if (tickets === null || created_at === undefined) return null;
  if ((first_response_at ?? first_response_minutes) === undefined) return null;
  const codes = new Int32Array(tickets.rows);
  for (let ticket = 0; ticket < codes.length; ticket++) {
    const byMoment = (first_response_at?.[ticket] ?? Number.NaN) - (created_at[ticket] as number);
    const wait = Number.isNaN(byMoment) ? (first_response_minutes?.[ticket] ?? Number.NaN) * 60_000 : byMoment;
    codes[ticket] = wait >= 0 ? BANDS.findIndex(({ until }) => wait <= until) : -1;
  }
  return { codes, values: BANDS.map(({ label }) => label) };
}

/** Whether each ticket was opened again; null when nothing tells. */
export function reopeningOfTickets({ tickets }: Dataset): CategoryColumn | null {
  const reopens = tickets?.columns.reopens;
  if (reopens === undefined) return null;
  const codes = new Int32Array(reopens.length);
  for (let ticket = 0; ticket < codes.length; ticket++) {
    const count = reopens[ticket] as number;
    codes[ticket] = Number.isNaN(count) ? -1 : Number(count > 0);
  }
  return { codes, values: ['not reopened', 'reopened'] };
}

/** A column of responses by the ticket that each is about; -1 where there is none. */
export function ofTickets({ responses }: Dataset, column: CategoryColumn | null): CategoryColumn | null {
  return column === null || responses === null ? null : gather('category', column, responses.ticket);
}
