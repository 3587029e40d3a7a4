/**
 * C5b in words, with scores and comments in a table of three by three.
 */
import {
  type AgreementOfInstruments,
  agreementOfInstruments,
  SCORE_CLASSES,
} from '../../../contrasts/measurement/agreement-of-instruments.ts';
import { SENTIMENTS } from '../../../dataset/model.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { cardOf, formatFor, type ReportContext } from '../../context.ts';
import { shownParts } from '../../disclosure/parts.ts';
import { ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { StripFigure } from '../../types/contrast-figure.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { count, formatOf } from '../../wording/format.ts';
import { baseOf, numberOf, shareQuantity } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const ID = agreementOfInstruments.analysis.id;

/** From the lower end of its interval on, scores are said to hide complaints. */
const HIDDEN_FROM = 0.1;
/** Above which lower end, and below which upper end, two instruments are said to tell the same, or not. */
const CLOSE_ABOVE = 0.6;
const LOOSE_BELOW = 0.4;

/** So many cells are hidden at least where one is: κ is published as well, and could tell two of them apart. */
const HIDDEN_TOGETHER = 3;

/** A share of fewer comments is read with care. */
const FIRM_FROM = 30;

export const agreementOfInstrumentsView: TestView<AgreementOfInstruments> = {
  test: agreementOfInstruments,
  charts: 'cells',
  answer,
};

function answer(result: AgreementOfInstruments, { context }: TestDesk): WrittenAnswer | null {
  const { agreement, people, hidden, disputed } = result;
  const customers = result.cells.flat().reduce((sum, cell) => sum + cell.customers, 0);
  if (customers < context.config.minimum_base) return null;
  const kappa = quantityOf(context, formatOf('coefficient', context.config.locale), {
    value: agreement.kappa,
    low: agreement.low,
    high: agreement.high,
    n: agreement.n,
    customers,
    counts: 'comments',
  });
  const complaints = hidden === null ? null : hiddenQuantity(context, hidden);
  const isHidden = complaints?.value !== undefined && (complaints.low ?? 0) > HIDDEN_FROM;
  const isSame = agreement.low > CLOSE_ABOVE;
  const closeness = isSame ? 'closely' : agreement.high < LOOSE_BELOW ? 'only loosely' : 'in part';
  const agree = `Score and comment agree ${closeness}: weighted κ ${kappa.text} (${kappa.range})`;
  const found =
    complaints === null || complaints.value === undefined
      ? ''
      : `${complaints.text} of the comments with the best score are complaints${complaints.range === '' ? '' : ` (${complaints.range})`}`;
  return {
    reading: isHidden ? 'supports' : isSame ? 'contradicts' : 'open',
    verdict: 'untested',
    headline: isHidden
      ? `The score hides complaints: ${complaints?.text} of comments with the best score are negative`
      : isSame
        ? 'Both tell the same: scores and comments agree'
        : `Scores and comments agree ${closeness}`,
    statement: isHidden
      ? `The score hides complaints: ${found}.`
      : isSame
        ? `Both tell the same: scores and the comments beside them agree beyond chance with a weighted κ of ${kappa.text} (${kappa.range}), where 1 is full agreement.`
        : `Whether scores hide complaints is not settled: scores and comments agree ${closeness}${found === '' ? '' : `, and ${found}`}.`,
    sentences: [
      `${agree}, over ${count(agreement.n, context.config.locale)} comments; 1 is full agreement, 0 what chance alone gives.`,
      ...(isHidden || found === '' ? [] : [`${capitalised(found)}.`]),
      `Two people coded the comments, and agree with κ ${people.kappa.toFixed(2)} (${people.low.toFixed(2)} to ${people.high.toFixed(2)})${
        disputed >= context.config.minimum_base
          ? `; ${count(disputed, context.config.locale)} comments that they code differently are left out`
          : '; comments that they code differently are left out'
      }.`,
    ],
    effect:
      complaints?.value === undefined
        ? { name: 'Weighted agreement of score and comment', quantity: kappa, unit: 'coefficient', method: 'Cohen’s κ' }
        : {
            name: 'Complaints among comments with the best score',
            quantity: complaints,
            unit: 'share',
            method: 'Wilson',
          },
    figures: [figureOf(context, result, `${agree}`)],
    numbers: [
      numberOf(context, 'agreement_of_score_and_comment', kappa, 'coefficient', 'cohen-kappa'),
      ...(complaints === null ? [] : [numberOf(context, 'hidden_complaints', complaints, 'share', 'wilson')]),
    ],
  };
}

function hiddenQuantity(
  context: ReportContext,
  { value = 0, low, high, n, customers }: NonNullable<AgreementOfInstruments['hidden']>,
): Quantity {
  return shareQuantity(context, formatFor(context, ID), {
    share: value,
    ...(low === undefined || high === undefined ? {} : { low, high }),
    n,
    customers,
    counts: 'comments',
    isLowBase: n < FIRM_FROM,
  });
}

function figureOf(context: ReportContext, { agreement, cells }: AgreementOfInstruments, headline: string): StripFigure {
  const { config, analyses } = context;
  const shown = shownParts(
    cells.flat().map(({ customers }) => customers),
    config.minimum_base,
    HIDDEN_TOGETHER,
  );
  const format = formatOf('count', config.locale);
  const rows = cells.map((row, score) => ({
    label: SCORE_CLASSES[score] as string,
    cells: row.map(({ n, customers }, comment) =>
      quantityOf(context, format, {
        value: n,
        n,
        customers: shown[score * SENTIMENTS.length + comment] ? customers : 0,
        counts: 'comments',
      }),
    ),
  }));
  const base = baseOf(context, agreement.n, 'comments');
  const columns = SENTIMENTS.map((sentiment) => `${capitalised(sentiment)} comment`);
  const largest = rows
    .flatMap(({ label, cells: row }) => row.map((cell, comment) => ({ label, comment, cell })))
    .filter(({ cell }) => cell.value !== undefined)
    .sort((a, b) => (b.cell.value as number) - (a.cell.value as number))[0];
  return {
    kind: 'strip',
    ...figureBase(
      context,
      ID,
      {},
      'cells',
      {
        columns: ['score', 'comment', ...ESTIMATE_COLUMNS],
        rows: rows.flatMap(({ label, cells: row }) =>
          row.map((cell, comment) => [
            label,
            SENTIMENTS[comment] as string,
            ...estimateCells({ ...cell, method: 'count' }, 'count', config.minimum_base),
          ]),
        ),
      },
      { base, compared: false, uncompared: 'The cells are counted, not compared.' },
    ),
    headline: headline.replace(/ \(.*$/, ''),
    subtitle: `Comments that two people coded alike, by the score beside them; ${analyses.span.all.label}; ${base}; shade: number of comments`,
    summary:
      `${headline}.${largest === undefined ? '' : ` Most comments are ${SENTIMENTS[largest.comment]} beside a ${largest.label.toLowerCase()}: ${largest.cell.text}.`}` +
      (shown.every(Boolean)
        ? ''
        : ' Cells of too few customers are not shown, nor others from which they could be worked out.'),
    unit: 'count',
    shade: 'comments',
    columns,
    rows,
    table: {
      caption: `${cardOf(context, ID).name}: ${base}, ${analyses.span.all.label}.`,
      columns: [{ name: 'Score', numeric: false }, ...columns.map((name) => ({ name, numeric: true }))],
      rows: rows.map(({ label, cells: row }) => [label, ...row.map(({ text }) => text)]),
    },
  };
}
