import { expect, test } from 'vitest';
import { inSentence } from './in-sentence.ts';

test('names begin small within a sentence, abbreviations and titles do not', () => {
  expect(['Two or more', 'Ticket', 'NPS', 'CSAT score', 'Net Promoter Score'].map(inSentence)).toEqual([
    'two or more',
    'ticket',
    'NPS',
    'CSAT score',
    'Net Promoter Score',
  ]);
  expect(['A low number of contacts', 'A'].map(inSentence)).toEqual(['a low number of contacts', 'A']);
});
