/**
 * From a mapping and a header to readers of columns.
 */
import { Mistake, throwMistakes } from '../config/mistake.ts';
import type { ItemMapping, ScoreMapping } from '../config/sources.schema.ts';
import type { ColumnType } from '../dataset/column.ts';
import { type ScoreName, TABLES, type TableName } from '../dataset/model.ts';
import { type AnyFieldMapping, answerCells, ColumnFinder, cellsOf, type MappedFile } from './cell-sources.ts';
import {
  CategoryColumnReader,
  readAnyTicketState,
  readMarginDimension,
  readTicketState,
} from './columns/category-column.ts';
import type { ColumnReader } from './columns/column-reader.ts';
import { coderReader, readSentiment } from './columns/comment-code.ts';
import { FlagColumnReader } from './columns/flag-column.ts';
import { IdColumnReader } from './columns/id-column.ts';
import { InstantColumnReader } from './columns/instant-column.ts';
import { NumberColumnReader } from './columns/number-column.ts';
import { ScoreColumnReader } from './columns/score-column.ts';
import { WordsColumnReader } from './columns/words-column.ts';
import type { Faults } from './faults.ts';
import type { TableMapping } from './formats/format.ts';
import { compileRowRules, type RowRules } from './row-rules.ts';
import { scoreRuleOf } from './score-rules.ts';
import { DURATION_FORMS, parseDuration } from './values/duration.ts';
import { InstantReader, UnixReader } from './values/instant.ts';
import type { LocalTimes } from './values/local-time.ts';
import { parseNumber } from './values/number.ts';

export interface ItemPlan {
  readonly touchpoint: string;
  readonly reader: ScoreColumnReader;
}

/** Items that share a score and a scale. */
export interface ItemGroupPlan {
  readonly score: Exclude<ScoreName, 'nps'>;
  readonly items: readonly ItemPlan[];
}

export interface TablePlan {
  readonly table: TableName;
  /** Field → reader, in the order of the model. */
  readonly columns: ReadonlyMap<string, ColumnReader<unknown>>;
  readonly items: readonly ItemGroupPlan[];
  /** Sets rows aside before they are read. */
  readonly rules: RowRules;
  /** Reads the identifiers of rows that rules set aside for good; null where there can be none. */
  readonly retired: IdColumnReader | null;
  /** Positions of the columns that are read. */
  readonly used: ReadonlySet<number>;
}

export interface PlanOptions {
  readonly file: MappedFile;
  readonly faults: Faults;
  readonly local: LocalTimes;
  readonly decimalComma: boolean;
  /** Key of the hashes of identifiers. */
  readonly idKey: bigint;
  /** Whether comments are read as words; otherwise their columns are not looked at. */
  readonly words: boolean;
}

/** @throws Mistake or Mistakes when the mapping does not fit the header. */
export function planTable(mapping: TableMapping, options: PlanOptions): TablePlan {
  const finder = new ColumnFinder(options.file);
  const columns = new Map<string, ColumnReader<unknown>>();
  const fields = mapping.fields as Readonly<Record<string, AnyFieldMapping | ScoreMapping | undefined>>;
  for (const [field, type] of Object.entries(TABLES[mapping.kind]) as [string, ColumnType][]) {
    const source = fields[field];
    if (source === undefined || (type === 'words' && !options.words)) continue;
    const make = () =>
      type === 'score'
        ? scoreReader(finder, field as ScoreName, source as ScoreMapping, options)
        : fieldReader(finder, field, type, source as AnyFieldMapping, mapping, options);
    collect(finder, () => columns.set(field, make()));
  }
  const items: ItemGroupPlan[] = [];
  for (const entry of 'items' in mapping ? mapping.items : []) {
    collect(finder, () => items.push(itemGroup(finder, entry, options)));
  }
  const rules = compileRowRules(finder, mapping.set_aside);
  const id = OWN_ID[mapping.kind];
  const own = id === null ? undefined : (fields[id] as AnyFieldMapping | undefined);
  const retired =
    id === null || own === undefined || !rules.retire
      ? null
      : new IdColumnReader(cellsOf(finder, id, own), true, options.idKey);
  throwMistakes(finder.mistakes);
  return { table: mapping.kind, columns, items, rules, retired, used: finder.used };
}

/** Mistakes of one field must not hide those of the next. */
function collect(finder: ColumnFinder, plan: () => void): void {
  try {
    plan();
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    finder.mistakes.push(error);
  }
}

/** An answer stands for somebody, or it is no answer; what is not finite stands for everybody. */
const WEIGHT = {
  minimum: Number.MIN_VALUE,
  maximum: Number.MAX_VALUE,
  expected: 'a number above 0',
  remedy: 'Correct the cell, or set rows that stand for nobody aside under `set_aside` in sources.yaml.',
} as const;

/** Fields that count cannot be below zero; negative durations are a matter of the row. */
const FROM_ZERO: ReadonlySet<string> = new Set(['reopens', 'replies', 'transfers', 'count']);

function fieldReader(
  finder: ColumnFinder,
  field: string,
  type: Exclude<ColumnType, 'score'>,
  source: AnyFieldMapping,
  mapping: TableMapping,
  { faults, local, decimalComma, idKey }: PlanOptions,
): ColumnReader<unknown> {
  const cells = cellsOf(finder, field, source);
  switch (type) {
    case 'id':
      return new IdColumnReader(cells, field === OWN_ID[mapping.kind], idKey);
    case 'instant':
      return new InstantColumnReader(cells, faults, momentReader(source, mapping, local));
    case 'number':
      return new NumberColumnReader(cells, faults, {
        minimum: FROM_ZERO.has(field) ? 0 : Number.NEGATIVE_INFINITY,
        decimalComma,
        ...(field === 'weight' ? WEIGHT : {}),
        ...numberForm(source),
      });
    case 'flag':
      return new FlagColumnReader(cells, faults);
    case 'words':
      return new WordsColumnReader(cells, idKey);
    case 'category':
      if (mapping.kind === 'comment_codes') {
        return new CategoryColumnReader(cells, faults, field === 'code' ? readSentiment : coderReader(idKey));
      }
      if (mapping.kind === 'margins' && field === 'dimension') {
        return new CategoryColumnReader(cells, faults, readMarginDimension);
      }
      if (mapping.kind !== 'tickets' || field !== 'status') return new CategoryColumnReader(cells, faults);
      return new CategoryColumnReader(
        cells,
        faults,
        mapping.unknown_states === 'refuse' ? readTicketState : readAnyTicketState,
      );
  }
}

/** The identifier that makes a row of a table a record of its own; null = none does. */
export const OWN_ID: Readonly<Record<TableName, string | null>> = {
  tickets: 'ticket_id',
  responses: 'response_id',
  customers: 'customer_id',
  comment_codes: null,
  margins: null,
};

function momentReader(source: AnyFieldMapping, mapping: TableMapping, local: LocalTimes): InstantReader | UnixReader {
  const unix = typeof source === 'object' && 'unix' in source ? source.unix : undefined;
  if (unix !== undefined) return new UnixReader(unix);
  return new InstantReader(local, mapping.date_order ?? null, mapping.time_zone !== undefined);
}

/** How the numbers of a column are read where they are durations with a unit, or counts with something to take off. */
function numberForm(source: AnyFieldMapping): { parse?: (text: string) => number; expected?: string } {
  if (typeof source !== 'object') return {};
  if ('unit' in source && source.unit !== undefined && source.unit !== 'minutes') {
    const { unit } = source;
    return { parse: (text) => parseDuration(text, unit), expected: DURATION_FORMS[unit] };
  }
  if ('subtract' in source && source.subtract !== undefined && source.subtract > 0) {
    const { subtract } = source;
    return {
      parse: (text) => {
        const count = parseNumber(text);
        return count < 0 ? count : Math.max(0, count - subtract);
      },
    };
  }
  return {};
}

function scoreReader(
  finder: ColumnFinder,
  score: ScoreName,
  source: ScoreMapping,
  { faults, decimalComma }: PlanOptions,
): ScoreColumnReader {
  const declared = typeof source === 'string' ? { column: source } : source;
  const cells = answerCells(finder, score, declared);
  return new ScoreColumnReader(cells, faults, scoreRuleOf(finder.file.path, score, score, declared), decimalComma);
}

function itemGroup(finder: ColumnFinder, entry: ItemMapping, { faults, decimalComma }: PlanOptions): ItemGroupPlan {
  const rule = scoreRuleOf(finder.file.path, 'items', entry.score, entry);
  const columns =
    'columns' in entry
      ? entry.columns.map((item) => (typeof item === 'string' ? { column: item, touchpoint: item } : item))
      : [entry];
  const items = columns.map(({ column, touchpoint }) => {
    const cells = answerCells(finder, 'items', { ...entry, column });
    return { touchpoint, reader: new ScoreColumnReader(cells, faults, rule, decimalComma) };
  });
  return { score: entry.score, items };
}
