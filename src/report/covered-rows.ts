/**
 * Whether the days that the report covers and the rows that were read fit each other.
 */
import { formatDate } from '../calendar/dates.ts';
import { Mistake } from '../config/mistake.ts';
import type { ReportConfig } from '../config/report.schema.ts';
import type { Dataset } from '../dataset/dataset.ts';

/** No export of a help desk or a survey tool reaches back further; a date that does is a blank or a slip. */
const LONGEST_SPAN_YEARS = 40;
const YEAR = 365.25 * 86_400_000;

/** Tickets and responses that begin outside the covered days, in which they are not counted. */
export function rowsOutside({ tickets, responses, coverage }: Dataset): { tickets: number; responses: number } {
  const outside = (moment: number) => !(moment >= coverage.start && moment < coverage.end);
  const { submitted_at: submitted, invited_at: invited } = responses?.columns ?? {};
  const responseMoment = (row: number) => {
    const answered = submitted?.[row] ?? Number.NaN;
    return Number.isNaN(answered) ? (invited?.[row] ?? Number.NaN) : answered;
  };
  return {
    tickets: countRows(tickets?.rows ?? 0, (row) => outside(tickets?.columns.created_at?.[row] ?? Number.NaN)),
    responses: countRows(responses?.rows ?? 0, (row) => responses?.item[row] === 0 && outside(responseMoment(row))),
  };
}

/**
 * @throws Mistake when no row lies within the days that `coverage` names, or when the rows span more years than the
 *   exports can: one cell such as 1970-01-01 would turn every chart into empty decades.
 */
export function refuseUnfitCoverage(dataset: Dataset, { time_zone: zone, coverage }: ReportConfig): void {
  const { start, end } = dataset.coverage;
  const answers = countRows(dataset.responses?.rows ?? 0, (row) => dataset.responses?.item[row] === 0);
  const rows = (dataset.tickets?.rows ?? 0) + answers;
  const outside = rowsOutside(dataset);
  if (rows > 0 && outside.tickets + outside.responses === rows) {
    throw new Mistake({
      what: 'No ticket and no answer lies within the days that `coverage` names',
      file: 'content/report.yaml',
      field: 'coverage',
      found: [coverage.from && `from ${coverage.from}`, coverage.to && `to ${coverage.to}`].filter(Boolean).join(' '),
      expected: 'days on which the exports have rows',
      remedy: 'Correct the days, or leave `coverage` out: the first and the last row then decide.',
    });
  }
  if ((end - start) / YEAR <= LONGEST_SPAN_YEARS || (coverage.from !== undefined && coverage.to !== undefined)) return;
  throw new Mistake({
    what: `The rows span more than ${LONGEST_SPAN_YEARS} years: a date among them is likely to be wrong`,
    found: `rows from ${formatDate(zone, start)} to ${formatDate(zone, end - 1)}`,
    expected: `at most ${LONGEST_SPAN_YEARS} years`,
    remedy:
      'Look for the odd date and correct it in the export, or name the days to cover in content/report.yaml: ' +
      '`coverage: { from: 2024-01-01, to: 2026-06-30 }`.',
  });
}

function countRows(rows: number, chosen: (row: number) => boolean): number {
  let chosenRows = 0;
  for (let row = 0; row < rows; row++) if (chosen(row)) chosenRows++;
  return chosenRows;
}
