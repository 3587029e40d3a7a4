import { describe, expect, test } from 'vitest';
import { neighbours } from './site-map.ts';

describe('previous and next page', () => {
  test('lead through the panels in their order', () => {
    expect(neighbours('/service/')).toMatchObject({
      previous: { name: 'Satisfaction' },
      next: { name: 'Experience' },
    });
  });

  test('stop at both ends', () => {
    expect(neighbours('/')).not.toHaveProperty('previous');
    expect(neighbours('/data/')).not.toHaveProperty('next');
  });

  test('a page outside the reading order has neither', () => {
    expect(neighbours('/404/')).toEqual({});
  });
});
