import { describe, expect, test } from 'vitest';
import { isLack } from '../metrics/analysis.ts';
import { contextOf, datasetOf, periodOf } from '../metrics/testing.ts';
import { OUTCOMES } from './contrast.ts';
import { CONTRAST_TESTS, CONTRASTS, TOPICS } from './contrasts.ts';

const span = { all: periodOf('2026'), months: [], latest: null, earlier: null };

describe('pages of tests', () => {
  test('have ids, names and tests of their own', () => {
    for (const values of [
      TOPICS.map(({ id }) => id),
      TOPICS.map(({ name }) => name),
      CONTRAST_TESTS.map(({ id }) => id),
    ]) {
      expect(new Set(values).size).toBe(values.length);
    }
  });

  test.each(TOPICS.map((topic) => [topic.id, topic] as const))(
    '%s says its idea in two or three sentences',
    (_, topic) => {
      const sentences = topic.idea.join(' ').match(/[.?!](?= |$)/g) ?? [];
      expect(sentences.length).toBeGreaterThanOrEqual(2);
      expect(sentences.length).toBeLessThanOrEqual(3);
      expect(topic.question).toMatch(/\?$/);
    },
  );

  test.each(TOPICS.map((topic) => [topic.id, topic] as const))(
    '%s has something to do whatever comes of it',
    (_, topic) => {
      for (const outcome of OUTCOMES.filter((each) => each !== 'described')) {
        expect(
          topic.practices.some(({ fits }) => fits.includes(outcome)),
          outcome,
        ).toBe(true);
      }
    },
  );

  test('contrasts set two sides against each other', () => {
    for (const { sides } of CONTRASTS) expect(sides.every((side) => side.length > 0)).toBe(true);
  });
});

describe('a test', () => {
  test.each(CONTRAST_TESTS.map((each) => [each.id, each] as const))(
    '%s says what it lacks of data without its fields',
    (_, { analysis }) => {
      const found = analysis.analyse(contextOf(datasetOf({})), span);
      expect(isLack(found)).toBe(true);
      if (isLack(found)) expect(found.lacks).toMatch(/^[a-z0-9].*[^.]$/);
    },
  );

  test.each(CONTRAST_TESTS.map((each) => [each.id, each] as const))(
    '%s says when its sentence may be said, and what leads astray',
    (id, { analysis, saidWhen, pitfalls }) => {
      expect(id).toMatch(/^(c\d+[a-c]|s\d|a\d)$/);
      expect(saidWhen).toMatch(/\.$/);
      expect(pitfalls.length).toBeGreaterThan(0);
      for (const sentence of pitfalls) expect(sentence).toMatch(/^[A-Z“].*\.$/s);
      expect(analysis.question).toMatch(/\?$/);
    },
  );

  test.each(CONTRAST_TESTS.map((each) => [each.id, each] as const))(
    '%s claims no cause',
    (_, { analysis, saidWhen, pitfalls }) => {
      const words = [analysis.definition, analysis.question, saidWhen, ...pitfalls].join(' ');
      expect(words).not.toMatch(/\b(drives?|driven|leads? to|because of|improves?|causes?|results? in)\b/i);
    },
  );
});

describe('a formula', () => {
  test.each(CONTRAST_TESTS.map((each) => [each.id, each.analysis.tex] as const))(
    'of %s has no index of an index, which would be smaller than 12 pixels',
    (_, tex) => expect(tex).not.toMatch(/[_^]\{[^}]*[_^]/),
  );
});
