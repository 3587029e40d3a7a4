/**
 * What has changed since the last edition: new periods apart from revisions of old ones, definitions, statements, claims.
 */

import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Families } from '../families.ts';
import { PageFamily } from '../page-family.ts';
import type { ClaimReport } from '../types/claim.ts';
import type { TopicReport } from '../types/contrast.ts';
import type { ChangesReport } from '../types/edition.ts';
import type { MetricCard } from '../types/metric-card.ts';
import type { PageReport } from '../types/page.ts';
import type { SourceAccount } from '../types/report.ts';
import { changesAnswer } from '../wording/changes.ts';
import { claimsAgain, planAgain } from './claims-again.ts';
import { dataChanges } from './data-changes.ts';
import { definitionChanges } from './definition-changes.ts';
import type { Edition } from './edition.schema.ts';
import { editionPath } from './edition-report.ts';
import { movePairs, moves } from './moves.ts';
import { revisions } from './revisions.ts';

/** What the report says now. */
export interface Published {
  readonly context: ReportContext;
  readonly store: EstimateStore;
  readonly families: Families;
  readonly metrics: readonly MetricCard[];
  /** Overview and panels. */
  readonly pages: readonly PageReport[];
  readonly topics: readonly TopicReport[];
  readonly claims: readonly ClaimReport[];
  readonly sources: readonly SourceAccount[];
}

export function changesReport(published: Published, edition: Edition): ChangesReport {
  const { context, store, metrics, pages, topics, claims, sources } = published;
  const sections = pages.filter(({ id }) => id !== 'home').flatMap((page) => page.sections);
  const again = planAgain(context, store, edition);
  const plans = again.flatMap(({ plan }) => (plan === null ? [] : [plan]));
  const judge = new PageFamily(
    'changes',
    published,
    [...movePairs(context, edition, sections), ...plans.flatMap(({ pairs }) => pairs.map(({ pair }) => pair))],
    plans.flatMap(({ level }) => (level === null || level.finding === null ? [] : [level.finding])),
  );
  const moved = moves(context, store, judge, edition, sections);
  const revised = revisions(context, store, edition);
  const judged = claimsAgain(context, store, judge, edition, again, claims);
  const told = judged.filter(({ status }) => status !== 'not judged');
  const sameTopics = topics.filter((topic) => topicOf(edition, topic)?.outcome === topic.outcome);
  return {
    since: { id: edition.id, path: editionPath(edition), cutoff: edition.cutoffWords },
    answer: changesAnswer({
      edition: edition.id,
      cutoff: edition.cutoffWords,
      figures: moved.filter(({ kind }) => kind === 'new period').length,
      clear: moved.filter(({ isClear }) => isClear).length,
      compared: revised.compared,
      revised: revised.total,
      claims: told.length,
      failed: told.filter(({ status }) => status === 'fails').length,
    }),
    moves: moved,
    revisions: revised,
    definitions: definitionChanges(context, edition, metrics),
    findings: findingChanges(edition.findings, pages.find(({ id }) => id === 'home')?.findings ?? []),
    topics: topics.flatMap((topic) => {
      const before = topicOf(edition, topic);
      if (before === undefined || before.outcome === topic.outcome) return [];
      const { name, path, outcomeWords, answer } = topic;
      return [
        {
          name,
          path,
          before: { outcome: before.outcomeWords, answer: before.answer },
          now: { outcome: outcomeWords, answer },
        },
      ];
    }),
    sameTopics: sameTopics.length,
    claims: judged,
    data: dataChanges(edition, sources, context.config.locale),
  };
}

interface Said {
  readonly sentence: string;
  readonly href: string;
}

/** What the overview says of one and the same figure or test belongs together. */
function findingChanges(then: readonly Said[], now: readonly Said[]): ChangesReport['findings'] {
  const about = (said: readonly Said[], { href }: Said) => said.find((other) => other.href === href);
  return {
    renewed: now.flatMap((each) => {
      const before = about(then, each);
      return before === undefined ? [] : [{ before: before.sentence, now: each.sentence }];
    }),
    added: now.filter((each) => about(then, each) === undefined).map(({ sentence }) => sentence),
    gone: then.filter((each) => about(now, each) === undefined).map(({ sentence }) => sentence),
  };
}

function topicOf({ topics }: Edition, { id }: TopicReport): Edition['topics'][number] | undefined {
  return topics.find((topic) => topic.id === id);
}
