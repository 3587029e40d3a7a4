import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../dataset/assemble.ts';
import { CODE_KINDS } from '../dataset/model.ts';
import { Threads } from '../threads/threads.ts';
import { mistakeOf, read } from './data-folder-for-tests.ts';

const ANSWERS =
  'response_id,submitted_at,customer_id,csat\nR1,2026-01-01,C1,5\nR2,2026-01-02,C2,1\nR3,2026-01-03,C3,3\n';
const HEADER = 'response_id,coder,code';

async function coded(codes: readonly string[], threads: Threads | null = null, answers = ANSWERS) {
  const { parts, accounts } = await read({ 'answers.csv': answers, 'codes.csv': `${[HEADER, ...codes].join('\n')}\n` });
  const { dataset, setAside } = await assemble(parts, { timeZone: 'UTC', periodOf: () => 0 }, threads);
  const table = dataset.comment_codes;
  const rows = Array.from({ length: table?.rows ?? 0 }, (_, row) => {
    const { coder, code } = table?.columns ?? {};
    const response = table?.response[row] as number;
    return [
      dataset.responses?.columns.csat?.values[response],
      coder?.values[coder.codes[row] as number],
      code?.values[code.codes[row] as number],
    ];
  });
  const kinds = Array.from(table?.kind ?? [], (kind) => CODE_KINDS[kind]);
  return { rows, kinds, account: accounts[1], setAside: setAside.map(({ reason, count }) => [reason, count]) };
}

describe('codes of comments', () => {
  test('are known by their headers and joined to the responses they name', async () => {
    const { rows, account } = await coded(['R2,tool,negative', '#R1,Tool, Positive ', 'R1,Ann,positive']);
    expect(account).toMatchObject({ kind: 'comment_codes', format: 'canonical', kept: 3, used: HEADER.split(',') });
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        [5, expect.stringMatching(/^[0-9a-z]{8,}$/), 'positive'],
        [5, 'tool', 'positive'],
        [1, 'tool', 'negative'],
      ]),
    );
  });

  test('do not name the people who coded; case does not make two of one', async () => {
    const { rows } = await coded(['R1,Ann Lee,positive', 'R2,ANN  LEE,neutral', 'R3,Bo,neutral']);
    // By the rating of the response: R1 has 5, R2 has 1, R3 has 3.
    const coderOf = new Map(rows.map(([csat, coder]) => [csat, coder]));
    expect(coderOf.get(5)).toBe(coderOf.get(1));
    expect(coderOf.get(3)).not.toBe(coderOf.get(1));
    expect(JSON.stringify(rows).toLowerCase()).not.toContain('ann');
  });

  test('without a comment, a coder or a code are set aside and counted', async () => {
    const { account } = await coded(['R1,,positive', 'R2,Ann,', ',Ann,neutral', 'R3,Ann,neutral']);
    expect(account?.setAside).toEqual([
      { reason: 'no response number', count: 1, record: 3 },
      { reason: 'no coder', count: 1, record: 1 },
      { reason: 'no code', count: 1, record: 2 },
    ]);
  });

  test('of other comments, said twice, or in two ways, do not count and are told', async () => {
    const { rows, setAside } = await coded([
      'R9,Ann,neutral',
      'R1,Ann,positive',
      'R1,ann,positive',
      'R2,Ann,negative',
      'R2,Ann,neutral',
    ]);
    expect(rows).toEqual([[5, expect.any(String), 'positive']]);
    expect(setAside).toEqual([
      ['a code of a comment that is not in the data', 1],
      ['a code that appears again', 1],
      ['two codes of one kind of one coder for the same comment', 2],
    ]);
  });

  test('tell the sentiment, whether there is a moment, and what it is about: one of each', async () => {
    const said = ['Negative', 'moment', 'Functional'].map((code) => `R1,Ann,${code}`);
    const { rows, setAside } = await coded([
      ...said,
      'R2,Ann,moment',
      'R2,Ann,No moment',
      'R2,Ann,emotional',
      'R2,Ann,emotional',
    ]);
    expect(rows.filter(([csat]) => csat === 5).map(([, , code]) => code)).toEqual(['negative', 'moment', 'functional']);
    expect(rows.filter(([csat]) => csat === 1).map(([, , code]) => code)).toEqual(['emotional']);
    expect(setAside).toEqual([
      ['a code that appears again', 1],
      ['two codes of one kind of one coder for the same comment', 2],
    ]);
  });

  test('have their kinds beside them', async () => {
    const { kinds } = await coded(['R1,Ann,emotional', 'R1,Ann,no_moment', 'R1,Ann,neutral']);
    expect(kinds).toEqual(['sentiment', 'moment', 'focus']);
  });

  test('are refused when they are other words', async () => {
    const mistake = await mistakeOf({ 'codes.csv': `${HEADER}\nR1,Ann,meh\n` });
    expect(mistake.message).toContain('one of negative, neutral, positive, moment, no_moment, functional, emotional');
  });

  test('may have other headers and words that sources.yaml explains', async () => {
    const fields = {
      response_id: 'id',
      coder: { constant: 'tool' },
      code: { column: 'mood', values: { bad: 'negative' } },
    };
    const { accounts } = await read(
      { 'moods.csv': 'id,mood\nR1,Bad\n' },
      { sources: [{ glob: 'moods.csv', kind: 'comment_codes', fields }] },
    );
    expect(accounts[0]).toMatchObject({ kind: 'comment_codes', kept: 1 });
  });

  test('are the same whatever the order of rows, on several threads too', async () => {
    const codes = [
      'R1,Ann,positive',
      'R1,tool,neutral',
      'R2,Ann,neutral',
      'R2,Ann,negative',
      'R3,Bo,negative',
      'R9,Bo,neutral',
    ];
    const expected = await coded(codes);
    const threads = new Threads(2);
    expect(await coded(codes, threads)).toEqual(expected);
    await threads.close();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(codes, { minLength: codes.length }), async (shuffled) => {
        const { rows, setAside } = await coded(shuffled);
        expect({ rows, setAside }).toEqual({ rows: expected.rows, setAside: expected.setAside });
      }),
      { numRuns: 10 },
    );
  });

  test('without any answers have no table', async () => {
    const { parts } = await read({
      'codes.csv': `${HEADER}\nR1,Ann,neutral\n`,
      't.csv': 'ticket_id,created_at\n1,2026-01-01\n',
    });
    const { dataset } = await assemble(parts, { timeZone: 'UTC', periodOf: () => 0 });
    expect(dataset.comment_codes).toBeNull();
  });
});
