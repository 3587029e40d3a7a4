/**
 * Comments that come in by every way there is, and what no site may hold of them.
 */
import { writeXlsx } from 'hucre/xlsx';
import { zipOf } from '../../src/ingest/zip-for-tests.ts';

/** Words that nine customers of one side write, by the way their comments come in; one more would be told. */
const RARE = {
  export: 'quixotrypan',
  archive: 'quixozipped',
  workbook: 'quixosheet',
  mapped: 'quixomapped',
  desk: 'quixorated',
} as const;

/** What every low comment holds beside: no number of customers makes it fit to print. */
const PERSONAL = 'and I asked Quixoley, zora@quixomail.example, 0151 4960471, about QX-99817';

/** Columns of text that nothing is read from. */
const UNREAD = 'quixounread';

/** A theme of a word that nine customers write: neither its name nor its word is told. */
const THEME = 'Quixotheme';

/** Small letters of what no file may hold. */
export const PLANTED = [
  ...Object.values(RARE),
  ...['quixoley', 'quixomail', '4960471', 'qx-99817', 'asked quix'],
  UNREAD,
  THEME.toLowerCase(),
] as const;

/** A word that enough customers write: if the others were told, they would stand where it does. */
export const TOLD = 'queueing';

/** Words of both sides, and of each: with so many that set them apart, a word of nine customers would be told too. */
const COMMON = 'they came to our house';
const LOW = `${TOLD} again nobody answered while everything stood still without any apology`;
const HIGH = 'fine quick friendly tidy cheerful polite prompt clear patient careful honest handy';

/** The comment of one answer: of those who would recommend, the first nine write the rare word. */
export function plantedComment(nps: number, place: number, rare: string = RARE.export): string {
  if (nps <= 6) return `${COMMON} ${LOW} ${PERSONAL}`;
  return `${COMMON} ${HIGH} ${nps > 8 && place < 9 ? rare : ''}`;
}

/** Exports of comments beside the ones that the site has already. */
export async function plantedFiles(): Promise<Record<string, string | Uint8Array>> {
  const answers = (rare: string, header: string) => {
    const rows = Array.from({ length: 30 }, (_, row) => {
      const nps = row < 15 ? 10 : 2;
      return [`${rare}${row}`, '2025-03-05T10:00:00Z', `C${rare}${row}`, nps, plantedComment(nps, row, rare), UNREAD];
    });
    return [header.split(','), ...rows];
  };
  const csv = (rows: readonly (readonly (string | number)[])[]) =>
    `${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;
  const header = 'response_id,submitted_at,customer_id,nps,comment,remarks';
  const rated = Array.from({ length: 30 }, (_, row) => {
    const at = '2025-03-05T10:00:00Z';
    const key = `${RARE.desk}${row}`;
    const comment = plantedComment(row < 15 ? 10 : 2, row, RARE.desk);
    return [`T${key}`, `C${key}`, at, at, 'solved', 'email', 'Billing', row < 15 ? 5 : 1, comment, UNREAD, UNREAD];
  });
  return {
    'more.zip': zipOf([{ name: 'more.csv', content: csv(answers(RARE.archive, header)) }]),
    'book.xlsx': await writeXlsx({ sheets: [{ name: 'Answers', rows: answers(RARE.workbook, header) }] }),
    'wave.csv': csv(answers(RARE.mapped, 'Number,When,Who,Score,Said,Notes')),
    'desk.csv': csv([
      'ticket_id,customer_id,created_at,resolved_at,status,channel,department,csat,csat_comment,subject,description'.split(
        ',',
      ),
      ...rated,
    ]),
    'sources.yaml': `sources:
  - glob: wave.csv
    kind: responses
    fields: { response_id: Number, submitted_at: When, customer_id: Who, nps: Score, comment: Said }
`,
  };
}

/** Settings that let as much be told as can be. */
export const PLANTED_SETTINGS = `themes: { Queues: [${TOLD}], ${THEME}: [${RARE.export}] }
quotes: { show: true }
`;

/** Two quotes of the zip file’s answers, of which one is held back. */
export const PLANTED_QUOTES = [
  'response_id,quote,consent,approved',
  `${RARE.archive}22,"${TOLD} again ${PERSONAL}",yes,yes`,
  `${RARE.archive}3,"fine quick ${RARE.archive}",no,yes`,
  '',
].join('\n');
