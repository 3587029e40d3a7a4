import { describe, expect, test } from 'vitest';
import { INTERVALS } from '../metrics/intervals.ts';
import { METRICS } from '../metrics/registry.ts';
import { mathMl } from './mathematics.ts';

const formulas = [
  ...METRICS.map(({ id, tex, formula, symbols }) => ({ name: id, lines: [{ tex, text: formula }], symbols })),
  ...INTERVALS.map(({ id, formulas: lines, symbols }) => ({ name: `interval ${id}`, lines, symbols })),
];

/** Letters that a reader can be expected to know, or that the methods page explains for all formulas. */
const KNOWN = /^(?:z|m|n|i|min|max|exp|ln|to)$/;

/** The letters of a formula as a reader meets them. */
function lettersOf(tex: string): string[] {
  const texts = [...mathMl(tex).matchAll(/<(?:mi|mtext)[^>]*>([^<]*)</g)].map(([, text = '']) => text.trim());
  return texts.filter((text) => /\p{L}/u.test(text));
}

describe.each(formulas)('the formula of $name', ({ lines, symbols }) => {
  test('is MathML without a mistake, and carries itself as plain text', () => {
    for (const { tex, text } of lines) {
      const math = mathMl(tex, text);
      expect(math).toMatch(/^<math alttext="[^"]+" display="block">.*<\/math>$/);
      expect(math).not.toMatch(/merror|class=|style=|mathcolor/);
    }
    for (const [letter] of symbols) expect(mathMl(letter)).toMatch(/^<math>.*<\/math>$/);
  });

  test('fits a phone: no long words, no radicals, which need a font that not every reader has', () => {
    for (const { tex } of lines) {
      expect(mathMl(tex)).not.toMatch(/<m(?:sqrt|root)>/);
      expect(lettersOf(tex).join('').length).toBeLessThan(30);
    }
  });

  test('explains its letters', () => {
    const defined = lines.flatMap(({ tex }) =>
      [...tex.matchAll(/([a-zA-Z])(?:_\w|\^2|\(t\))? = /g)].map(([, one]) => one),
    );
    const explained = new Set([...symbols.flatMap(([letter]) => lettersOf(letter)), ...defined]);
    const letters = lines.flatMap(({ tex }) => lettersOf(tex)).filter((letter) => !KNOWN.test(letter));
    expect(letters.filter((letter) => !explained.has(letter))).toEqual([]);
  });
});

test('a formula that cannot be read stops the build', () => {
  expect(() => mathMl(String.raw`\frac{1}{`)).toThrow(/expected/);
  expect(() => mathMl(String.raw`\nosuchthing`, 'none')).toThrow(/Unsupported/);
});
