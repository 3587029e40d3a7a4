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

const KINDS: readonly ((records: Records) => HeaderRows | null)[] = [qualtrics, qualtricsView, surveyMonkey];

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

/** Names, question texts, then `{"ImportId": …}` under every column. */
function qualtrics([names, texts, ids]: Records): HeaderRows | null {
  if (names === undefined || texts === undefined || ids === undefined) return null;
  const filled = ids.filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || !filled.every((cell) => IMPORT_ID.test(cell.trim()))) return null;
  const timeZone = filled.map(zoneIn).find((zone) => zone !== undefined);
  return {
    names,
    texts,
    rows: 3,
    ...(timeZone === undefined ? {} : { timeZone }),
    note: 'the header takes three rows (Qualtrics)',
  };
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
