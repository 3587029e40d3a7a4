import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { filesBelow, ROOT, readSite } from '../support/build-site.ts';
import { linesOf, wordsOf } from '../support/html.ts';

const { folder } = inject('demo');
const page = readSite(folder, 'installations/');
const below = readSite(folder, 'installations/what-we-ask/');

describe('a page of a writer’s own', () => {
  test('has its title, its summary for readers and for search engines, and who wrote it when', () => {
    expect(page).toContain('<title>From order to working line – Customer report</title>');
    const [, summary = ''] = /<meta name="description" content="([^"]*)"/.exec(page) ?? [];
    expect(summary).toMatch(/^An installation passes/);
    expect(linesOf(page)).toContain(summary);
    expect(wordsOf(page)).toContain('Tom Averley, customer operations, 14 July 2026');
  });

  test('leads to its parts, to the page above it and to those below it', () => {
    expect(page).toMatch(/<a href="#the-way-of-an-order">The way of an order<\/a>/);
    expect(page).toMatch(/<h2 id="the-way-of-an-order">/);
    expect(page).toMatch(/href="\/installations\/what-we-ask\/">What we ask/);
    expect(below).toMatch(/aria-label="Pages above this one">\s*<a href="\/installations\/">/);
  });

  test('is listed on the overview, at the foot of every page, and on the page of its panel', () => {
    for (const path of ['', 'methods/', 'service/']) {
      expect(readSite(folder, path), path).toMatch(/href="\/installations\/">From order to working line<\/a>/);
    }
    expect(readSite(folder, 'service/')).toContain('More on service');
    expect(readSite(folder, 'methods/')).not.toContain('What we ask after a visit');
  });

  test('makes claims that are listed with the others', () => {
    const anchors = [...page.matchAll(/id="claim-(pages--installations-\d)"/g)].map(([, id]) => id);
    expect(anchors.length).toBeGreaterThan(1);
    const claims = readSite(folder, 'claims/');
    for (const id of anchors) {
      expect(claims).toContain(`id="${id}"`);
      expect(claims).toContain(`href="/installations/#claim-${id}"`);
    }
  });
});

test('a text that several pages share stands on each of them', () => {
  for (const html of [page, below]) expect(wordsOf(html)).toContain('read ratings as the view of the patient');
});

test('a picture comes with the site, with its size and with words in its place', () => {
  const [, address = ''] =
    /<img class="picture" src="\/([^"]+)" width="480" height="452" alt="Four steps[^"]+"/.exec(page) ?? [];
  const drawn = readFileSync(join(ROOT, 'content/pages/installations/order-to-line.svg'));
  expect(readFileSync(join(folder, address)).equals(drawn)).toBe(true);
});

test('nothing of a draft is in any file of the site', () => {
  const draft = readFileSync(join(ROOT, 'content/pages/next-winter.mdx'), 'utf8');
  expect(draft).toContain('draft: true');
  const words = /next-winter|What we plan for the next winter|who joins the evening rota/;
  expect(draft).toMatch(words);
  const named = filesBelow(folder).filter(
    (file) =>
      /next-winter/.test(file) || (/\.(html|json|csv|js|xml|txt)$/.test(file) && words.test(readSite(folder, file))),
  );
  expect(named).toEqual([]);
});
