/**
 * Every format against its fixture: an invented export with the tool's own headers, words and quirks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accountOf, type Expected, valuesOf } from './expected-for-tests.ts';
import { FORMATS } from './registry.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));
const expectedOf = (name: string) =>
  JSON.parse(readFileSync(join(FOLDER, `${name.replace(/\.\w+$/, '')}.json`), 'utf8')) as Expected;

describe.each(fixtures)('%s', (name) => {
  const expected = expectedOf(name);

  test('is recognised, and every row is accounted for', async () => {
    const found = await accountOf(join(FOLDER, name), expected.sources);
    if (expected.refused !== undefined) {
      expect(found).toMatchObject({ refused: expect.stringContaining(expected.refused) });
      return;
    }
    expect(found).toEqual({
      format: expected.format,
      kind: expected.kind,
      read: expected.read,
      kept: expected.kept,
      setAside: expected.setAside ?? {},
    });
  });

  if (expected.refused !== undefined) return;

  test('is read as the tool means it', async () => {
    const { rows, notes } = await valuesOf(join(FOLDER, name), expected.sources);
    for (const [index, row] of (expected.rows ?? []).entries()) expect(rows[index]).toMatchObject(row);
    for (const note of expected.notes ?? []) expect(notes.join('\n')).toContain(note);
  });
});

test('every format has a fixture', () => {
  const covered = new Set(fixtures.map((name) => expectedOf(name).format ?? name.replace(/\.\w+$/, '')));
  expect(FORMATS.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});
