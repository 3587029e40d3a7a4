import { describe, expect, test } from 'vitest';
import { GLOSSARY } from './glossary.ts';

describe('the glossary', () => {
  test('stands in alphabetical order, numbers by their word', () => {
    const spoken = GLOSSARY.map(({ term }) => term.replace('90th', 'ninetieth').replaceAll('-', ' ').toLowerCase());
    expect(spoken).toEqual([...spoken].sort((a, b) => a.localeCompare(b, 'en')));
  });

  test('has one anchor a term', () => {
    expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length);
  });

  test('explains in whole sentences', () => {
    for (const { term, meaning } of GLOSSARY) expect(meaning, term).toMatch(/\.$/);
  });
});
