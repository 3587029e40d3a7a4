import { describe, expect, test } from 'vitest';
import { parseDuration } from './duration.ts';

describe('durations are read in the unit they are declared in, never by their size', () => {
  test.each([
    ['90', 'seconds', 1.5],
    ['90', 'minutes', 90],
    ['1.5', 'hours', 90],
    ['2', 'days', 2880],
    ['1:30', 'clock', 90],
    ['0:05:30', 'clock', 5.5],
    ['126:05', 'clock', 7565],
    ['-1:30:00', 'clock', -90],
    ['1h 5m', 'words', 65],
    ['45m', 'words', 45],
    ['2d 4h', 'words', 3120],
    ['1w 2d', 'words', 12_960],
    ['1 hour 20 minutes', 'words', 80],
    ['2 days, 4 hours and 1 minute', 'words', 3121],
    ['-3h', 'words', -180],
  ] as const)('%s in %s is %d minutes', (text, unit, minutes) =>
    expect(parseDuration(text, unit)).toBeCloseTo(minutes, 9),
  );

  test.each([
    ['0-1 hrs', 'words'],
    ['>24 hrs', 'words'],
    ['No replies', 'words'],
    ['3', 'words'],
    ['', 'words'],
    ['-', 'words'],
    ['1:75', 'clock'],
    ['90', 'clock'],
    ['1h', 'clock'],
    ['1:30', 'minutes'],
    ['abc', 'seconds'],
  ] as const)('%j is no duration in %s', (text, unit) => expect(parseDuration(text, unit)).toBeNaN());
});
