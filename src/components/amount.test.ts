import { describe, expect, test } from 'vitest';
import { count, counted, percentage } from './amount.ts';

describe('amounts in words', () => {
  test('thousands are separated as the locale does it', () => {
    expect(count(12345, 'en-GB')).toBe('12,345');
    expect(count(12345, 'de-DE')).toBe('12.345');
  });

  test('one is singular, everything else is plural', () => {
    expect(counted(1, 'row', 'rows', 'en-GB')).toBe('1 row');
    expect(counted(0, 'row', 'rows', 'en-GB')).toBe('0 rows');
  });

  test('a percentage is never rounded to nothing or to all', () => {
    expect(percentage(1, 1000)).toBe('under 1%');
    expect(percentage(999, 1000)).toBe('over 99%');
    expect(percentage(0, 1000)).toBe('0%');
    expect(percentage(1000, 1000)).toBe('100%');
    expect(percentage(0, 0)).toBe('none');
  });
});
