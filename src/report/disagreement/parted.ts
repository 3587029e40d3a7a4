/**
 * Where the three views part: periods in which one of them clearly got better while another clearly got worse.
 */
import type { Period } from '../../calendar/period.ts';
import { previousPeriod, yearEarlier } from '../../calendar/periods.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Judge, Pair } from '../family.ts';
import { changePair, comparedGrain } from '../sections.ts';
import type { Comparison } from '../types/estimate.ts';
import { capitalised } from '../wording/capitalised.ts';
import { listed } from '../wording/list.ts';

/** The metric that stands for a panel. */
export interface Voice {
  readonly metric: string;
  /** What customers are when it got better, and when it got worse: `faster served`. */
  readonly words: readonly [better: string, worse: string];
}

/** One period with what became of every voice in it. */
export interface Moment {
  readonly period: Period;
  /** One per voice; null where there is nothing to compare with. */
  readonly changes: readonly (Comparison | null)[];
  /** `Faster served but less willing to recommend`; null where the voices do not part. */
  readonly name: string | null;
}

/** What a metric says of customers when it moved; only these stand for a panel. */
const WORDS: Readonly<Record<string, Voice['words']>> = {
  csat: ['more satisfied', 'less satisfied'],
  ces: ['with less effort', 'with more effort'],
  first_response_median: ['faster answered', 'slower answered'],
  resolution_median: ['sooner solved', 'later solved'],
  sla: ['more often kept to the promise', 'less often kept to the promise'],
  nps: ['more willing to recommend', 'less willing to recommend'],
  emotion: ['happier', 'less happy'],
  retention: ['more loyal', 'less loyal'],
};

/** Candidates for each panel, the first that the data hold stands for it. */
const CANDIDATES = [
  ['csat', 'ces'],
  ['first_response_median', 'resolution_median', 'sla'],
  ['nps', 'emotion', 'retention'],
] as const;

/** The metric of each panel that these data hold, in the order of the panels. */
export function voicesOf(store: EstimateStore): Voice[] {
  return CANDIDATES.flatMap((ids) => {
    const metric = ids.find((id) => store.unavailable(id) === null);
    return metric === undefined ? [] : [{ metric, words: WORDS[metric] as Voice['words'] }];
  });
}

/** Every comparison that the moments rest on, to be judged with the panel of its metric. */
export function voicePairs(context: ReportContext, store: EstimateStore): Pair[] {
  const voices = voicesOf(store);
  return comparedPeriods(context).flatMap((period) =>
    voices.map(({ metric }) => pairOf(context, store, metric, period)).filter((pair) => pair !== null),
  );
}

/** Complete periods in order of time, with what moved in each; none where fewer than two panels have a voice. */
export function momentsOf(context: ReportContext, store: EstimateStore, judge: Judge): Moment[] {
  const voices = voicesOf(store);
  if (voices.length < 2) return [];
  return comparedPeriods(context).map((period) => {
    const changes = voices.map(({ metric }) => {
      const pair = pairOf(context, store, metric, period);
      return pair === null ? null : judge.comparison(pair);
    });
    return { period, changes, name: nameOf(voices, changes) };
  });
}

function comparedPeriods({ periods, config }: ReportContext): Period[] {
  const complete = periods[config.grain].filter(({ partial }) => !partial);
  const codes = new Set(complete.map(({ code }) => code));
  // Against a year earlier a season cannot pass for a change; without a second year the period before has to do.
  const against = complete.some((period) => codes.has(yearEarlier(period) ?? '')) ? yearEarlier : previousPeriod;
  return complete.filter((period) => codes.has(against(period) ?? ''));
}

function pairOf(context: ReportContext, store: EstimateStore, metric: string, period: Period): Pair | null {
  if (comparedGrain(context, store, metric) !== period.grain) return null;
  const query = { metric, where: {}, period };
  return (
    changePair(context, { ...query, against: 'year-earlier' }) ?? changePair(context, { ...query, against: 'previous' })
  );
}

function nameOf(voices: readonly Voice[], changes: readonly (Comparison | null)[]): string | null {
  const moved = (tone: 'better' | 'worse') =>
    voices.flatMap(({ words }, index) => (changes[index]?.tone === tone ? [words[tone === 'better' ? 0 : 1]] : []));
  const [better, worse] = [moved('better'), moved('worse')];
  if (better.length === 0 || worse.length === 0) return null;
  return capitalised(`${listed(better, 'and')} but ${listed(worse, 'and')}`);
}
