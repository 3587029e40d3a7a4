import { describe, expect, test } from 'vitest';
import type { Quantity } from '../types/analysis-figure.ts';
import { hiddenPart, protectedParts } from './parts.ts';

const part = (n: number): Quantity => ({ status: 'ok', value: n, n, text: String(n), range: '', base: '' });
const textsOf = (parts: readonly Quantity[]) => protectedParts(parts, 10).map(({ text }) => text);

describe('parts of a published total', () => {
  test('stay as they are where none is hidden, and where several are', () => {
    expect(textsOf([part(40), part(12)])).toEqual(['40', '12']);
    expect(textsOf([part(40), hiddenPart(10), hiddenPart(10)])).toEqual(['40', '[c]', '[c]']);
  });

  test('lose the smallest that is shown where one alone is hidden', () => {
    expect(textsOf([part(40), hiddenPart(10), part(12)])).toEqual(['40', '[c]', '[c]']);
  });

  test('keep their zeros, which hide nobody', () => {
    expect(textsOf([part(40), hiddenPart(10), part(0)])).toEqual(['[c]', '[c]', '0']);
  });
});
