import { describe, expect, test } from 'vitest';
import { withoutTopics } from './without-topics.ts';

describe('values without what is due to topics', () => {
  // Department 1 is 2 above department 0, topic 1 is 10 above topic 0; their mixes differ.
  const department = Int32Array.of(0, 0, 0, 0, 1, 1, 1);
  const topic = Int32Array.of(0, 0, 0, 1, 0, 1, 1);
  const values = Float64Array.from(department, (d, at) => 2 * d + 10 * (topic[at] as number));

  test('keep what departments differ by', () => {
    const left = withoutTopics(values, department, topic, 2, 2) as Float64Array;
    const base = left[0] as number;
    for (const [at, value] of left.entries()) expect(value - base).toBeCloseTo(2 * (department[at] as number), 8);
  });

  test('do not exist where departments share no topic', () => {
    expect(withoutTopics(Float64Array.of(1, 2), Int32Array.of(0, 1), Int32Array.of(0, 1), 2, 2)).toBeNull();
  });
});
