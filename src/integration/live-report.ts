import type { Report } from '../report/types/report.ts';

/**
 * The report passes from the pipeline, which Node runs, to the pages, which Vite runs, by way of the global object:
 * the two load modules separately but share one process, so the report stays a live object.
 */
const KEY = 'triptych.report';
const shared = globalThis as { [key: symbol]: unknown };

/** Puts the report where `virtual:triptych/report` picks it up. */
export function shareReport(report: Report): void {
  shared[Symbol.for(KEY)] = report;
}

/** Source of the virtual module that hands the shared report to pages. */
export const SHARED_REPORT_MODULE = `export const report = globalThis[Symbol.for(${JSON.stringify(KEY)})];`;
