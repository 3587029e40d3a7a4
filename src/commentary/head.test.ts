import { describe, expect, test } from 'vitest';
import { Mistake } from '../config/mistake.ts';
import { readHead, type TextKind } from './head.ts';

const text = (...lines: readonly string[]) => ['---', ...lines, '---', '', 'Words.', ''].join('\n');

const head = (kind: TextKind, ...lines: readonly string[]) => readHead(text(...lines), 'why.mdx', kind);

function mistakeIn(kind: TextKind, source: string): Mistake {
  try {
    readHead(source, 'why.mdx', kind);
  } catch (error) {
    if (error instanceof Mistake) return error;
  }
  throw new Error('No mistake');
}

describe('the head of a text', () => {
  test('says what it is called, who wrote it, when, and what it is about', () => {
    const lines = [
      'title: Why customers call',
      'summary: Most calls are about bills.',
      'order: 2',
      'authors: [Ines Hallam, Tom Averley]',
      'date: 2026-07-14',
      'period: 2026 Q1',
      'panel: service',
      'draft: true',
    ];
    expect(head('page', ...lines)).toEqual({
      title: 'Why customers call',
      summary: 'Most calls are about bills.',
      order: 2,
      authors: ['Ines Hallam', 'Tom Averley'],
      date: '14 July 2026',
      period: { written: '2026 Q1', place: { file: 'why.mdx', line: 7, column: 1 } },
      panel: 'service',
      draft: true,
    });
  });

  test('need not be there, and need not say anything', () => {
    const nothing = {
      title: '',
      summary: '',
      order: null,
      authors: [],
      date: '',
      period: null,
      panel: null,
      draft: false,
    };
    expect(readHead('Words.\n\n---\n\nMore words.\n', 'home.mdx', 'comment')).toEqual(nothing);
    expect(readHead('', 'home.mdx', 'comment')).toEqual(nothing);
    expect(head('comment')).toEqual(nothing);
  });

  test('takes one author without a list, and dates as people write them', () => {
    const { authors, date } = head('comment', 'authors: Ines Hallam, customer insight', 'date: July 2026');
    expect({ authors, date }).toEqual({ authors: ['Ines Hallam, customer insight'], date: 'July 2026' });
  });

  test('is read with a byte order mark, Windows line ends and empty lines above it', () => {
    expect(readHead('\uFEFF---\r\ntitle: Bills\r\n---\r\nWords.', 'x.mdx', 'comment').title).toBe('Bills');
    expect(readHead('\n\n---\nperiod: all\n---\n', 'x.mdx', 'comment').period?.place.line).toBe(4);
  });
});

describe('a mistake in the head names line, column and what is meant:', () => {
  test.each<[string, TextKind, string[], Partial<Mistake['details']>]>([
    ['an unknown setting', 'comment', ['title: T', 'autors: A'], { line: 3, column: 1, remedy: 'Write “authors”' }],
    ['the former name of authors', 'comment', ['author: A'], { line: 2, remedy: 'Write “authors”' }],
    [
      'a wrong type',
      'page',
      ['title: 2026'],
      { line: 2, column: 8, remedy: 'Put it in quotes, so that YAML takes it for text' },
    ],
    ['an order in words', 'page', ['title: T', 'order: first'], { line: 3, column: 8, expected: 'a number' }],
    ['a day that is none', 'comment', ['date: 31 June 2026'], { line: 2, what: '“date” is no date of the calendar' }],
    ['an unknown panel', 'page', ['title: T', 'panel: servise'], { line: 3, remedy: 'Write “service”' }],
    ['draft in words', 'comment', ['draft: maybe'], { line: 2, expected: 'true or false' }],
    ['a page without a title', 'page', ['summary: S'], { line: 2, what: '“title” is missing' }],
    ['an order of a comment', 'comment', ['order: 1'], { line: 2, remedy: 'Remove it' }],
    ['anything of a partial', 'partial', ['title: T'], { line: 2, remedy: 'Remove it' }],
    [
      'a layout',
      'page',
      ['title: T', 'layout: ./x.astro'],
      { line: 3, what: '“layout” is not a setting of this file' },
    ],
    ['a setting that is there twice', 'page', ['title: T', 'title: U'], { line: 3 }],
    ['what is no YAML', 'page', ['title: a: b'], { line: 2 }],
    ['a title without end', 'page', [`title: ${'long '.repeat(40)}`], { expected: 'at most 120 characters' }],
  ])('%s', (_, kind, lines, details) => {
    expect(mistakeIn(kind, text(...lines)).details).toMatchObject({ file: 'why.mdx', ...details });
  });

  test('a page without a head', () => {
    expect(mistakeIn('page', 'Words.\n').details).toMatchObject({ what: '“title” is missing', line: 1 });
  });

  test('a head that does not end', () => {
    expect(mistakeIn('comment', '---\ntitle: T\n\nWords.\n').details).toMatchObject({
      what: 'The head of the text has no end',
      line: 1,
    });
  });

  test('a head in TOML', () => {
    expect(mistakeIn('comment', '+++\ntitle = "T"\n+++\n').details).toMatchObject({ line: 1, found: '+++' });
  });
});
