import { expect, test } from 'vitest';
import { headingTags } from './heading-tags.ts';

test('the highest headings of a text get the level that the page has for them, the others follow', () => {
  expect(headingTags([{ depth: 2 }, { depth: 3 }], 3)).toMatchObject({ h2: 'h3', h3: 'h4', h4: 'h5' });
  expect(headingTags([{ depth: 1 }, { depth: 2 }], 2)).toMatchObject({ h1: 'h2', h2: 'h3' });
  expect(headingTags([{ depth: 4 }], 2)).toMatchObject({ h4: 'h2', h5: 'h3' });
  expect(headingTags([{ depth: 2 }], 5)).toMatchObject({ h2: 'h5', h3: 'h6', h4: 'h6' });
  // Footnotes have a heading of the second level.
  expect(headingTags([], 3)).toMatchObject({ h2: 'h3' });
});
