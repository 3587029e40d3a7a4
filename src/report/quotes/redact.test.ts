import { describe, expect, test } from 'vitest';
import { redacted } from './redact.ts';

const HARMLESS = new Set(['the', 'bill']);
const printed = (quote: string) => redacted(quote, (word) => HARMLESS.has(word));

describe('left out of a quote is', () => {
  test.each([
    [
      'an address to its end, whoever it names in small letters',
      'See https://shop.example/order?name=mia&to=quill, now',
    ],
    ['an address without its beginning', 'See www.shop.example?name=mia&to=quill, now'],
    ['a mail address, in wide letters too', 'See mia＠quill, now'],
    ['a name of two parts', 'See Mia-Quill, now'],
    ['a name with its initials', 'See M. J. Quill, now'],
    ['a name with an initial after it', 'See Mia Q., now'],
    ['a name that looks like “I’m”', 'See I’Quill, now'],
    ['a name with invisible signs in it', 'See Mi\u200ba\u00ad Qu\u200dill, now'],
    ['a name whose capital is two letters in one', 'See ǅia, now'],
  ])('%s', (_, quote) => {
    expect(printed(quote.replace('See', 'the'))).toBe('the […], now');
  });
});

describe('left in a quote is', () => {
  test.each([
    ['what one says of oneself', 'I’m late, I’ve called, I’D go and I’ll wait'],
    ['a sentence without a blank after its comma', 'slow,rude and (so they say) wrong'],
    ['a word with a capital that many use', 'The bill. The Bill!'],
    ['“I” beside what was left out', 'so I […] and I waited'],
  ])('%s', (_, quote) => {
    expect(printed(quote)).toBe(quote);
  });

  test('no sign that turns the direction of the page', () => {
    expect(printed('\u202ewrong\u202c bill')).toBe('wrong bill');
  });
});
