import { expect, test } from 'vitest';
import { evidenceText } from './evidence.ts';

test('evidence is the range and the base, and says when a figure is not to be leaned on', () => {
  const of = (status: 'ok' | 'low_base') => evidenceText({ range: '17% to 69%', base: 'n = 12 answers', status });
  expect(of('ok')).toBe('17% to 69%, n\u00a0=\u00a012 answers');
  expect(of('low_base')).toBe('17% to 69%, n\u00a0=\u00a012 answers, low base');
});
