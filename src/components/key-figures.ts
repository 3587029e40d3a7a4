import type { Comparison, Lens } from '../report/types/estimate.ts';
import type { MetricSection } from '../report/types/page.ts';
import type { Report } from '../report/types/report.ts';

/** Headline figures of a panel on home. */
const PER_PANEL = 3;

/** The metrics that stand for a panel on home: those home compares itself, else the first of the panel's own page. */
export function keySections(report: Report, lens: Lens): readonly MetricSection[] {
  const own = report.page('home').sections.filter((section) => section.metric.lens === lens);
  const sections = own.length > 0 ? own : report.page(lens).sections;
  return sections.slice(0, PER_PANEL);
}

/** One line under a headline figure: what may be said, and against when. */
export interface ChangeLine {
  readonly phrase: string;
  readonly against: string;
  readonly tone: Comparison['tone'];
}

/** The comparisons of a section that say something: nothing is said where nothing could be compared. */
export function changeLines(section: MetricSection): readonly ChangeLine[] {
  const { previous, yearEarlier } = section;
  // Where years are compared, the year before is also a year earlier.
  const once = previous !== null && previous.a.period.label === yearEarlier?.a.period.label;
  return [previous, once ? null : yearEarlier]
    .filter((comparison) => comparison !== null)
    .filter((comparison) => comparison.verdict !== 'untested' && comparison.a.value !== undefined)
    .map((comparison) => ({
      phrase: capitalised(comparison.phrase),
      against: comparison.a.period.label,
      tone: comparison.tone,
    }));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
