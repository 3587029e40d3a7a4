import { describe, expect, test } from 'vitest';
import type { Estimate } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { beforeWords, courseOf } from './course.ts';

/** A letter a month: `f` a figure, `c` too few, `x` no data. */
const months = (letters: string) =>
  [...letters].map(
    (letter, index) =>
      ({
        text: `${index} min`,
        period: { label: `Month ${index}`, grain: 'month' },
        ...(letter === 'f' ? { value: index, status: 'ok' } : { status: letter === 'c' ? 'suppressed' : 'no_data' }),
      }) as Estimate,
  );
const course = (letters: string) => courseOf(months(letters));
const words = (letters: string) => beforeWords(course(letters), { counts: 'tickets' } as MetricCard);

describe('a chart over time', () => {
  test('begins after the gap that parts a few early figures from all others', () => {
    expect(course('cfxxffffffffc').points[0]?.period.label).toBe('Month 4');
    expect(words('cfxxffffffffc')).toBe(
      'The chart begins in Month 4: of the earlier months only Month 1 (1 min) has enough tickets; the table shows them all.',
    );
    expect(words('fcfxffffff')).toContain('only Month 0 (0 min) and Month 2 (2 min) have enough tickets');
  });

  test('leaves early periods without a figure to the table', () => {
    expect(words('ccffffff')).toBe('The chart begins in Month 2: no earlier month has enough tickets.');
  });

  test.each(['ffffffff', 'fffxffffff', 'fxfffff', 'ffffffffxf', 'c'])('shows all of %s', (letters) => {
    expect(course(letters).before).toEqual([]);
    expect(words(letters)).toBe('');
  });
});
