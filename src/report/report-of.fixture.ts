/**
 * Reports built from files that a test writes down as text.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildReport } from './build-report.ts';
import type { ClaimsMode } from './open-report.ts';
import type { Report } from './types/report.ts';

/**
 * Builds a report from files given as text: names below `data/` and `content/`. The folder is gone afterwards.
 *
 * @param claims what becomes of claims that do not hold.
 */
export async function reportOf(files: Record<string, string>, claims: ClaimsMode = 'stop'): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'triptych-report-'));
  try {
    await mkdir(join(folder, 'data'));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await buildReport({
      dataFolder: join(folder, 'data'),
      contentFolder: join(folder, 'content'),
      cacheFolder: null,
      claims,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ratings of one customer each: `count` answers on the day, the first `satisfied` of them a 5, the others a 2. */
export function ratings(day: string, channel: string, count: number, satisfied: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${day}T12:00:00Z,${channel}-${day}-${index},${channel},${index < satisfied ? 5 : 2}`,
  );
}

/** A file of survey responses with the given rows. */
export function responses(...rows: string[][]): string {
  return ['submitted_at,customer_id,channel,csat', ...rows.flat(), ''].join('\n');
}
