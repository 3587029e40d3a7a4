import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { begin, beginEarly, earlyOrNew } from './begun.ts';
import { foldersOf } from './folders.ts';

const GOLDEN = resolve(import.meta.dirname, '../../tests/golden/tickets-only');

describe('a run', () => {
  test('is checked before its report is there, and says to a late listener what it has said already', async () => {
    const run = begin(
      {
        data: join(GOLDEN, 'data'),
        content: join(GOLDEN, 'content'),
        cache: mkdtempSync(join(tmpdir(), 'cache-')),
      },
      'stop',
    );
    let isThere = false;
    const report = run.report.then((made) => {
      isThere = true;
      return made;
    });
    await run.checked;
    expect(isThere).toBe(false);
    const heard: string[] = [];
    run.listen((line) => heard.push(line));
    expect(heard).toHaveLength(1);
    expect((await report).metrics.length).toBeGreaterThan(50);
  });

  test('that stops at a mistake was never checked', async () => {
    const run = begin({ data: '/nowhere', content: '/nowhere', cache: '/nowhere' }, 'stop');
    await expect(run.checked).rejects.toThrow('no ticket and no survey answer');
    await expect(run.report).rejects.toThrow('no ticket and no survey answer');
  });
});

describe('a run that was begun early', () => {
  test('is picked up once, by whoever wants the same folders', async () => {
    beginEarly('/nowhere', 'stop');
    const folders = foldersOf('/nowhere', process.env);
    const [early, later] = [earlyOrNew(folders, 'stop'), earlyOrNew(folders, 'stop')];
    expect(later.report).not.toBe(early.report);
    beginEarly('/nowhere', 'stop');
    expect(earlyOrNew({ ...folders, data: '/elsewhere' }, 'stop').folders.data).toBe('/elsewhere');
    await expect(early.report).rejects.toThrow();
  });
});
