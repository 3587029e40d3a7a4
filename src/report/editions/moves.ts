/**
 * The figures that panels lead with, as the last edition had them and as they stand now.
 */
import { formatFor, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Judge, Pair } from '../family.ts';
import { periodOfCode } from '../period-of-code.ts';
import type { Move, SaidFigure } from '../types/edition.ts';
import type { Estimate } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import type { MetricSection } from '../types/page.ts';
import { capitalised } from '../wording/capitalised.ts';
import {
  APPEARED,
  notComparable,
  OTHER_LENGTH,
  readsToday,
  restatedAs,
  SAME_AS_PUBLISHED,
  VANISHED,
} from '../wording/changes.ts';
import { changeOfDefinition } from './definition-changes.ts';
import type { Edition } from './edition.schema.ts';
import { recordedDefinition, recordedFigure } from './recorded.ts';
import { revisionOf } from './revisions.ts';

type RecordedSection = Edition['panels'][number]['sections'][number];

/** The comparisons of the page: what stood first then with what stands first now, both by today’s data. */
export function movePairs(context: ReportContext, edition: Edition, sections: readonly MetricSection[]): Pair[] {
  return sections.flatMap((section) => {
    const recorded = recordedSection(edition, section.metric.id);
    const pair = recorded === undefined ? null : pairOf(context, edition, recorded, section);
    return pair === null ? [] : [pair];
  });
}

/** In the order of the panels; what is no longer there comes last. */
export function moves(
  context: ReportContext,
  store: EstimateStore,
  judge: Judge,
  edition: Edition,
  sections: readonly MetricSection[],
): Move[] {
  const here = sections.map((section) => moveOf(context, store, judge, edition, section));
  const gone = edition.panels
    .flatMap((panel) => panel.sections)
    .filter(({ metric }) => !sections.some((section) => section.metric.id === metric))
    .flatMap((recorded): Move[] => {
      const definition = recordedDefinition(edition, recorded.metric);
      if (definition === undefined) return [];
      const { id, label, lens } = definition;
      const href = context.cards.get(id)?.href ?? '';
      return [
        {
          metric: { id, label, lens, href },
          before: saidOf(recorded),
          now: null,
          kind: 'vanished',
          ...still(VANISHED),
        },
      ];
    });
  return [...here, ...gone];
}

function moveOf(
  context: ReportContext,
  store: EstimateStore,
  judge: Judge,
  edition: Edition,
  section: MetricSection,
): Move {
  const { latest } = section;
  const { id, label, lens, href } = section.metric;
  const recorded = recordedSection(edition, id);
  const common = { metric: { id, label, lens, href }, now: saidNow(latest) };
  if (recorded === undefined) return { ...common, before: null, kind: 'appeared', ...still(APPEARED) };
  const before = saidOf(recorded);
  const parted = changeOfDefinition(edition, section.metric);
  if (parted !== null) return { ...common, before, kind: 'not comparable', ...still(notComparable(parted)) };
  const restated = restatement(context, store, edition, recorded, section.metric);
  if (recorded.period === latest.period.code) {
    const says = restated === null ? SAME_AS_PUBLISHED : restatedAs(recorded.text, restated.reasonWords);
    return { ...common, before, kind: 'same period', ...still(says) };
  }
  const pair = pairOf(context, edition, recorded, section);
  if (pair === null) return { ...common, before, kind: 'not comparable', ...still(notComparable(OTHER_LENGTH)) };
  const { phrase, tone, verdict } = judge.comparison(pair);
  return {
    ...common,
    before,
    kind: verdict === 'broken' ? 'not comparable' : 'new period',
    says: capitalised(phrase),
    restated: restated === null ? '' : readsToday(recorded.periodLabel, restated.now, restated.reasonWords),
    tone,
    isClear: verdict === 'different',
  };
}

/** What has become of the figure that stood first then; null where it reads as it did. */
function restatement(
  context: ReportContext,
  store: EstimateStore,
  edition: Edition,
  { metric, period }: RecordedSection,
  card: MetricCard,
) {
  const then = recordedFigure(edition, metric, '', '', period);
  const now = periodOfCode(context, period);
  if (then === undefined || now === undefined) return null;
  const revision = revisionOf(then, store.estimate(metric, {}, now), card, formatFor(context, metric), context.config);
  return revision === null || revision.before === revision.now ? null : revision;
}

function pairOf(
  context: ReportContext,
  edition: Edition,
  recorded: RecordedSection,
  { metric, latest }: MetricSection,
): Pair | null {
  // A period that the data hold no more as a whole is set against none.
  const earlier = periodOfCode(context, recorded.period);
  if (
    earlier === undefined ||
    earlier.partial ||
    earlier.grain !== latest.period.grain ||
    earlier.end > latest.period.start
  )
    return null;
  if (changeOfDefinition(edition, metric) !== null) return null;
  return {
    metric: metric.id,
    occasion: 'over time',
    a: { where: {}, period: earlier, name: earlier.label },
    b: { where: {}, period: latest.period, name: latest.period.label },
  };
}

function recordedSection({ panels }: Edition, metric: string): RecordedSection | undefined {
  return panels.flatMap(({ sections }) => sections).find((section) => section.metric === metric);
}

function saidOf({ periodLabel, text, range, base }: RecordedSection): SaidFigure {
  return { period: periodLabel, text, range, base };
}

function saidNow({ period, text, range, base }: Estimate): SaidFigure {
  return { period: period.label, text, range, base };
}

/** Of figures that are not set against each other. */
function still(says: string): Pick<Move, 'says' | 'restated' | 'tone' | 'isClear'> {
  return { says, restated: '', tone: 'neutral', isClear: false };
}
