import { describe, expect, test } from 'vitest';
import { linkTarget } from './links.ts';
import { pathOfText, SITE_PAGES } from './site-pages.ts';

const PAGES = [...SITE_PAGES, '/contrasts/scope/', '/why/', '/why/billing/', '/why/prices/', '/why/service/'];

/** The path that a link leads to, with its anchor. */
function leadsTo(written: string, text: string): string {
  const target = linkTarget(written, text, PAGES);
  if (target.kind === 'page') return target.path + (target.anchor && `#${target.anchor}`);
  return target.kind === 'file' ? target.path : target.kind;
}

describe('a text stands on', () => {
  test.each([
    ['home', '/'],
    ['service', '/service/'],
    ['contrasts/scope', '/contrasts/scope/'],
    ['pages/why/billing', '/why/billing/'],
    ['pages/why/index', '/why/'],
  ])('%s on %s', (text, path) => expect(pathOfText(text)).toBe(path));
});

describe('a link', () => {
  test.each([
    ['/service/', 'home', '/service/'],
    ['/service', 'home', '/service/'],
    ['service', 'home', '/service/'],
    ['service/#csat', 'home', '/service/#csat'],
    ['/', 'service', '/'],
    ['../claims/', 'service', '/claims/'],
    ['../claims/', 'home', '/claims/'],
    ['../scope', 'contrasts/emotion', '/contrasts/scope/'],
    ['scope', 'contrasts/emotion', '/contrasts/scope/'],
    ['contrasts/scope', 'home', '/contrasts/scope/'],
    ['#headlines', 'service', '/service/#headlines'],
    ['/service/?tab=1#csat', 'home', '/service/#csat'],
    ['/index.html', 'service', '/'],
  ])('%s in %s leads to %s', (written, text, path) => expect(leadsTo(written, text)).toBe(path));

  test.each([
    ['prices.mdx', 'pages/why/billing', '/why/prices/'],
    ['./prices.mdx#how', 'pages/why/billing', '/why/prices/#how'],
    ['index.mdx', 'pages/why/billing', '/why/'],
    ['../../home.mdx', 'pages/why/billing', '/'],
    ['pages/why/billing.mdx', 'home', '/why/billing/'],
    ['/content/pages/why/billing.mdx', 'home', '/why/billing/'],
    ['/why/billing.mdx', 'home', '/why/billing/'],
    ['prices', 'pages/why/billing', '/why/prices/'],
    ['../prices/', 'pages/why/billing', '/why/prices/'],
    ['..', 'pages/why/billing', '/why/'],
  ])('%s in %s leads to the writer’s page %s', (written, text, path) => expect(leadsTo(written, text)).toBe(path));

  test('to a name that is both a neighbour and a page of the report means the neighbour', () => {
    expect(leadsTo('service', 'pages/why/billing')).toBe('/why/service/');
    expect(leadsTo('/service', 'pages/why/billing')).toBe('/service/');
  });

  test.each(['https://example.org/service', 'mailto:ann@example.org', 'tel:+441234', '//example.org/x'])(
    '%s leads to another place',
    (written) => expect(leadsTo(written, 'home')).toBe('elsewhere'),
  );

  test('to a download leads to the file', () => {
    expect(leadsTo('/data/report.json', 'home')).toBe('/data/report.json');
    expect(leadsTo('data/estimates.csv', 'home')).toBe('/data/estimates.csv');
  });

  test('to no page names the nearest one', () => {
    expect(linkTarget('/servise/', 'home', PAGES)).toEqual({ kind: 'nowhere', meant: '/service/' });
    expect(linkTarget('biling.mdx', 'pages/why/prices', PAGES)).toEqual({ kind: 'nowhere', meant: '/why/billing/' });
    expect(linkTarget('%E0%A4%A', 'home', PAGES)).toMatchObject({ kind: 'nowhere' });
  });
});
