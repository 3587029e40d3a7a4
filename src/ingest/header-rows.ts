/**
 * Headers of several rows: survey tools write names, question texts and identifiers one below the other.
 */

export interface HeaderRows {
  /** One name per column. */
  readonly names: readonly string[];
  /** What the columns ask, where the header says that beside their names. */
  readonly texts?: readonly string[];
  /** How many records the header takes. */
  readonly rows: number;
  /** Time zone that the header names, as an IANA name. */
  readonly timeZone?: string;
  /** What kind of header it is, in words; undefined for a single row. */
  readonly note?: string;
}

type Records = readonly (readonly string[])[];

const KINDS: readonly ((records: Records) => HeaderRows | null)[] = [
  qualtrics,
  qualtricsView,
  qualtricsWithoutIds,
  surveyMonkey,
];

/** @param records the first records of the file from the header on. */
export function headerRows(records: Records): HeaderRows {
  for (const kind of KINDS) {
    const found = kind(records);
    if (found !== null) return found;
  }
  return { names: records[0] ?? [], rows: 1 };
}

/** As JSON, or as older exports write it, with single quotation marks. */
const IMPORT_ID = /^\{\s*["']ImportId["']\s*:/;

/** Names, question texts unless somebody removed them, then `{"ImportId": …}` under every column. */
function qualtrics([names, second, third]: Records): HeaderRows | null {
  if (names === undefined || second === undefined) return null;
  if (holdsImportIds(second))
    return withImportIds({ names, rows: 2, note: 'the header takes two rows (Qualtrics)' }, second);
  if (third === undefined || !holdsImportIds(third)) return null;
  return withImportIds({ names, texts: second, rows: 3, note: 'the header takes three rows (Qualtrics)' }, third);
}

function holdsImportIds(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => IMPORT_ID.test(cell.trim()));
}

function withImportIds(header: HeaderRows, ids: readonly string[]): HeaderRows {
  const timeZone = ids.map(zoneIn).find((zone) => zone !== undefined);
  return timeZone === undefined ? header : { ...header, timeZone };
}

/** Names and question texts, where somebody removed the identifiers: no answer begins without a number or a date. */
function qualtricsWithoutIds([names, texts]: Records): HeaderRows | null {
  if (names === undefined || texts === undefined) return null;
  const below = (name: string) => texts[names.findIndex((cell) => cell.trim().toLowerCase() === name)]?.trim() ?? '';
  const [id, start] = [below('responseid'), below('startdate')];
  if (id === '' || start === '' || /^R_/.test(id) || /\d/.test(start)) return null;
  return { names, texts, rows: 2, note: 'the header takes two rows (Qualtrics)' };
}

function zoneIn(cell: string): string | undefined {
  const zone = /"timeZone"\s*:\s*"([^"]+)"/.exec(cell)?.[1];
  return zone === 'Z' ? 'UTC' : zone;
}

/** `V1`, `V2` … above the names of what Qualtrics itself records; questions have their names in the first row. */
function qualtricsView([codes, texts]: Records): HeaderRows | null {
  if (codes === undefined || texts === undefined) return null;
  const isCode = (cell: string) => /^V\d+$/.test(cell.trim());
  const words = texts.map((cell) => cell.trim().toLowerCase());
  if (codes.filter(isCode).length < 3 || !words.includes('responseid') || !words.includes('responseset')) return null;
  const names = codes.map((cell, index) => (isCode(cell) ? (texts[index] ?? cell) : cell));
  return { names, texts, rows: 2, note: 'the header takes two rows (Qualtrics, legacy view)' };
}

/** What stands in the second row under a question that is answered in the cell itself. */
const OPEN_ANSWER = /^(response|open-ended response)$/i;

/** Questions in the first row, blank over all but the first of their columns; options in the second. */
function surveyMonkey([questions, options]: Records): HeaderRows | null {
  if (questions === undefined || options === undefined) return null;
  if (!/^respondent ?id$/i.test((questions[0] ?? '').trim()) || (options[0] ?? '').trim() !== '') return null;
  if (!options.some((cell) => OPEN_ANSWER.test(cell.trim()))) return null;
  let question = '';
  const names = questions.map((cell, index) => {
    if (cell.trim() !== '') question = cell.trim();
    const option = (options[index] ?? '').trim();
    return option === '' || OPEN_ANSWER.test(option) ? question : `${question} - ${option}`;
  });
  return { names, rows: 2, note: 'the header takes two rows (SurveyMonkey)' };
}
