import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inputState } from './input-state.ts';

let folder: string;
const state = () => inputState(join(folder, 'data'), join(folder, 'content'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-state-'));
  await mkdir(join(folder, 'data/tickets'), { recursive: true });
  await mkdir(join(folder, 'content/pages'), { recursive: true });
  await writeFile(join(folder, 'data/tickets/2026-01.csv'), 'id\n1\n');
  await writeFile(join(folder, 'content/report.yaml'), 'title: A\n');
});
afterAll(() => rm(folder, { recursive: true }));

test.each(['content/home.mdx', 'content/pages/why.mdx', 'content/actions.csv', 'content/pages/plan.PNG'])(
  'no figure depends on %s',
  async (path) => {
    const before = await state();
    await writeFile(join(folder, path), 'anything');
    expect(await state()).toBe(before);
  },
);

test.each(['data/tickets/2026-02.csv', 'data/sources.yaml', 'content/events.csv', 'content/report.yaml', 'data/a.mdx'])(
  'figures may depend on %s',
  async (path) => {
    const before = await state();
    await writeFile(join(folder, path), 'anything at all');
    expect(await state()).not.toBe(before);
  },
);

test('a file of the same size that was written later, or is another by the same name, is another input', async () => {
  const path = join(folder, 'data/tickets/2026-01.csv');
  const states = [await state()];
  await writeFile(path, 'id\n2\n');
  await utimes(path, new Date(0), new Date(0));
  states.push(await state());
  await rm(path);
  states.push(await state());
  await writeFile(join(folder, 'elsewhere.csv'), 'id\n3\n');
  await symlink(join(folder, 'elsewhere.csv'), path);
  states.push(await state());
  await writeFile(join(folder, 'elsewhere.csv'), 'id\n34\n');
  states.push(await state());
  expect(new Set(states).size).toBe(states.length);
});

test('folders that do not exist hold nothing', async () => {
  expect(await inputState('/nowhere', '/nowhere')).toBe('');
});
