import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEvents, type WrittenEvent } from './events.ts';

async function read(...lines: string[]): Promise<readonly WrittenEvent[]> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-events-'));
  try {
    writeFileSync(join(folder, 'events.csv'), lines.join('\n'));
    return await readEvents(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const HEADER = 'date,label,link,metrics';

describe('a table of events', () => {
  test('holds a date, a label, and if wanted a link and the metrics that it concerns', async () => {
    expect(
      await read(HEADER, '2026-04-01,New prices,https://example.org/prices,csat; nps ;', '2026-05-01,Strike,,'),
    ).toEqual([
      {
        date: '2026-04-01',
        label: 'New prices',
        link: 'https://example.org/prices',
        metrics: ['csat', 'nps'],
        place: { file: expect.stringMatching(/events\.csv$/), record: 1 },
      },
      { date: '2026-05-01', label: 'Strike', place: { file: expect.any(String), record: 2 } },
    ]);
    expect(await read('label,date', 'Strike,2026-05-01')).toHaveLength(1);
  });

  test('that is not there holds nothing', async () => {
    expect(await readEvents('/nowhere')).toEqual([]);
  });

  test.each([
    ['1 April,New prices,,', /no date that is one[\s\S]*record 1, date[\s\S]*1 April/],
    ['2026-04-01,,,', /cannot stand in a chart[\s\S]*nothing/],
    [`2026-04-01,${'x'.repeat(81)},,`, /1 to 80 characters/],
    ['2026-04-01,New prices,javascript:alert(1),', /link of an event is none/],
  ])('with %s is refused', async (line, message) => {
    await expect(read(HEADER, line)).rejects.toThrow(message);
  });

  test('names each event once', async () => {
    await expect(read(HEADER, '2026-04-01,New prices,,', '2026-04-01,new  prices,,')).rejects.toThrow(
      /there twice[\s\S]*record 2/,
    );
  });
});
