import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readActions, type WrittenAction } from './actions.ts';

async function read(text: string | Uint8Array): Promise<readonly WrittenAction[]> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-actions-'));
  try {
    writeFileSync(join(folder, 'actions.csv'), text);
    return await readActions(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const HEADER = 'finding,action,owner,start,due,status,metric,filter';
const rows = (...lines: string[]) => [HEADER, ...lines, ''].join('\n');

/** The message of what is wrong with the file. */
async function mistake(text: string | Uint8Array): Promise<string> {
  return read(text).then(
    () => '',
    (error: Error) => error.message,
  );
}

describe('a table of actions', () => {
  test('is read cell by cell, whatever parts the cells', async () => {
    const expected = {
      finding: 'c4b',
      action: 'One person, start to end',
      owner: 'Installations',
      start: '2026-01-12',
      due: null,
      status: 'running',
      metric: 'csat',
      where: { department: 'Installations', channel: 'email' },
    };
    const filter = 'department: Installations; channel = email';
    const comma = rows(`c4b,"One person, start to end",Installations,2026-01-12,,Running,csat,"${filter}"`);
    expect(await read(comma)).toMatchObject([{ ...expected, place: { record: 1 } }]);
    const tabs = rows(`c4b\tOne person, start to end\tInstallations\t2026-01-12\t\tRunning\tcsat\t${filter}`);
    expect(await read(tabs.replace(HEADER, HEADER.replaceAll(',', '\t')))).toMatchObject([expected]);
  });

  test('may lack the filter, have its columns in any order and begin with a byte order mark', async () => {
    const text = '\uFEFFOwner,Action,Finding,Status,Start,Due,Metric\nOps,Do it,why,done,2026-01-01,,nps\n\n';
    expect(await read(text)).toMatchObject([{ owner: 'Ops', action: 'Do it', finding: 'why', where: {} }]);
  });

  test('that is not there holds nothing', async () => {
    expect(await readActions('/nowhere')).toEqual([]);
  });

  test('takes names of objects as text', async () => {
    const [action] = await read(rows('__proto__,<script>,=cmd(),2026-01-01,,done,nps,__proto__: constructor'));
    expect(action).toMatchObject({ finding: '__proto__', action: '<script>', owner: '=cmd()' });
    expect(Object.keys(action?.where ?? {})).toEqual(['__proto__']);
  });
});

describe('what is wrong with it', () => {
  test.each([
    ['finding,action\n', /column “owner”, “start”, “due”, “status”, “metric” is missing/],
    ['', /found: {4}no header/],
    [HEADER.replace('filter', 'filtre'), /There is no column “filtre”[\s\S]*Did you mean “filter”/],
    [HEADER.replace('filter', 'owner'), /“owner” is there twice/],
    [rows('a,b,c'), /record 1[\s\S]*3 cells[\s\S]*8 cells/],
    [rows('a,,c,2026-01-01,,done,nps,'), /has no action[\s\S]*record 1, action/],
    [rows('a,b,c,01/02/2026,,done,nps,'), /found: {4}01\/02\/2026[\s\S]*2026-03-12/],
    [rows('a,b,c,2026-02-30,,done,nps,'), /found: {4}2026-02-30/],
    [rows('a,b,c,2026-02-03,2026-02-02,done,nps,'), /due before it starts/],
    [rows('a,b,c,2026-02-03,,dome,nps,'), /Did you mean “done”/],
    [rows('a,b,c,,,done,nps,'), /that is done has no start/],
    [rows('a,b,c,2026-02-03,,done,nps,Billing'), /A filter cannot be read[\s\S]*found: {4}Billing/],
    [rows('a,b,c,2026-02-03,,done,nps,channel: a; channel: b'), /A filter cannot be read/],
    [rows(`a,${'b'.repeat(201)},c,2026-02-03,,done,nps,`), /too long[\s\S]*200 characters/],
    [rows('a,"b,c,2026-02-03,,done,nps,'), /quotation mark/],
  ])('is named with its place: %#', async (text, message) => {
    expect(await mistake(text)).toMatch(message);
  });

  test('is told of all rows at once', async () => {
    const text = await mistake(rows('a,b,,2026-01-01,,done,nps,', 'a,b,c,2026-01-01,,never,nps,'));
    expect(text).toMatch(/record 1, owner/);
    expect(text).toMatch(/record 2, status/);
  });

  test('is an encoding that is not UTF-8', async () => {
    expect(await mistake(Uint8Array.of(0x61, 0xe9, 0x2c))).toMatch(/not text in UTF-8[\s\S]*CSV UTF-8/);
  });
});
