import type { Report } from '../report/types/report.ts';

/** A pipeline that runs when its report is first wanted and again when its input has changed. */
export interface Pipeline {
  /** The latest report; rejects with what stopped the latest run. */
  current(): Promise<Report>;
  /** Runs again, after a run under way, and resolves with the new report. */
  renew(): Promise<Report>;
}

/**
 * @param build One run from files to report.
 * @param publish Called with each report before anyone receives it.
 */
export function pipelineOf(build: () => Promise<Report>, publish: (report: Report) => void): Pipeline {
  let latest: Promise<Report> | undefined;

  async function run(before: Promise<unknown> | undefined): Promise<Report> {
    await before?.catch(() => undefined);
    const report = await build();
    publish(report);
    return report;
  }

  function renew(): Promise<Report> {
    latest = run(latest);
    return latest;
  }

  return { current: () => latest ?? renew(), renew };
}
