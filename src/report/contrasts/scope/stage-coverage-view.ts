/**
 * C1a in words, with a strip of the stages by survey.
 */
import {
  type AnswerCount,
  type AskedStage,
  MEASURED_FROM,
  type StageCoverage,
  stageCoverage,
} from '../../../contrasts/scope/stage-coverage.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import type { ReportContext } from '../../context.ts';
import { figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { StripFigure } from '../../types/contrast-figure.ts';
import { count, formatOf, percent } from '../../wording/format.ts';
import { listed } from '../../wording/list.ts';
import { numberOf } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';
import { type StageColumns, stageColumns } from './stage-columns.ts';

const ID = stageCoverage.analysis.id;

export const stageCoverageView: TestView<StageCoverage> = { test: stageCoverage, charts: 'heat strip', answer };

function answer(result: StageCoverage, { context }: TestDesk): WrittenAnswer | null {
  const { stages } = result;
  const measured = stages.filter((stage) => stage.measured);
  const missing = stages.filter((stage) => !stage.measured).map(({ label }) => label);
  const reached = `${count(measured.length, context.config.locale)} of ${count(stages.length, context.config.locale)}`;
  const shown = shownOf(result, measured, reached, context);
  const all = `The answers measure the journey: each of its ${count(stages.length, context.config.locale)} stages has at least ${MEASURED_FROM}.`;
  const each = missing.length === 1 ? ['is', ''] : ['are', ' each'];
  return {
    reading: 'describes',
    verdict: 'untested',
    headline:
      missing.length === 0 ? 'Answers reach every declared stage' : `Answers measure ${reached} stages of the journey`,
    statement:
      missing.length === 0
        ? all
        : `The answers measure ${reached} stages of the journey; ${listed(missing, 'and')} ${each[0]} not measured, with fewer than ${MEASURED_FROM} answers${each[1]}.`,
    sentences: [...shown.sentences, ...hindsightSentence(stages, context)],
    effect: shown.effect,
    figures: shown.figures,
    numbers: shown.numbers,
  };
}

type Shown = Pick<WrittenAnswer, 'sentences' | 'effect' | 'figures' | 'numbers'>;

/** Everything with a number in it: nothing where a stage has too few customers, which the others would give away. */
function shownOf(
  result: StageCoverage,
  measured: readonly AskedStage[],
  reached: string,
  context: ReportContext,
): Shown {
  const { config } = context;
  const { stages, effective } = result;
  const columns = stageColumns(result, config.minimum_base);
  if (columns === null || effective === null) return { sentences: [], effect: null, figures: [], numbers: [] };
  const n = measured.reduce((sum, { answers }) => sum + answers, 0);
  const counted = { n, customers: Math.max(...measured.map(({ customers }) => customers)), counts: 'answers' };
  const spread = quantityOf(context, formatOf('score', config.locale), { ...effective, ...counted });
  const share = quantityOf(context, formatOf('share', config.locale), {
    value: measured.length / stages.length,
    ...counted,
  });
  const largest = measured.reduce((most, stage) => (stage.answers > most.answers ? stage : most));
  return {
    sentences: [
      `They are spread as evenly as over ${spread.text} stages with equally many answers each (between ${spread.range.replace(' to ', ' and ')}); ${percent(largest.answers / n)} belong to ${largest.label}.`,
    ],
    effect: { name: 'Effective number of stages', quantity: spread, unit: 'average', method: 'bootstrap of customers' },
    figures: [figureOf(context, columns, spread, reached)],
    numbers: [
      numberOf(context, 'stages_measured', share, 'share', 'count'),
      numberOf(context, 'stages_effective', spread, 'average', 'bootstrap'),
    ],
  };
}

/** That a stage is rated elsewhere, where nobody is asked at it. */
function hindsightSentence(stages: readonly AskedStage[], { config }: ReportContext): string[] {
  const rated = stages.filter(({ measured, hindsight }) => !measured && hindsight.customers >= config.minimum_base);
  if (rated.length === 0) return [];
  const names = listed(
    rated.map(({ label }) => label),
    'and',
  );
  return [`${names} ${rated.length === 1 ? 'is' : 'are'} rated only in hindsight, as an aspect in another survey.`];
}

/** A count with nothing else to it: none is a number too. */
function cellOf(context: ReportContext, { answers, customers }: AnswerCount): Quantity {
  if (answers === 0) return { status: 'ok', value: 0, n: 0, text: '0', range: '', base: '' };
  return quantityOf(context, formatOf('count', context.config.locale), {
    value: answers,
    n: answers,
    customers,
    counts: 'answers',
    isLowBase: answers < MEASURED_FROM,
  });
}

function figureOf(
  context: ReportContext,
  { columns, rows }: StageColumns,
  spread: Quantity,
  reached: string,
): StripFigure {
  const { all } = context.analyses.span;
  const drawn = rows.map(({ stage, cells }) => ({
    label: stage.label,
    cells: cells.map((cell) => cellOf(context, cell)),
  }));
  const ordered = rows.map(({ stage }) => stage).sort((a, b) => b.answers - a.answers);
  const [most, least] = [ordered[0], ordered.at(-1)] as [AskedStage, AskedStage];
  const size = ({ answers }: AskedStage) => count(answers, context.config.locale);
  return {
    kind: 'strip',
    ...figureBase(
      context,
      ID,
      {},
      'stages',
      {
        columns: ['stage', 'survey', 'n'],
        rows: drawn.flatMap(({ label, cells }) =>
          cells.map((cell, place) => [label, columns[place] ?? '', cell.value ?? '']),
        ),
      },
      { base: spread.base, compared: false, uncompared: 'Numbers of answers are shown, not compared.' },
    ),
    unit: 'count',
    shade: 'answers',
    headline: `${most.label} has ${size(most)} answers, ${least.label} ${size(least)}`,
    subtitle: `Answers by stage of the journey and survey; ${all.label}; ${spread.base} at measured stages; shade: number of answers; outlined: fewer than ${MEASURED_FROM}`,
    summary: `${reached} stages have at least ${MEASURED_FROM} answers. Most belong to ${most.label} (${size(most)}), fewest to ${least.label} (${size(least)}).`,
    columns,
    rows: drawn,
    table: {
      caption: `Answers by stage and survey, ${all.label}.`,
      columns: [{ name: 'Stage', numeric: false }, ...columns.map((name) => ({ name, numeric: true }))],
      rows: drawn.map(({ label, cells }) => [
        label,
        ...cells.map(({ status, text }) => (status === 'low_base' ? `${text} [u]` : text)),
      ]),
    },
  };
}
