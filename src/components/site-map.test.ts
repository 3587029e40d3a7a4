import { describe, expect, test } from 'vitest';
import { SITE_PAGES } from '../commentary/site-pages.ts';
import { neighbours, readingOrder } from './site-map.ts';

const order = readingOrder([
  { path: '/contrasts/scope/', name: 'Scope' },
  { path: '/contrasts/emotion/', name: 'Emotion' },
]);

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

  test('stop at both ends', () => {
    expect(neighbours('/', order)).not.toHaveProperty('previous');
    expect(neighbours('/data/', order)).not.toHaveProperty('next');
  });

  test('a page outside the reading order has neither', () => {
    expect(neighbours('/404/', order)).toEqual({});
  });
});

test('every page that is read in order is one that writers may link to, and the other way round', () => {
  expect(
    readingOrder([])
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(SITE_PAGES.toSorted());
});
