import { describe, expect, test } from 'vitest';
import { bylineOf } from './byline.ts';

describe('the byline of a comment', () => {
  test('says what it is called, who wrote it and when', () => {
    expect(bylineOf({ title: 'Slow springs', author: 'Ann Lee, insight', date: '14 July 2026' })).toEqual({
      title: 'Slow springs',
      by: 'Ann Lee, insight, 14 July 2026',
    });
  });

  test('a comment without frontmatter has a heading all the same', () => {
    expect(bylineOf({})).toEqual({ title: 'Commentary', by: '' });
  });

  test('what is not text is passed over', () => {
    expect(bylineOf({ author: ['Ann', 'Ben'], date: '14 July 2026' }).by).toBe('14 July 2026');
  });
});
