import type { Report } from '../report/types/report.ts';

/**
 * The report passes from the pipeline, which Node runs, to the pages, which Vite runs, by way of the global object:
 * the two load modules separately but share one process, so the report stays a live object.
 */
const KEY = 'triptych.report';

interface Shared {
  report?: Report;
  /** Set by the virtual module once a page has loaded it. */
  take?: (report: Report) => void;
}

const shared = globalThis as unknown as { [key: symbol]: Shared | undefined };

/** Puts the report where `virtual:triptych/report` picks it up; pages that have loaded it see the new one from now on. */
export function shareReport(report: Report): void {
  const symbol = Symbol.for(KEY);
  shared[symbol] ??= {};
  shared[symbol].report = report;
  shared[symbol].take?.(report);
}

/** Source of the virtual module that hands the shared report to pages. */
export const SHARED_REPORT_MODULE = `
const shared = globalThis[Symbol.for(${JSON.stringify(KEY)})];
export let report = shared.report;
shared.take = (next) => { report = next; };
`;
