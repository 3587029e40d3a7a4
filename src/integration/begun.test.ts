import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { begin, beginEarly, earlyOrNew } from './begun.ts';
import { foldersOf } from './folders.ts';

const GOLDEN = resolve(import.meta.dirname, '../../tests/golden/tickets-only');

const STOP = { claims: 'stop', isDev: false } as const;

describe('a run', () => {
  test('is checked before its report is there, and says to a late listener what it has said already', async () => {
    const run = begin(
      {
        data: join(GOLDEN, 'data'),
        content: join(GOLDEN, 'content'),
        cache: mkdtempSync(join(tmpdir(), 'cache-')),
      },
      STOP,
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
    const run = begin({ data: '/nowhere', content: '/nowhere', cache: '/nowhere' }, STOP);
    await expect(run.checked).rejects.toThrow('no ticket and no survey answer');
    await expect(run.report).rejects.toThrow('no ticket and no survey answer');
  });
});

describe('a run that was begun early', () => {
  test('is picked up once, by whoever wants the same folders', async () => {
    beginEarly('/nowhere', STOP);
    const folders = foldersOf('/nowhere', process.env);
    const [early, later] = [earlyOrNew(folders, STOP), earlyOrNew(folders, STOP)];
    expect(later.report).not.toBe(early.report);
    beginEarly('/nowhere', STOP);
    expect(earlyOrNew({ ...folders, data: '/elsewhere' }, STOP).folders.data).toBe('/elsewhere');
    await expect(early.report).rejects.toThrow();
  });
});
