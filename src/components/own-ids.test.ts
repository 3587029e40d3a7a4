import { describe, expect, test } from 'vitest';
import { headingId, withOwnIds } from './own-ids.ts';

const FOOTNOTE =
  '<sup><a href="#user-content-fn-1" id="user-content-fnref-1" aria-describedby="footnote-label">1</a></sup>' +
  '<h3 id="footnote-label">Footnotes</h3><li id="user-content-fn-1">Note</li>';

describe('ids of a text', () => {
  test('get a prefix where it stands beside others, with the links to them', () => {
    expect(withOwnIds('<h3 id="nps">NPS</h3><a href="#nps">see</a>', ['nps'], 'text-')).toBe(
      '<h3 id="text-nps">NPS</h3><a href="#text-nps">see</a>',
    );
    expect(withOwnIds(FOOTNOTE, [], 'who-')).toBe(
      FOOTNOTE.replaceAll('user-content', 'who-user-content').replaceAll('footnote-label', 'who-footnote-label'),
    );
  });

  test('stay what they are on a page of its own, but for those that every page has', () => {
    const html = '<h2 id="why">Why</h2><h2 id="content">Content</h2><a href="#content">up</a>';
    expect(withOwnIds(html, ['why', 'content'], '')).toBe(
      '<h2 id="why">Why</h2><h2 id="text-content">Content</h2><a href="#text-content">up</a>',
    );
    expect(headingId('content', '')).toBe('text-content');
  });

  test('of components and of other pages are left alone', () => {
    const html = '<span id="claim-home-1">So</span><a href="/service/#nps">x</a><h3 id="csat-in-text">CSAT</h3>';
    expect(withOwnIds(html, ['nps'], 'text-')).toBe(html);
  });
});
