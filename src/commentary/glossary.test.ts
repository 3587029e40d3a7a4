import { describe, expect, test } from 'vitest';
import { GLOSSARY, termNamed } from './glossary.ts';

describe('the glossary', () => {
  test('stands in alphabetical order, numbers by their word', () => {
    const spoken = GLOSSARY.map(({ term }) => term.replace('90th', 'ninetieth').replaceAll('-', ' ').toLowerCase());
    expect(spoken).toEqual([...spoken].sort((a, b) => a.localeCompare(b, 'en')));
  });

  test('has one anchor a term', () => {
    expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length);
  });

  test('knows a term by each of its names, in the plural as well', () => {
    const named = ['NPS', 'net promoter score', 'Detractors', '“nothing”', 'NPS, Net Promoter Score'];
    expect(named.map((each) => termNamed(each)?.id)).toEqual(['nps', 'nps', 'detractor', undefined, 'nps']);
  });

  test('explains in whole sentences', () => {
    for (const { term, meaning } of GLOSSARY) expect(meaning, term).toMatch(/\.$/);
  });
});
