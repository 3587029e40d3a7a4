import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAPITAL, CommentWords, SMALL, TELLS_NOTHING } from './comment-words.ts';

const comment = new CommentWords();

function words(text: string): string[] {
  return Array.from({ length: comment.read(text) }, (_, word) => comment.text(word));
}

function spellings(text: string): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: comment.read(text) }, (_, word) => [comment.text(word), comment.spelling[word] as number]),
  );
}

describe('words of a comment', () => {
  test.each([
    ['are runs of letters in small letters', 'Slow, slow -- and RUDE!', ['slow', 'slow', 'and', 'rude']],
    [
      'keep apostrophes inside, all signs alike',
      "don't don’t donʼt don＇t ’tis users' I'm",
      ['don’t', 'don’t', 'don’t', 'don’t', 'tis', 'users', 'i’m'],
    ],
    ['part at hyphens and other signs', 'well-known/and...so(on)', ['well', 'known', 'and', 'so', 'on']],
    ['have two characters at least', 'I a é ok', ['ok']],
    ['are composed', 'cafe\u0301 caf\u00e9', ['café', 'café']],
    ['carry the marks of their script', 'हिन्दी में धन्यवाद', ['हिन्दी', 'में', 'धन्यवाद']],
    ['follow Unicode in small letters, not a locale', 'TITLE STRASSE ΟΔΟΣ', ['title', 'strasse', 'οδος']],
    ['stand in any script', 'Спасибо, очень быстро. شكرا جزيلا', ['спасибо', 'очень', 'быстро', 'شكرا', 'جزيلا']],
    [
      'are the same with signs that nobody sees',
      're\u00adfund \u202eslow\u202c ශ්\u200dරී می\u200cخواهم',
      ['refund', 'slow', 'ශ්රී', 'میخواهم'],
    ],
    ['part where scripts set no blanks', '非常に速い対応', ['非常', '速い', '対応']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    ['mail addresses', 'write to ann.lee@example.com now', ['write', 'to', 'now']],
    ['names with @', 'thanks @helpdesk_team', ['thanks']],
    ['web addresses', 'see https://example.com/a/b, www.example.com or example.org/path', ['see', 'or']],
    ['numbers and codes', 'ticket AB-12x ref_code T00012 9am 4,5 two', ['ticket', 'two']],
    ['numbers of other scripts', 'रसीद१२ bill', ['bill']],
    ['names of the language with underscores', '__proto__ fine', ['fine']],
    ['markup', '<p class="x">Slow<br/>bill&nbsp;again</p> <!doctype html> a<b', ['slow', 'bill', 'again']],
    ['emoji and signs', '👋🏽 👩‍👩‍👧 ok ❤️ ¯\\(ツ)/¯', ['ok']],
    ['keys without a blank', `${'x'.repeat(41)} ${'y'.repeat(40)}`, ['y'.repeat(40)]],
  ])('are not in %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('hostile text is text', () => {
    expect(words('<script>alert(1)</script>')).toEqual([]);
    expect(words('=HYPERLINK("http://evil.example","click")')).toEqual([]);
    expect(words('=SUM(A1)')).toEqual([]);
    expect(words('constructor toString hasOwnProperty')).toEqual(['constructor', 'tostring', 'hasownproperty']);
    expect(words('\ud800 half \udc00 pair\ud83d')).toEqual(['half', 'pair']);
    expect(words('a\0b\u0007slow\tbill')).toEqual(['slow', 'bill']);
    expect(words('')).toEqual([]);
  });

  test('very long comments are read to their end', () => {
    expect(words(`${'slow '.repeat(100_000)}end`)).toHaveLength(100_001);
    expect(words('<'.repeat(50_000))).toEqual([]);
    expect(words('退款'.repeat(100_000))).toHaveLength(100_000);
  });

  test('capitals tell inside sentences only', () => {
    expect(spellings('First Sarah helped. Tom too, said "Ann" and IBM and Wi-Fi: Good - Paul\nEve')).toEqual({
      first: TELLS_NOTHING,
      sarah: CAPITAL,
      helped: SMALL,
      tom: TELLS_NOTHING,
      too: SMALL,
      said: SMALL,
      ann: TELLS_NOTHING,
      and: SMALL,
      ibm: TELLS_NOTHING,
      wi: CAPITAL,
      fi: TELLS_NOTHING,
      good: TELLS_NOTHING,
      paul: TELLS_NOTHING,
      eve: TELLS_NOTHING,
    });
  });

  test('capitals tell in texts beyond ASCII too, and small letters where a script has no others', () => {
    expect(spellings('Grüße an Frau Özil, 谢谢 Müller')).toMatchObject({
      grüße: TELLS_NOTHING,
      frau: CAPITAL,
      özil: CAPITAL,
      谢谢: SMALL,
      müller: CAPITAL,
    });
    // The small letter of this one is two characters long.
    expect(spellings('merhaba İstanbul Ankara')).toMatchObject({ ankara: TELLS_NOTHING });
  });

  test('a text of ASCII has the same words when something beyond it stands at its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const plain = words(text);
        const plainSpelling = [...comment.spelling.subarray(0, plain.length)];
        expect(words(`${text} é`)).toEqual(plain);
        expect([...comment.spelling.subarray(0, plain.length)]).toEqual(plainSpelling);
      }),
    );
  });

  test('no word holds a blank, a digit or an @, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const word of words(text)) {
          expect(word).toMatch(/^[\p{L}\p{M}’]{1,40}$/u);
          expect(word).toBe(word.toLowerCase());
        }
      }),
    );
  });
});
