import { LENSES } from '../report/types/estimate.ts';
import type { EventReport, Report } from '../report/types/report.ts';

/** Site path, without base, of the first chart that marks an event; null where none does. */
export function eventPath(
  report: Pick<Report, 'page'>,
  { date, label }: Pick<EventReport, 'date' | 'label'>,
): string | null {
  for (const lens of LENSES) {
    for (const { figures } of report.page(lens).sections) {
      const marking = figures.find(
        (figure) => 'events' in figure && figure.events.some((event) => event.date === date && event.label === label),
      );
      if (marking !== undefined) return `/${lens}/#${marking.id}`;
    }
  }
  return null;
}
