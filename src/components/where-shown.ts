import { LENSES } from '../report/types/estimate.ts';
import type { Report } from '../report/types/report.ts';

/**
 * Site paths, without base, of the section that shows each metric: its own, or that of the metric it stands beside.
 *
 * A metric that no page shows is absent.
 */
export function whereShown(report: Pick<Report, 'page' | 'analyses'>): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const page of ['journey', 'voice'] as const) {
    for (const { metric } of report.analyses(page)) paths.set(metric.id, `/${page}/#${metric.id}`);
  }
  for (const lens of LENSES) {
    const { sections, analyses } = report.page(lens);
    for (const { metric } of analyses) paths.set(metric.id, `/${lens}/#${metric.id}`);
    for (const { metric, related } of sections) {
      const path = `/${lens}/#${metric.id}`;
      paths.set(metric.id, path);
      for (const beside of related) paths.set(beside.metric.id, path);
    }
  }
  return paths;
}
