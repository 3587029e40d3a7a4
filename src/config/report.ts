/**
 * Loads `content/report.yaml`.
 */
import { readConfig } from './read-file.ts';
import { type ChartEventConfig, type ReportConfig, reportSchema } from './report.schema.ts';

/**
 * The settings of a report. Without the file, or without the folder, all are defaults. Events come in order of date.
 *
 * @throws Mistake or Mistakes with everything that is wrong with the file.
 */
export async function loadReportConfig(contentFolder: string): Promise<ReportConfig> {
  const config = await readConfig<ReportConfig>(reportSchema, contentFolder, 'report.yaml');
  return { ...config, events: config.events.toSorted(byDate) };
}

/** Sorts events by date, those of one day by label. */
export function byDate(a: ChartEventConfig, b: ChartEventConfig): number {
  const [first, second] = [`${a.date} ${a.label}`, `${b.date} ${b.label}`];
  return first < second ? -1 : first > second ? 1 : 0;
}
