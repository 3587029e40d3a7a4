/**
 * Invitations of every instrument by what is known of answered and unanswered ones alike.
 */
import type { CategoryColumn } from '../../dataset/column.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { dimensionColumn } from '../../dataset/dimension.ts';
import { customerSpans } from '../../metrics/customer-span.ts';
import { FACTORS, type Factor, factorColumn } from '../../metrics/who-answered.ts';

/** What the frame can be parted by; the years as a customer are known of everybody in the customer list. */
export const FRAME_FACTORS = [...FACTORS, 'tenure'] as const;
export type FrameFactor = Factor | 'tenure';

/** The rows of one instrument: who was invited, and whether it heard them. */
export interface InstrumentRows {
  /** Name of the survey in the data; null = comments, over all surveys. */
  readonly survey: string | null;
  readonly row: readonly number[];
  readonly heard: Uint8Array;
}

/** Every survey, and comments as an instrument of their own. Where no source names surveys, all are one, without a name. */
export function instrumentRows(dataset: Dataset): InstrumentRows[] {
  const { responses } = dataset;
  const { invited_at: invitedAt, submitted_at: answeredAt, comment } = responses?.columns ?? {};
  if (responses === null || invitedAt === undefined) return [];
  const survey = dimensionColumn(dataset, 'responses', 'survey');
  const names = survey?.values ?? [''];
  const rows = names.map((): number[] => []);
  const invited: number[] = [];
  for (let row = 0; row < responses.rows; row++) {
    if (responses.item[row] === 1 || Number.isNaN(invitedAt[row])) continue;
    invited.push(row);
    rows[survey === null ? 0 : (survey.codes[row] as number)]?.push(row);
  }
  const answered = (row: number) => Number(!Number.isNaN(answeredAt?.[row] ?? Number.NaN));
  const wrote = (row: number) =>
    Number(comment !== undefined && (comment.starts[row + 1] as number) > (comment.starts[row] as number));
  const surveys = names.map((name, place) => {
    const own = rows[place] as number[];
    return { survey: name, row: own, heard: Uint8Array.from(own, answered) };
  });
  return comment === undefined
    ? surveys
    : [
        ...surveys,
        { survey: null, row: invited, heard: Uint8Array.from(invited, (row) => answered(row) && wrote(row)) },
      ];
}

/** The value of a factor for every row of the responses; null when nothing supplies it. */
export function frameColumn(dataset: Dataset, factor: FrameFactor): CategoryColumn | null {
  return factor === 'tenure' ? tenures(dataset) : factorColumn(dataset, factor);
}

const YEAR = 365.25 * 86_400_000;
const BANDS = [
  { label: 'under 1 year', until: 1 },
  { label: '1 to 3 years', until: 3 },
  { label: '3 years or more', until: Number.POSITIVE_INFINITY },
] as const;

/** How long each customer had been one when invited. */
function tenures(dataset: Dataset): CategoryColumn | null {
  const { responses, customers } = dataset;
  const invitedAt = responses?.columns.invited_at;
  if (responses === null || invitedAt === undefined || customers?.columns.joined_at === undefined) return null;
  const joined = new Float64Array(dataset.customerCount).fill(Number.NaN);
  const { from } = customerSpans(dataset);
  for (const [row, who] of customers.customer.entries()) if (who >= 0) joined[who] = from[row] as number;
  const codes = Int32Array.from(invitedAt, (at, row) => {
    const years = (at - (joined[responses.customer[row] as number] ?? Number.NaN)) / YEAR;
    return years >= 0 ? BANDS.findIndex(({ until }) => years < until) : -1;
  });
  return { codes, values: BANDS.map(({ label }) => label) };
}
