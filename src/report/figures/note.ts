/**
 * The technical note of a figure: how it was made, term by term, from what it was made of.
 */
import { INTERVALS } from '../../metrics/intervals.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Estimate, Filter } from '../types/estimate.ts';
import type { FigureBase } from '../types/figure-base.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { capitalised } from '../wording/capitalised.ts';
import { count } from '../wording/format.ts';
import { listed } from '../wording/list.ts';

/** What a figure knows of itself besides its metric. */
export interface FigureFacts {
  /** What it shows; the methods behind their intervals are named. */
  readonly estimates?: readonly Estimate[];
  /** What stands behind it all: `n = 1,204 answers`; empty where every row has an n of its own. */
  readonly base?: string;
  /** Which answers or which clock count, where that is not what the metric says. */
  readonly basis?: readonly string[];
  /** Whether its figures may be set against each other. */
  readonly compared?: boolean;
  /** Why they are not, or by what else they are judged, as a sentence. */
  readonly uncompared?: string;
  /** Rows of the metric that the figure leaves to other periods. */
  readonly elsewhere?: number;
  /** Rows of its periods that stand in none of its groups. */
  readonly ungrouped?: number;
  /** What else it sets aside, in words with counts. */
  readonly aside?: readonly string[];
  /** How its rows are weighted, as a sentence, where they are. */
  readonly weights?: string;
  /** How its intervals are made, as a sentence, where its estimates do not say. */
  readonly interval?: string;
}

/** The note of a figure of a metric. */
export function figureNote(
  { config, cutoff }: ReportContext,
  card: MetricCard,
  where: Filter,
  facts: FigureFacts,
): FigureBase['note'] {
  const { estimates = [], base = '', compared = true, uncompared = '' } = facts;
  const basis = (facts.basis ?? [card.basis]).filter((words) => words !== '').join('; ');
  const who = [card.who, ...Object.entries(where).map(([dimension, value]) => `${dimension} ${value}`)];
  const countOf = (rows = 0, where: string) =>
    rows > 0 ? [`${count(rows, config.locale)} ${card.counts} ${where}`] : [];
  const aside = [
    ...card.notes.map((words) => words.replace(/ (?:is|are) not counted(?: yet)?$/, '')),
    ...countOf(facts.ungrouped, 'in none of these groups'),
    ...countOf(facts.elsewhere, 'of other periods'),
    ...(facts.aside ?? []),
  ];
  return [
    { term: 'Question', text: card.question },
    { term: 'Counted', text: sentence(who.filter((words) => words !== '').join('; ')) },
    { term: 'Formula', text: card.formula },
    { term: 'n', text: base === '' ? 'Stands with every row of the table.' : sentence(base.replace('n = ', '')) },
    { term: 'Set aside', text: aside.length === 0 ? 'Nothing.' : sentence(aside.join('; ')) },
    {
      term: 'Weights',
      text:
        facts.weights ??
        (estimates.some(({ weighted }) => weighted) ? 'Weighted.' : `None: all ${card.counts} count alike.`),
    },
    { term: card.unit === 'duration' ? 'Clock' : 'Scale', text: sentence(basis) },
    { term: 'Interval', text: facts.interval ?? intervalText(card, estimates) },
    { term: 'Margin', text: compared || uncompared === '' ? card.margin : uncompared },
    {
      term: 'Period',
      text:
        card.date === ''
          ? ''
          : `${sentence(`${card.date} decides, in the time zone ${config.time_zone}`)} Data to ${cutoff}.`,
    },
    { term: 'Id', text: card.id },
  ].filter(({ text }) => text !== '');
}

/** How many rows of a metric lie in other periods than an estimate's; 0 where either number is not published. */
export function rowsElsewhere(
  { periods }: ReportContext,
  store: EstimateStore,
  { metric, where, n }: Estimate,
): number {
  const [all] = periods.all;
  const total = all === undefined ? undefined : store.estimate(metric, where, all).n;
  return total === undefined || n === undefined ? 0 : Math.max(0, total - n);
}

function intervalText(card: MetricCard, estimates: readonly Estimate[]): string {
  const used = new Set(estimates.filter(({ range }) => range !== '').map(({ method }) => method));
  const names = INTERVALS.filter(({ id }) => used.has(id)).map(({ name }) => name);
  return names.length === 0 ? card.interval : `95%: ${listed(names, 'or')}.`;
}

function sentence(words: string): string {
  return words === '' ? '' : `${capitalised(words)}.`;
}
