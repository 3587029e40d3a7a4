/**
 * What is commonly recommended, each beside what this report says of it: sentences that stand elsewhere already.
 */
import { WAYS } from '../../contrasts/practices.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { TopicReport, WayReport } from '../types/contrast.ts';
import { LENSES } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import type { PageReport } from '../types/page.ts';

/** Where sentences come from. */
export interface Spoken {
  readonly context: ReportContext;
  page(id: string): PageReport;
  /** Every page of tests. */
  readonly topics: readonly TopicReport[];
}

export function waysReport(spoken: Spoken): WayReport[] {
  return WAYS.map(({ name, text, shownBy }) => ({
    name,
    text,
    shown: shownBy.map((id) => saidOf(spoken, id)).filter((each) => each !== null),
  }));
}

/** What the report says of a contrast, a test, a metric or an analysis, by its id; null for what it does not know. */
export function saidOf(spoken: Spoken, id: string): Shown | null {
  return ofTopic(spoken, id) ?? ofTest(spoken, id) ?? ofPanel(spoken, id);
}

type Shown = WayReport['shown'][number];

function ofTopic({ topics }: Spoken, id: string): Shown | null {
  const topic = topics.find((each) => each.id === id);
  return topic === undefined ? null : { name: `Contrast “${topic.name}”`, href: topic.path, sentence: topic.answer };
}

function ofTest({ topics }: Spoken, id: string): Shown | null {
  for (const { path, tests } of topics) {
    const test = tests.find((each) => each.id === id);
    if (test === undefined) continue;
    const { card, answer, missing } = test;
    return { name: card.name, href: `${path}#${id}`, sentence: answer?.statement ?? untold(missing) };
  }
  return null;
}

/** A metric with its change, else where it stands; an analysis with its finding. Null for what this report does not know. */
function ofPanel({ context, page }: Spoken, id: string): Shown | null {
  if (!context.cards.has(id) && !context.analysisCards.has(id)) return null;
  const card: MetricCard = cardOf(context, id);
  for (const lens of LENSES) {
    const { sections, analyses } = page(lens);
    const section = sections.find(({ metric }) => metric.id === id);
    const analysis = analyses.find(({ metric }) => metric.id === id);
    const sentence =
      (section?.yearEarlier ?? section?.previous)?.words ?? (section ?? analysis)?.headline.replace(/\.?$/, '.');
    if (sentence !== undefined) return { name: card.name, href: card.href, sentence };
  }
  return { name: card.name, href: card.href, sentence: untold(card.missing ?? 'the data do not hold what it needs') };
}

function untold(missing: string): string {
  return `These data cannot tell: ${missing}.`;
}
