/**
 * The stages of the journey: what customers say at each, and what they meet with.
 */
import { type JourneyStages, journeyStages, type StageFacts } from '../../metrics/experience/journey-stages.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import { FLAGS } from '../estimates.ts';
import { baseText, cellText, figureBase } from '../figures/base.ts';
import type { Quantity } from '../types/analysis-figure.ts';
import type { LevelsFigure } from '../types/contrast-figure.ts';
import type { Estimate } from '../types/estimate.ts';
import { count, formatOf } from '../wording/format.ts';
import { listed } from '../wording/list.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

export const journeyStagesView: AnalysisView<JourneyStages> = {
  analysis: journeyStages,
  charts: 'points by stage',
  on: 'journey',
  show,
};

/** Shares that stand on one axis, and the net score beside them in the table. */
const SHARES = ['csat', 'ces'] as const;
const SAID = [...SHARES, 'emotion'] as const;

interface Stage {
  readonly name: string;
  /** What customers say, by metric; null where these data do not ask. */
  readonly said: Readonly<Record<(typeof SAID)[number], Estimate | null>>;
  readonly contacts: Quantity;
  readonly outreach: Quantity;
  readonly wait: Quantity;
}

function show(result: JourneyStages, { context, store }: Desk): Shown | null {
  const stages = result.stages.map((facts) => stageOf(context, store, facts)).filter(isKnown);
  if (stages.length < 2) return null;
  const figure = figureOf(context, stages);
  return {
    headline: figure.headline,
    sentences: [
      ...extremeSentence(stages),
      ...contactSentence(context, stages),
      'Where a cell says [x] nobody was asked; where it says [c] too few were.',
    ],
    figures: [figure],
    numbers: stages.flatMap(({ name, contacts, outreach, wait }) =>
      (
        [
          ['stage_contacts', contacts, 'count', 'count'],
          ['stage_outreach', outreach, 'count', 'count'],
          ['stage_wait', wait, 'duration', 'order-statistic'],
        ] as const
      )
        .filter(([, { value }]) => value !== undefined)
        .map(([metric, quantity, unit, method]) => ({
          metric,
          dimension: 'stage',
          value: name,
          period: context.analyses.span.all,
          quantity,
          unit,
          method,
        })),
    ),
  };
}

function stageOf(context: ReportContext, store: EstimateStore, { stage, contacts, outreach, wait }: StageFacts): Stage {
  const { all } = context.analyses.span;
  const { locale } = context.config;
  const said = (metric: string): Estimate | null =>
    store.unavailable(metric) === null && store.values(metric, 'stage').includes(stage)
      ? store.estimate(metric, { stage }, all)
      : null;
  const counted = (facts: StageFacts['contacts']): Quantity =>
    facts === null
      ? NO_DATA
      : facts.n === 0
        ? { status: 'ok', value: 0, n: 0, text: '0', range: '', base: 'n = 0 contacts' }
        : quantityOf(context, formatOf('count', locale), { ...facts, value: facts.n, counts: 'contacts' });
  return {
    name: stage,
    said: { csat: said('csat'), ces: said('ces'), emotion: said('emotion') },
    contacts: counted(contacts),
    outreach: counted(outreach),
    wait:
      wait === null
        ? NO_DATA
        : quantityOf(context, formatOf('duration', locale), { ...wait, value: wait.median, counts: 'rated tickets' }),
  };
}

const NO_DATA: Quantity = { status: 'no_data', text: FLAGS.no_data, range: '', base: '' };

/** A stage that no cell may name stays unnamed, unless the configuration declares it: then its silence is the finding. */
function isKnown({ said, contacts, outreach, wait }: Stage): boolean {
  const cells = [...Object.values(said), contacts, outreach, wait];
  return cells.some((cell) => cell?.value !== undefined);
}

function extremeSentence(stages: readonly Stage[]): string[] {
  const rated = stages.flatMap(({ name, said: { csat } }) => (csat?.value === undefined ? [] : [{ name, csat }]));
  const sorted = rated.toSorted((a, b) => (a.csat.value as number) - (b.csat.value as number));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || low === high) return [];
  // Whether two stages differ is not judged here: both intervals stand with them.
  return [
    `The satisfied share is ${low.csat.text} (${low.csat.range}) at ${low.name} and ${high.csat.text} (${high.csat.range}) at ${high.name}.`,
  ];
}

function contactSentence({ config }: ReportContext, stages: readonly Stage[]): string[] {
  const started = stages.filter(({ contacts }) => (contacts.value ?? 0) > 0);
  const most = started.toSorted((a, b) => (b.contacts.value ?? 0) - (a.contacts.value ?? 0))[0];
  if (most === undefined) return [];
  return [`Customers began most contacts at ${most.name}: ${count(most.contacts.value ?? 0, config.locale)}.`];
}

function figureOf(context: ReportContext, stages: readonly Stage[]): LevelsFigure {
  const { all } = context.analyses.span;
  const asked = SHARES.filter((metric) => stages.some(({ said }) => said[metric] !== null));
  const labels = asked.map((metric) => cardOf(context, metric).label);
  const said = SAID.filter((metric) => stages.some((stage) => stage.said[metric] !== null));
  const cell = (estimate: Estimate | null) => (estimate === null ? FLAGS.no_data : cellText(estimate));
  const basis = (estimate: Estimate | null) => (estimate === null ? FLAGS.no_data : baseText(estimate, context.config));
  return {
    kind: 'levels',
    ...figureBase(
      context,
      'journey_stages',
      {},
      'stages',
      {
        columns: ['stage', 'metric', 'n', 'estimate', 'low', 'high', 'status'],
        rows: stages.flatMap((stage) => [
          ...said.map((metric) => rowOf(stage.name, metric, stage.said[metric] ?? NO_DATA)),
          rowOf(stage.name, 'stage_contacts', stage.contacts),
          rowOf(stage.name, 'stage_outreach', stage.outreach),
          rowOf(stage.name, 'stage_wait', stage.wait),
        ]),
      },
      { compared: false, uncompared: 'Stages stand side by side with their intervals; they are not compared.' },
    ),
    headline: headlineOf(stages),
    subtitle: `${labels.length === 0 ? 'Answers' : listed(labels, 'and')} by stage of the journey; ${all.label}; bars: 95% intervals; n stands in the table`,
    summary: stages
      .map(({ name, said: { csat } }) => `${name}: ${csat?.value === undefined ? 'not rated' : csat.text}`)
      .join('; ')
      .concat('.'),
    unit: 'share',
    axis: 'Stage',
    levels: stages.map(({ name }) => name),
    series: asked.map((metric, index) => ({
      label: labels[index] ?? metric,
      quantities: stages.map((stage) => stage.said[metric] ?? NO_DATA),
    })),
    intervals: 'whiskers',
    reference: null,
    table: {
      caption: `Stages of the journey in order, ${all.label}. [x] not asked or not known, [c] not shown: too few customers.`,
      columns: [
        { name: 'Stage', numeric: false },
        ...said.flatMap((metric) => {
          const { label } = cardOf(context, metric);
          return [
            { name: label, numeric: true },
            { name: `n (${label})`, numeric: true },
          ];
        }),
        { name: 'Contacts that customers began', numeric: true },
        { name: 'Contacts that the company began', numeric: true },
        { name: 'Median wait', numeric: true },
        { name: 'n (rated tickets)', numeric: true },
      ],
      rows: stages.map((stage) => [
        stage.name,
        ...said.flatMap((metric) => [cell(stage.said[metric]), basis(stage.said[metric])]),
        stage.contacts.text,
        stage.outreach.text,
        stage.wait.text,
        stage.wait.n === undefined ? stage.wait.text : count(stage.wait.n, context.config.locale),
      ]),
      open: true,
    },
  };
}

function rowOf(stage: string, metric: string, { n, value, low, high, status }: Quantity): (string | number)[] {
  return [stage, metric, n ?? '', value ?? '', low ?? '', high ?? '', status];
}

/** A stage whose interval lies below those of all others is named; else how many stages there are to look at. */
function headlineOf(stages: readonly Stage[]): string {
  const rated = stages.flatMap(({ name, said: { csat } }) =>
    csat?.low === undefined || csat.high === undefined
      ? []
      : [{ name, low: csat.low, high: csat.high, text: csat.text }],
  );
  const weakest = rated.find((one) => rated.every((other) => other === one || one.high < other.low));
  if (weakest !== undefined && rated.length > 1)
    return `${weakest.name} lies below all other stages: ${weakest.text} are satisfied`;
  return `No stage stands apart from the others, of ${rated.length} that customers rated`;
}
