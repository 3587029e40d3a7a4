import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { buildSite, filesBelow, temporaryFolder } from '../support/build-site.ts';

const { folder } = inject('demo');

/** Files that only one folder has, or whose bytes differ. */
function differences(one: string, other: string): string[] {
  const [here, there] = [filesBelow(one), filesBelow(other)];
  const onlyOnce = [...here.filter((file) => !there.includes(file)), ...there.filter((file) => !here.includes(file))];
  const changed = here
    .filter((file) => there.includes(file))
    .filter((file) => !readFileSync(join(one, file)).equals(readFileSync(join(other, file))));
  return [...onlyOnce, ...changed];
}

describe('same input, same bytes', () => {
  test('on a machine with another time zone and language, and with nothing cached', async () => {
    const elsewhere = await buildSite({
      environment: {
        TZ: 'Asia/Tokyo',
        LANG: 'de_DE.UTF-8',
        LC_ALL: 'de_DE.UTF-8',
        TRIPTYCH_CACHE: temporaryFolder('cold-cache'),
      },
    });
    expect(filesBelow(folder).length).toBeGreaterThan(10);
    expect(differences(folder, elsewhere)).toEqual([]);
  });

  test('no file of the site names the machine it was built on', () => {
    const named = filesBelow(folder)
      .filter((file) => /\.(html|css|js|json|csv|svg|xml|txt)$/.test(file))
      .filter((file) => readFileSync(join(folder, file), 'utf8').includes(process.cwd()));
    expect(named).toEqual([]);
  });
});
