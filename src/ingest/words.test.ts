import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourcesSchema } from '../config/sources.schema.ts';
import { assemble } from '../dataset/assemble.ts';
import type { WordsColumn } from '../dataset/column.ts';
import type { AnyTablePart } from '../dataset/part.ts';
import { textsOf } from '../dataset/words-for-tests.ts';
import { Threads } from '../threads/threads.ts';
import { type Files, type FolderOptions, read, rowsOfPart, withFolder } from './data-folder-for-tests.ts';
import { ingest } from './ingest.ts';

const HEADER = 'response_id,submitted_at,customer_id,csat,comment';

function responses(comments: readonly string[], header = HEADER): string {
  const rows = comments.map(
    (comment, row) => `R${row},2026-01-0${1 + (row % 9)},C${row},${1 + (row % 5)},"${comment}"`,
  );
  return `${[header, ...rows].join('\n')}\n`;
}

async function commentsIn(files: Files, options: FolderOptions = {}) {
  const { parts } = await read(files, options);
  return rowsOfPart(parts[0] as never).map((row) => row.comment);
}

/** The words of all responses after linking, sorted. */
async function linked(files: Files, options: FolderOptions = {}) {
  const { parts } = await read(files, options);
  const { dataset } = await assemble(parts, { timeZone: 'UTC', periodOf: (at) => new Date(at).getUTCMonth() });
  const comment = dataset.responses?.columns.comment;
  return { dataset, words: comment === undefined ? null : textsOf(comment) };
}

describe('comments', () => {
  test('are sets of words, of which those that two rows of the file use have a text', async () => {
    expect(
      await commentsIn({ 'x.csv': responses(['Too slow, slow!', 'so slow', 'N/A', '', 'we waited so long']) }),
    ).toEqual(['? slow', 'slow so', null, null, '? ? ? so']);
  });

  test('of rows that are set aside leave no word behind', async () => {
    const { parts, accounts } = await read({
      'x.csv': `${HEADER}\nR1,2026-01-01,C1,5,slow bill\nR2,2026-01-01,C2,,slow secret\nR3,2026-01-01,C3,4,slow\n`,
    });
    expect(accounts[0]).toMatchObject({ kept: 2, used: HEADER.split(',') });
    const { comment } = (parts[0] as AnyTablePart).columns as { comment: WordsColumn };
    expect(comment.vocabulary.texts.toSorted()).toEqual(['', 'slow']);
  });

  test('are read from the column that sources.yaml names, in tickets too', async () => {
    const files = {
      'x.csv': 'Id,Opened,Stars,Said\n1,2026-01-01,5,quick help\n2,2026-01-02,1,no help\n',
    };
    const fields = {
      ticket_id: 'Id',
      created_at: 'Opened',
      csat: 'Stars',
      csat_comment: { column: 'Said', missing: ['no help'] },
    };
    const options = { sources: [{ glob: 'x.csv', kind: 'tickets', fields }] };
    const { parts, accounts } = await read(files, options);
    expect(rowsOfPart(parts[0] as never).map((row) => row.csat_comment)).toEqual(['? ?', null]);
    expect(accounts[0]?.missing).toEqual([{ column: 'Said', code: 'no help', meaning: '', count: 1 }]);
  });

  test('are not looked at when the report does without words', async () => {
    const { parts, accounts } = await read({ 'x.csv': responses(['slow', 'slow']) }, { words: false });
    expect(parts[0]?.columns).not.toHaveProperty('comment');
    expect(accounts[0]?.ignored).toEqual(['comment']);
  });

  test('that are hostile are words like others', async () => {
    const hostile = [
      '=SUM(A1) constructor',
      '<script>alert(1)</script> constructor __proto__',
      'First line.\nSecond line, with ""quotes"" 👋🏽',
      'second line',
    ];
    expect(await commentsIn({ 'x.csv': responses(hostile) })).toEqual([
      'constructor',
      'constructor',
      '? ? ? line second',
      'line second',
    ]);
  });
});

describe('words in a dataset', () => {
  const twelve = (word: string) => Array.from({ length: 12 }, (_, row) => (row < 2 ? `${word} rare` : word));

  test('have a text when ten customers use them, whichever files they come from', async () => {
    const half = (from: number) =>
      `${HEADER}\n${Array.from({ length: 6 }, (_, row) => `R${from + row},2026-01-01,C${from + row},5,slow${row < 2 ? ' rare' : ''}\n`).join('')}`;
    const { words } = await linked({ 'a.csv': half(0), 'b.csv': half(6) });
    expect(words?.toSorted()).toEqual([...Array(4).fill('? slow'), ...Array(8).fill('slow')]);
  });

  test('travel with ratings in ticket rows, and stay in the tickets no longer', async () => {
    const rows = twelve('quick').map((comment, row) => `T${row},2026-01-01,C${row},5,${comment}`);
    const { dataset, words } = await linked({
      'x.csv': `ticket_id,created_at,customer_id,csat,csat_comment\n${rows.join('\n')}\n`,
    });
    expect(words?.toSorted()).toEqual([...Array(2).fill('? quick'), ...Array(10).fill('quick')]);
    expect(Object.keys(dataset.tickets?.columns ?? {})).not.toContain('csat_comment');
  });

  test('belong to the response, not to answers about its touchpoints', async () => {
    const rows = twelve('slow').map((comment, row) => `2026-01-01,C${row},${comment},5,3,4`);
    const { dataset, words } = await linked(
      { 'x.csv': `When,Who,Said,All,Shop,Delivery\n${rows.join('\n')}\n` },
      {
        sources: [
          {
            glob: 'x.csv',
            kind: 'responses',
            fields: { submitted_at: 'When', customer_id: 'Who', comment: 'Said', csat: 'All' },
            items: [{ columns: ['Shop', 'Delivery'] }],
          },
        ],
      },
    );
    const { item } = dataset.responses as { item: Uint8Array };
    expect(words?.filter((_, row) => item[row] === 1)).toEqual(Array(24).fill(''));
    expect(words?.filter((text, row) => item[row] === 0 && text.includes('slow'))).toHaveLength(12);
  });

  test('tell of the words that are asked for, those that may not be named among them, whatever file they stand in', async () => {
    const file = (offset: number, comments: readonly string[]) =>
      responses(comments)
        .replaceAll(/\bR(?=\d)/g, `R${offset}-`)
        .replaceAll(/\bC(?=\d)/g, `C${offset}-`);
    const { dataset, words } = await linked(
      {
        'a.csv': file(1, ['Overcharged!', 'a CHARGE', 'all fine']),
        'b.csv': file(2, ['Quillfeather charged', 'bill']),
      },
      { patterns: ['quillfeather', 'charge*', 'never'] },
    );
    const comment = dataset.responses?.columns.comment as WordsColumn;
    const rowsWith = (pattern: string) => {
      const asked = comment.vocabulary.asked.find((each) => each.pattern === pattern)?.words ?? new Int32Array(0);
      return Array.from({ length: comment.starts.length - 1 }, (_, row) => row).filter((row) =>
        comment.codes.subarray(comment.starts[row], comment.starts[row + 1]).some((code) => asked.includes(code)),
      ).length;
    };
    expect(comment.vocabulary.asked.map(({ pattern }) => pattern)).toEqual(['charge*', 'never', 'quillfeather']);
    expect(['charge*', 'never', 'quillfeather'].map(rowsWith)).toEqual([2, 0, 1]);
    expect(words?.join(' ')).not.toMatch(/[a-z]/);
  });

  test('are the same on several threads and from the cache, and no sentence, name or single word is stored', () => {
    const canary = 'Mrs Quillfeather was unhelpful about xylograph';
    const long = (file: number) =>
      Array.from({ length: 9000 }, (_, row) =>
        row === 5
          ? `R${file}-${row},2026-01-01,C${row},5,${canary}`
          : `R${file}-${row},2026-01-01,C${row},4,"the bill was very slow, ${'again '.repeat(30)}"`,
      );
    const files = Object.fromEntries(
      [0, 1, 2].map((file) => [`data/${file}.csv`, `${HEADER}\n${long(file).join('\n')}\n`]),
    );
    return withFolder(files, async (folder) => {
      const cacheFolder = join(folder, 'cache');
      const once = async () => {
        const threads = new Threads(2);
        const { parts } = await ingest({
          dataFolder: join(folder, 'data'),
          cacheFolder,
          timeZone: 'UTC',
          idKey: 1n,
          words: true,
          sources: sourcesSchema.parse({}),
          threads,
        });
        const assembled = await assemble(parts, { timeZone: 'UTC', periodOf: () => 0 }, threads);
        await threads.close();
        return assembled.dataset.responses?.columns.comment;
      };
      const first = await once();
      expect(await once()).toEqual(first);
      expect(first?.vocabulary.texts.filter((text) => text !== '').toSorted()).toEqual([
        'again',
        'bill',
        'slow',
        'the',
        'very',
        'was',
      ]);
      const stored = readdirSync(cacheFolder).map((name) => readFileSync(join(cacheFolder, name), 'latin1'));
      expect(stored).toHaveLength(3);
      for (const word of ['slow', 'very']) expect(stored.every((text) => text.includes(word))).toBe(true);
      for (const word of [...canary.toLowerCase().split(' '), ...canary.split(' ')].filter((word) => word !== 'was')) {
        expect(
          stored.some((text) => text.includes(`"${word}"`)),
          word,
        ).toBe(false);
      }
      expect(stored.some((text) => /quillfeather|xylograph|bill was/i.test(text))).toBe(false);
    });
  }, 60_000);
});
