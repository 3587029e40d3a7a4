/**
 * `data/report.json`: what the report is made of, for machines.
 */

import type { ActionReport } from '../types/action.ts';
import type { ClaimReport } from '../types/claim.ts';
import type { Effect, TestReport, TopicReport } from '../types/contrast.ts';
import type { EditionReport } from '../types/edition.ts';
import type { MetricCard } from '../types/metric-card.ts';
import type { Report } from '../types/report.ts';
import type { WritingReport } from '../types/writing.ts';

/** Two-space JSON with a final line feed; nothing in it depends on when or where the report was built. */
export function reportJson(
  report: Pick<
    Report,
    'identity' | 'metrics' | 'sources' | 'matching' | 'contrasts' | 'similarities' | 'practices' | 'claims' | 'actions'
  > &
    Pick<WritingReport, 'unchecked'>,
  cutoff: string,
  editions: readonly EditionReport[],
): string {
  const { identity, metrics, sources, matching, contrasts, similarities, practices, claims, actions, unchecked } =
    report;
  const document = {
    title: identity.title,
    organisation: identity.organisation,
    cutoff,
    edition: editions.find(({ isThis }) => isThis)?.recorded.id ?? null,
    editions: editions.map(({ recorded, path, csv }) => ({
      id: recorded.id,
      cutoff: recorded.cutoff,
      page: path,
      estimates: csv.path,
    })),
    timeZone: identity.timeZone,
    grain: identity.grain,
    minimumBase: identity.minimumBase,
    sources,
    matching,
    metrics: metrics.map(metricEntry),
    contrasts: contrasts.map((contrast) => ({ ...topicEntry(contrast), group: contrast.group })),
    similarities: topicEntry(similarities),
    practices: topicEntry(practices),
    claims: claims.map(claimEntry),
    unchecked: unchecked.map(({ page: _, ...excuse }) => excuse),
    actions: actions.actions.map(actionEntry),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function metricEntry(metric: MetricCard) {
  const { id, version, print, name, lens, question, definition, formula, unit, direction, needs, available, missing } =
    metric;
  return { id, version, print, name, lens, question, definition, formula, unit, direction, needs, available, missing };
}

function claimEntry({ file, line, column, text, kind, metric, where, status, verdict, says }: ClaimReport) {
  return { file, line, column, text, claims: kind, metric, where, status, verdict, statement: says };
}

function actionEntry({
  action,
  owner,
  status,
  when,
  finding,
  metric,
  where,
  aftermath,
  comparison,
  measured,
}: ActionReport) {
  return {
    action,
    owner,
    status,
    when,
    finding: finding?.text ?? '',
    metric: metric?.id ?? null,
    where,
    aftermath,
    verdict: comparison?.verdict ?? null,
    statement: measured,
  };
}

function topicEntry({ id, name, question, outcome, answer, decided, tests }: TopicReport) {
  return {
    id,
    name,
    question,
    verdict: outcome,
    statement: answer,
    evidence: decided?.id ?? null,
    tests: tests.map(testEntry),
  };
}

/** Every test, answered or not: a number that may not be published is absent. */
function testEntry({ id, card, answer, missing }: TestReport) {
  const { name, question, counts, needs } = card;
  if (answer === null) return { id, name, question, needs, verdict: null, missing };
  const { verdict, reading, statement, effect, figures } = answer;
  return {
    id,
    name,
    question,
    needs,
    verdict,
    reading,
    statement,
    effect: effect === null ? null : { ...effectEntry(effect), counts },
    figures: figures.map(({ csv }) => csv.path),
  };
}

function effectEntry({ name, quantity, method, margin, p }: Effect) {
  const { value, low, high, n, status } = quantity;
  return { name, value, low, high, n, status, margin, p, method };
}
