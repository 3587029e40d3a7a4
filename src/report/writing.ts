/**
 * Writers' texts held against what the report knows: names of its metrics, of its groups, and how strict it is.
 */
import { type Linted, lintText, type ParsedText } from '../commentary/lint/lint.ts';
import type { Known } from '../commentary/lint/rule.ts';
import type { Commentary } from '../commentary/read-commentary.ts';
import { PARTIALS_FOLDER } from '../commentary/site-pages.ts';
import { DIMENSIONS } from '../dataset/dataset.ts';
import { dimensionColumn } from '../dataset/dimension.ts';
import type { ReportContext } from './context.ts';
import type { WritingReport } from './types/writing.ts';

/**
 * What the lint finds in all texts, in their order.
 *
 * @param texts those that others include among them; an excuse in one of these is listed with the first page it stands on.
 */
export function writingReport(
  context: ReportContext,
  commentary: readonly Commentary[],
  texts: readonly ParsedText[],
): WritingReport {
  const linter = linters.get(context) ?? linterOf(context);
  linters.set(context, linter);
  const linted = texts.map((text) => ({ page: pageOf(text, commentary), ...linter(text) }));
  const remarks = linted.flatMap((text) => text.remarks);
  return {
    errors: linted.flatMap((text) => [
      ...text.remarks.filter(({ level }) => level === 'error').map(({ mistake }) => mistake),
      ...text.mistakes,
    ]),
    remarks: remarks.flatMap(({ level, ...remark }) => (level === 'error' ? [] : [{ ...remark, level }])),
    unchecked: linted.flatMap(({ page, excuses }) => excuses.map((excuse) => ({ page, ...excuse }))),
  };
}

/** A text that has not changed is not looked through again: the context outlives a run while only texts are edited. */
const linters = new WeakMap<ReportContext, (text: ParsedText) => Linted>();

function linterOf(context: ReportContext): (text: ParsedText) => Linted {
  const known = knownTo(context);
  const before = new Map<string, { readonly source: string; readonly linted: Linted }>();
  return (text) => {
    const last = before.get(text.file);
    if (last?.source === text.source) return last.linted;
    const linted = lintText(text, known);
    before.set(text.file, { source: text.source, linted });
    return linted;
  };
}

function pageOf({ file }: ParsedText, commentary: readonly Commentary[]): string {
  if (!file.startsWith(PARTIALS_FOLDER)) return file.replace(/\.mdx$/, '');
  return commentary.find(({ uses }) => uses.some(({ place }) => place.file === file))?.page ?? '';
}

function knownTo({ cards, config, metricContext: { dataset } }: ReportContext): Known {
  const groups = DIMENSIONS.flatMap((dimension) =>
    (['tickets', 'responses', 'customers'] as const).flatMap(
      (table) => dimensionColumn(dataset, table, dimension)?.values ?? [],
    ),
  );
  return {
    metrics: Array.from(cards.values(), ({ id, name, label, unit, counts }) => ({
      id,
      name,
      label,
      isTime: unit === 'duration',
      counts,
    })),
    words: [
      config.title,
      config.organisation,
      ...config.brand_words,
      ...Object.keys(config.themes),
      ...new Set(groups),
    ],
    settings: config.writing,
  };
}
