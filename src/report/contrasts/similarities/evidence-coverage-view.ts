/**
 * S4 in words: how far respondents can be followed through the data, and what this report can say of its metrics.
 */
import { type EvidenceCoverage, evidenceCoverage } from '../../../contrasts/similarities/evidence-coverage.ts';
import { cardOf, type ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import { standsOnSeveralScales } from '../../scales.ts';
import { changePair, latestPeriod, leadMetrics } from '../../sections.ts';
import type { PartRole, StackFigure } from '../../types/contrast-figure.ts';
import { LENSES, type Verdict } from '../../types/estimate.ts';
import { count, percent } from '../../wording/format.ts';
import { numberOf } from '../quantities.ts';
import { type Step, stepQuantity, stepsFigure } from '../steps-figure.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = evidenceCoverage.analysis.id;
const COUNTS = 'respondents';

/** So many of all have to be linked everywhere. */
const LINKED_FROM = 0.8;

export const evidenceCoverageView: TestView<EvidenceCoverage> = {
  test: evidenceCoverage,
  charts: 'steps, verdict bar',
  answer,
};

function answer(
  { respondents, known, withTicket, withOutcome }: EvidenceCoverage,
  desk: TestDesk,
): WrittenAnswer | null {
  const { context } = desk;
  const step = (id: string, label: string, n: number): Step => ({ id, label, n, customers: n });
  const all = step('respondents', 'Answered a survey', respondents);
  const steps = [
    step('known', 'Customer is known', known),
    step('ticket', 'Has a ticket as well', withTicket),
    step('outcome', 'Stands in the customer list besides', withOutcome),
  ];
  const last = stepQuantity(context, ID, steps[2] as Step, all, COUNTS);
  if (last.value === undefined) return null;
  const isLinked = withOutcome / respondents >= LINKED_FROM;
  const verdicts = countedVerdicts(desk);
  const people = count(respondents, context.config.locale);
  return {
    reading: isLinked ? 'supports' : 'contradicts',
    verdict: 'untested',
    headline: isLinked
      ? 'The three views rest on the same customers'
      : `${last.text} of respondents are in all three views`,
    statement: isLinked
      ? `The three views rest on the same customers: ${last.text} of ${people} respondents are known, have a ticket and stand in the customer list.`
      : `Of ${people} respondents ${last.text} can be followed through all three views, fewer than the ${percent(LINKED_FROM)} that it would take to call them the same customers.`,
    sentences: [
      `${percent(known / respondents)} are known customers, and ${percent(withTicket / respondents)} of all have a ticket as well.`,
      ...accountSentences(desk),
    ],
    effect: { name: 'Respondents in all three views', quantity: last, unit: 'share', method: 'full count' },
    figures: [
      stepsFigure(context, ID, all, steps, {
        counts: COUNTS,
        headline: `${last.text} of respondents are known, have a ticket and stand in the list`,
        subtitle: `Share of respondents linked at each step; ${context.analyses.span.all.label}; n = ${people} respondents; full count`,
        summary: `From answer to outcome: ${[known, withTicket, withOutcome].map((n) => percent(n / respondents)).join(', then ')} are left.`,
      }),
      verdictFigure(context, verdicts),
    ],
    numbers: [numberOf(context, ID, last, 'share', 'count')],
  };
}

const PARTS: readonly {
  readonly label: string;
  readonly role: PartRole;
  readonly of: readonly (Verdict | 'missing')[];
}[] = [
  { label: 'A change is shown', role: 'main', of: ['different'] },
  { label: 'Shown, less than matters', role: 'second', of: ['negligible'] },
  { label: 'About the same', role: 'common', of: ['equivalent'] },
  { label: 'Cannot be told', role: 'waiting', of: ['undecided', 'insufficient', 'suppressed'] },
  { label: 'Not compared', role: 'unassigned', of: ['untested', 'broken'] },
  { label: 'Not in these data', role: 'rest', of: ['missing'] },
];

/** Metrics of the panels by what is said of their change: against a year earlier, else against the period before. */
function countedVerdicts({ context, store, panels }: TestDesk): ReadonlyMap<string, number> {
  const found = LENSES.flatMap((lens) => leadMetrics(context, lens)).map(({ id }): Verdict | 'missing' => {
    if (store.unavailable(id) !== null) return 'missing';
    const period = latestPeriod(context, store, id);
    if (period === null) return 'untested';
    const pair = (against: 'year-earlier' | 'previous') =>
      changePair(context, { metric: id, where: {}, period, against });
    const compared = pair('year-earlier') ?? pair('previous');
    return compared === null ? 'untested' : panels.comparison(compared).verdict;
  });
  return new Map(PARTS.map(({ label, of }) => [label, found.filter((verdict) => of.includes(verdict)).length]));
}

/** Repeated rows and breaks of definitions, from the accounting of the files. */
function accountSentences({ context, store, sources }: TestDesk): string[] {
  const { locale } = context.config;
  const repeated = sources
    .flatMap(({ setAside }) => setAside)
    .filter(({ reason }) => /repeat|duplicate|again/i.test(reason))
    .reduce((sum, { count: rows }) => sum + rows, 0);
  const broken = LENSES.flatMap((lens) => leadMetrics(context, lens)).filter(
    ({ id }) => store.unavailable(id) === null && standsOnSeveralScales(context, id, null),
  ).length;
  return [
    `${repeated === 0 ? 'No row was' : `${count(repeated, locale)} ${repeated === 1 ? 'row was' : 'rows were'}`} set aside as repeated; ${broken === 0 ? 'no metric' : `${broken} ${broken === 1 ? 'metric' : 'metrics'}`} changed its scale within the data.`,
  ];
}

function verdictFigure(context: ReportContext, verdicts: ReadonlyMap<string, number>): StackFigure {
  const total = [...verdicts.values()].reduce((sum, n) => sum + n, 0);
  const shown = PARTS.filter(({ label }) => (verdicts.get(label) ?? 0) > 0);
  const of = (label: string) => verdicts.get(label) ?? 0;
  const told = PARTS.slice(0, 3).reduce((sum, { label }) => sum + of(label), 0);
  return {
    kind: 'stack',
    ...figureBase(
      context,
      ID,
      {},
      'verdicts',
      { columns: ['verdict', 'metrics'], rows: shown.map(({ label }) => [label, of(label)]) },
      { base: `n = ${total} metrics`, compared: false, uncompared: 'Verdicts are counted, not compared.' },
    ),
    unit: 'share',
    headline: `Of ${total} metrics, ${told} can be said to have changed or stayed the same`,
    subtitle: `Metrics of the three panels by what is said of their latest change; n = ${total} metrics; full count`,
    summary: `${shown.map(({ label }) => `${label}: ${of(label)}`).join('; ')}.`,
    parts: shown.map(({ label, role }) => ({ label, role })),
    bars: [
      {
        label: 'Metrics',
        quantities: shown.map(({ label }) => ({
          status: 'ok',
          value: of(label) / total,
          n: of(label),
          text: String(of(label)),
          range: '',
          base: `n = ${total} metrics`,
        })),
        end: `${total} metrics`,
      },
    ],
    length: 'whole',
    table: {
      caption: `${cardOf(context, ID).name}: metrics by verdict.`,
      columns: [
        { name: 'Verdict', numeric: false },
        { name: 'Metrics', numeric: true },
      ],
      rows: shown.map(({ label }) => [label, String(of(label))]),
    },
  };
}
