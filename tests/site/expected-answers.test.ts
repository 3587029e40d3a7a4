/**
 * What `data/README.md` says that each test should answer of the demonstration, read from what the site publishes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ROOT, readSite } from '../support/build-site.ts';
import { reportJson, type TestJson } from '../support/tables.ts';
import { holesIn } from '../support/whole-site.ts';

const { folder } = inject('demo');
const { contrasts, similarities, practices } = reportJson(folder);
const pages = [...contrasts, similarities, practices];
const tests = pages.flatMap((page) => page.tests);
const answerOf = (id: string) => tests.find((each) => each.id === id) as TestJson;

/** Test → how it bears on the idea, its verdict, and what its statement says; of one that cannot be told, why. */
const EXPECTED: readonly (readonly [id: string, reading: string, verdict: string, says: RegExp])[] = [
  ['c1a', 'describes', 'untested', /4 of 5 stages.*Discover is not measured/],
  ['c1b', 'supports', 'different', /whole journey says more than the last contact/],
  ['c1c', 'describes', 'different', /pile up on the same customers.*two contacts/],
  ['c2a', 'supports', 'different', /Feelings tell more about recommending than rational aspects/],
  ['c2b', 'describes', 'untested', /2\d% come without a good one/],
  ['c2c', 'supports', 'different', /promoters write more about feelings/],
  ['c3a', 'supports', 'different', /Satisfaction is of the moment, loyalty lasts/],
  ['c3b', 'open', 'undecided', /cannot tell/],
  ['c3c', 'supports', 'different', /predicts further ahead.*within 180 days/],
  ['c4a', 'supports', 'different', /Satisfaction belongs to departments, recommendation to the company/],
  ['c4b', 'supports', 'different', /crossed departments, the share who are satisfied is lower/],
  ['c4c', 'open', 'untested', /cannot tell whether the same departments lead/],
  ['c5a', 'describes', 'untested', /2\d% are represented by no instrument/],
  ['c5b', 'supports', 'untested', /score hides complaints/],
  ['c5c', 'contradicts', 'equivalent', /by segment and years as a customer/],
  ['c6a', 'supports', 'untested', /more proactive than before.*since November 2025/],
  ['c6b', 'supports', 'different', /warned in advance/],
  ['c6c', 'untold', '', /^it needs 36 complete months in a row .* these data have 24$/],
  ['c7a', 'supports', 'untested', /go together only loosely/],
  ['c7b', 'supports', 'untested', /Green outside, red inside/],
  ['c7c', 'open', 'untested', /^Too few|cannot tell/],
  ['c8a', 'supports', 'different', /customers with a ticket is lower by 34/],
  ['c8b', 'supports', 'untested', /Service \(Use\) is 1\d% to 2\d%.*the largest part is Renew/],
  ['c8c', 'supports', 'different', /Contacts are mostly reactive/],
  ['c9a', 'contradicts', 'untested', /Most cases of every topic stay with one department/],
  ['c9b', 'describes', 'untested', /^4\d% to \d\d% of the wait for a solution is outside support/],
  ['c9c', 'supports', 'different', /share of satisfied customers is lower.*stays open longer/],
  ['c10a', 'contradicts', 'different', /NPS tells more about leaving than first-contact resolution/],
  ['c10b', 'supports', 'different', /Detractors leave sooner/],
  ['c10c', 'supports', 'different', /contacted within 48 hours were kept more often/],
  ['c11a', 'supports', 'different', /ease and speed, the must-bes; for empathy and extra, the delights/],
  ['c11b', 'supports', 'different', /moment goes with more promoters.*settled at once.*cannot tell/],
  ['c11c', 'supports', 'different', /recovered are satisfied less often/],
  ['s1', 'supports', 'equivalent', /matter to both alike/],
  ['s2', 'open', 'undecided', /satisfaction with the contact is higher.*no clear difference/],
  ['s3', 'supports', 'different', /higher by .* after a follow-up/],
  ['s4', 'contradicts', 'untested', /79% can be followed through all three views/],
  ['s5', 'open', 'untested', /cannot tell/],
  ['s6', 'open', 'untested', /cannot tell/],
  ['a1', 'contradicts', 'different', /27% of the tickets that a bot took up are settled and held/],
];

describe('the planted answers', () => {
  test.each(EXPECTED)('%s %s the idea, %s', (id, reading, verdict, says) => {
    const { missing = '', statement = missing, ...answer } = answerOf(id);
    expect(statement).toMatch(says);
    expect(answer).toMatchObject(reading === 'untold' ? { verdict: null } : { reading, verdict });
  });

  test('are listed for every test, here and in the description of the data', () => {
    const listed = [...readFileSync(join(ROOT, 'data/README.md'), 'utf8').matchAll(/^\| ([CSA]\d+[a-c]?) \|/gm)];
    const ids = tests.map(({ id }) => id);
    expect(EXPECTED.map(([id]) => id)).toEqual(ids);
    expect(listed.map(([, id = '']) => id.toLowerCase())).toEqual(ids);
  });
});

test('no page of the demonstration has a gap', () => {
  expect(holesIn(folder)).toEqual([]);
});

describe('what machines read of a test', () => {
  test('has its verdict, statement, effect, interval, n and method, and the margin and p of what is compared', () => {
    for (const { id, verdict, effect } of tests) {
      if (effect === null || effect === undefined) continue;
      expect(effect.name, id).not.toBe('');
      expect(effect.method, id).not.toBe('');
      if (effect.counts !== 'departments') expect(effect.n, id).toBeGreaterThanOrEqual(10);
      const { value, low = value, high = value } = effect as { value: number; low?: number; high?: number };
      expect(low <= value && value <= high, id).toBe(true);
      if (verdict === 'different') expect(effect.p ?? 0, id).toBeLessThanOrEqual(0.05);
    }
    expect(tests.filter(({ effect }) => effect?.margin).length).toBeGreaterThan(15);
  });

  test('is what the page says', () => {
    for (const page of pages) {
      const text = readSite(
        folder,
        `${page === similarities || page === practices ? '' : 'contrasts/'}${page.id}/index.html`,
      );
      for (const each of page.tests) {
        const said = (each.statement ?? each.missing ?? '').replaceAll('&', '&amp;');
        expect(text, each.id).toContain(`id="${each.id}"`);
        expect(text.replaceAll('&#39;', "'").replaceAll('&quot;', '"'), each.id).toContain(said.slice(1, -1));
      }
    }
  });
});
