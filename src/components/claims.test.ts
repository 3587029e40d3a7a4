import { describe, expect, test } from 'vitest';
import type { ClaimReport } from '../report/types/claim.ts';
import { claimAnchor, claimsAnswer, claimsByPage, correctionOf } from './claims.ts';

const claim = (page: string, number = 1): ClaimReport => ({
  id: `${page.replaceAll('/', '-')}-${number}`,
  page,
  file: `${page}.mdx`,
  line: 1,
  column: 1,
  text: 'It rose.',
  kind: 'rose',
  metric: 'csat',
  where: {},
  status: 'supported',
  verdict: 'different',
  says: 'CSAT rose.',
  suggestion: 'CSAT rose.',
  instead: 'rose',
});

describe('the claims of a report', () => {
  test('stand by page in the order of the site, each where its text stands', () => {
    const claims = ['experience', 'contrasts/scope', 'home', 'nowhere'].map((page) => claim(page));
    const contrasts = [{ path: '/contrasts/scope/', name: 'Scope' }] as never;
    const listed = claimsByPage({ claims: [...claims, claim('home', 2)], contrasts, ownPages: [] });
    expect(listed.map(({ page, claims }) => [page.path, claims.map(claimAnchor)])).toEqual([
      ['/', ['claim-home-1', 'claim-home-2']],
      ['/experience/', ['claim-experience-1']],
      ['/contrasts/scope/', ['claim-contrasts-scope-1']],
    ]);
  });

  test('are corrected by a sentence, or by a part of one', () => {
    expect(correctionOf({ text: 'It fell.', suggestion: 'It rose.' })).toBe('It rose.');
    expect(correctionOf({ text: 'as it fell', suggestion: 'It rose.' })).toBe('It rose');
  });

  test('are counted in a sentence', () => {
    const statuses = (...list: ClaimReport['status'][]) => claimsAnswer(list.map((status) => ({ status })));
    expect(statuses()).toBe('No text of this report makes a claim that is checked.');
    expect(statuses('supported')).toBe('The one claim made is supported by the data.');
    expect(statuses('supported', 'supported')).toBe('The data support all 2 claims made.');
    expect(statuses('supported', 'unsupported')).toBe(
      'The data support 1 of 2 claims made; the other is struck out and corrected where it stands.',
    );
    expect(statuses('supported', 'unsupported', 'unsupported')).toBe(
      'The data support 1 of 3 claims made; the others are struck out and corrected where they stand.',
    );
    expect(statuses('unsupported', 'unsupported')).toBe(
      'The data support none of the 2 claims made; they are struck out and corrected where they stand.',
    );
  });
});
