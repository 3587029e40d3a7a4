import { describe, expect, test } from 'vitest';
import { CONTRAST_TESTS, TOPICS } from '../../contrasts/contrasts.ts';
import { ANALYSES } from '../../metrics/analyses.ts';
import { METRICS } from '../../metrics/registry.ts';
import { placeOfTest } from './paths.ts';
import { TEST_VIEWS } from './views.ts';

describe('pages of tests', () => {
  test('show every test', () => {
    expect(new Set(TEST_VIEWS.map((view) => view.test.id))).toEqual(new Set(CONTRAST_TESTS.map(({ id }) => id)));
  });

  test('name metrics and analyses that exist beside what to do', () => {
    const known = new Set(
      [...METRICS, ...ANALYSES, ...CONTRAST_TESTS.map(({ analysis }) => analysis)].map(({ id }) => id),
    );
    const named = TOPICS.flatMap(({ practices }) => practices.map(({ metric }) => metric));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('define what they compute where the test stands', () => {
    expect(placeOfTest('green_outside')).toBe('/contrasts/focus/#c7b');
  });
});
