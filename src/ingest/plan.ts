/**
 * From a mapping and a header to readers of columns.
 */
import { Mistake, throwMistakes } from '../config/mistake.ts';
import type { ItemMapping, ScoreMapping } from '../config/source-fields.schema.ts';
import type { ColumnType } from '../dataset/column.ts';
import { TABLES, type TableName } from '../dataset/model.ts';
import { categoryWords } from './category-words.ts';
import { type AnyFieldMapping, answerCells, ColumnFinder, cellsOf, type MappedFile } from './cell-sources.ts';
import { CategoryColumnReader } from './columns/category-column.ts';
import type { ColumnReader } from './columns/column-reader.ts';
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
import type { Question } from './values/score.ts';

export interface ItemPlan {
  /** The touchpoint, or the aspect. */
  readonly about: string;
  readonly reader: ScoreColumnReader;
}

/** Items that share a score and a scale: about touchpoints, or ratings of aspects. */
export interface ItemGroupPlan {
  readonly score: Exclude<Question, 'nps'>;
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
  /** Words that the report asks for by name, in order. */
  readonly patterns: readonly string[];
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
        ? scoreReader(finder, field, questionOf(mapping.kind, field), source as ScoreMapping, options)
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
  { faults, local, decimalComma, idKey, patterns }: PlanOptions,
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
      return new WordsColumnReader(cells, idKey, patterns);
    case 'category':
      return new CategoryColumnReader(cells, faults, categoryWords(mapping, field, idKey));
  }
}

/** The identifier that makes a row of a table a record of its own; null = none does. */
export const OWN_ID: Readonly<Record<TableName, string | null>> = {
  tickets: 'ticket_id',
  responses: 'response_id',
  customers: 'customer_id',
  comment_codes: null,
  ticket_events: null,
  touchpoints: null,
  actions: null,
  aspects: null,
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

/** The ratings of aspects stand in one column, whatever the aspect. */
function questionOf(table: TableName, field: string): Question {
  return table === 'aspects' ? 'aspect' : (field as Question);
}

function scoreReader(
  finder: ColumnFinder,
  field: string,
  question: Question,
  source: ScoreMapping,
  { faults, decimalComma }: PlanOptions,
): ScoreColumnReader {
  const declared = typeof source === 'string' ? { column: source } : source;
  const cells = answerCells(finder, field, declared);
  return new ScoreColumnReader(cells, faults, scoreRuleOf(finder.file.path, field, question, declared), decimalComma);
}

function itemGroup(finder: ColumnFinder, entry: ItemMapping, { faults, decimalComma }: PlanOptions): ItemGroupPlan {
  const score = 'score' in entry ? entry.score : 'aspect';
  const rule = scoreRuleOf(finder.file.path, 'items', score, entry);
  const items = itemColumns(entry).map(({ column, about }) => {
    const cells = answerCells(finder, 'items', { ...entry, column });
    return { about, reader: new ScoreColumnReader(cells, faults, rule, decimalComma) };
  });
  return { score, items };
}

/** Columns with the touchpoint or the aspect that each is about. */
function itemColumns(entry: ItemMapping): { column: string; about: string }[] {
  if ('columns' in entry) {
    return entry.columns.map((item) =>
      typeof item === 'string' ? { column: item, about: item } : { column: item.column, about: item.touchpoint },
    );
  }
  if ('aspects' in entry) {
    return entry.aspects.map((item) =>
      typeof item === 'string' ? { column: item, about: item } : { column: item.column, about: item.aspect },
    );
  }
  return [{ column: entry.column, about: 'aspect' in entry ? entry.aspect : entry.touchpoint }];
}
