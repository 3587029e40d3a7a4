import { describe, expect, test } from 'vitest';
import { SITE_PAGES } from '../commentary/site-pages.ts';
import { neighbours, readingOrder } from './site-map.ts';

const order = readingOrder({
  contrasts: [
    { path: '/contrasts/scope/', name: 'Scope' },
    { path: '/contrasts/emotion/', name: 'Emotion' },
  ],
  ownPages: [{ path: '/why/', name: 'Why customers call' }],
});

describe('previous and next page', () => {
  test('lead through the panels in their order', () => {
    expect(neighbours('/service/', order)).toMatchObject({
      previous: { name: 'Satisfaction' },
      next: { name: 'Experience' },
    });
  });

  test('lead from the index of the contrasts through each of them', () => {
    expect(neighbours('/contrasts/', order).next).toMatchObject({ name: 'Scope' });
    expect(neighbours('/contrasts/emotion/', order).previous).toMatchObject({ name: 'Scope' });
  });

  test('lead to what writers have added once the report’s own story is told', () => {
    expect(neighbours('/why/', order)).toMatchObject({ previous: { name: 'Voice' }, next: { name: 'Actions' } });
  });

  test('stop at both ends', () => {
    expect(neighbours('/', order)).not.toHaveProperty('previous');
    expect(neighbours('/writing/', order)).not.toHaveProperty('next');
  });

  test('a page outside the reading order has neither', () => {
    expect(neighbours('/404/', order)).toEqual({});
  });
});

test('every page that is read in order is one that writers may link to, and the other way round', () => {
  expect(
    readingOrder({ contrasts: [], ownPages: [] })
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(SITE_PAGES.toSorted());
});
