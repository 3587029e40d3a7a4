/**
 * What is made or counted otherwise than in the last edition.
 */
import { acrossWords, breaksOf } from '../breaks.ts';
import type { ReportContext } from '../context.ts';
import type { DefinitionChange } from '../types/edition.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { DEFINITIONS } from '../wording/changes.ts';
import type { Edition } from './edition.schema.ts';
import { recordedDefinition } from './recorded.ts';

/** Why a figure may not be set against the one that the edition has, as a clause; null where it may. */
export function changeOfDefinition(
  edition: Edition,
  card: Pick<MetricCard, 'id' | 'version' | 'print' | 'basis' | 'unit'>,
) {
  const before = recordedDefinition(edition, card.id);
  if (before === undefined || before.print === card.print) return null;
  if (before.version !== card.version) return DEFINITIONS.version(before.version, card.version);
  if (before.basis !== card.basis) return DEFINITIONS.basis(before.basis, card.basis);
  return DEFINITIONS.unit;
}

/** Settings first, then metrics in their order, then what has gone. */
export function definitionChanges(
  context: ReportContext,
  edition: Edition,
  cards: readonly MetricCard[],
): DefinitionChange[] {
  const { config } = context;
  return [
    ...settingChanges(edition, config),
    ...breaksSince(context, edition, cards),
    ...cards.flatMap((card) => metricChanges(edition, card)),
    ...edition.definitions
      .filter(({ id }) => !cards.some((card) => card.id === id))
      .map(({ label }) => ({ subject: label, href: '', words: DEFINITIONS.vanished, breaks: false })),
  ];
}

function settingChanges(edition: Edition, config: ReportContext['config']): DefinitionChange[] {
  const report = (words: string, breaks = false) => ({
    subject: 'All figures',
    href: '/methods/#rules',
    words,
    breaks,
  });
  return [
    ...(edition.minimumBase === config.minimum_base
      ? []
      : [report(DEFINITIONS.minimum(edition.minimumBase, config.minimum_base))]),
    ...(edition.grain === config.grain ? [] : [report(DEFINITIONS.grain(edition.grain, config.grain), true)]),
    ...(edition.timeZone === config.time_zone
      ? []
      : [report(DEFINITIONS.zone(edition.timeZone, config.time_zone), true)]),
  ];
}

/** Breaks in series that lie after the cut-off of the edition. */
function breaksSince(context: ReportContext, edition: Edition, cards: readonly MetricCard[]): DefinitionChange[] {
  return cards
    .filter(({ id, variantOf, available }) => context.metrics.has(id) && variantOf === '' && available)
    .flatMap(({ id, label, href }) =>
      breaksOf(context, id)
        .filter(({ date }) => date > edition.cutoff)
        .map((each) => ({ subject: label, href, words: acrossWords(each), breaks: true })),
    );
}

function metricChanges(edition: Edition, card: MetricCard): DefinitionChange[] {
  const { id, label: subject, href } = card;
  const before = recordedDefinition(edition, id);
  const change = (words: string, breaks = false) => ({ subject, href, words, breaks });
  if (before === undefined) return card.available ? [change(DEFINITIONS.appeared)] : [];
  if (before.available !== card.available) {
    return [change(card.available ? DEFINITIONS.available : DEFINITIONS.unavailable)];
  }
  if (!card.available) return [];
  const parted = changeOfDefinition(edition, card);
  const isReworded = before.definition !== card.definition || before.formula !== card.formula;
  return [
    ...(parted === null ? [] : [change(parted, true)]),
    ...(before.margin === card.matters ? [] : [change(DEFINITIONS.margin(before.margin, card.matters))]),
    ...(parted === null && isReworded ? [change(DEFINITIONS.words)] : []),
  ];
}
