import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Mistake, Mistakes } from './mistake.ts';
import { parseConfig } from './yaml.ts';

/** Accepts everything, so that a test sees what was read. */
const anything = z.record(z.string(), z.unknown());

function read(text: string): unknown {
  return parseConfig(anything, text, 'some.yaml');
}

function messageOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Mistake || error instanceof Mistakes) return error.message;
    throw error;
  }
  return 'no mistake';
}

describe('values', () => {
  test('dates and clock times stay text, whatever the file declares', () => {
    const expected = { date: '2026-01-01', time: '09:00', moment: '2026-01-01T09:00:00Z' };
    const lines = 'date: 2026-01-01\ntime: 09:00\nmoment: 2026-01-01T09:00:00Z\n';
    expect(read(lines)).toEqual(expected);
    expect(read(`%YAML 1.1\n---\n${lines}`)).toEqual(expected);
  });

  test('yes, no, on and off are words', () => {
    expect(read('a: [yes, no, on, off, y, NO]')).toEqual({ a: ['yes', 'no', 'on', 'off', 'y', 'NO'] });
  });

  test('numbers, true, false and null are themselves', () => {
    expect(read('a: [1, -2.5, true, false, null, ~]')).toEqual({ a: [1, -2.5, true, false, null, null] });
  });

  test('anchors repeat a value', () => {
    expect(read('a: &scale {min: 1}\nb: *scale')).toEqual({ a: { min: 1 }, b: { min: 1 } });
  });

  test('a merge key is an ordinary name', () => {
    expect(read('a: &a {x: 1}\nb: {<<: *a}')).toEqual({ a: { x: 1 }, b: { '<<': { x: 1 } } });
  });
});

describe('names', () => {
  test('are the text that was written, also where it looks like a number', () => {
    expect(read("11: don't know\n1.50: a\n0x1F: b\ntrue: c\nno: d\n~: e\n'12': f")).toEqual({
      '11': "don't know",
      '1.50': 'a',
      '0x1F': 'b',
      true: 'c',
      no: 'd',
      '~': 'e',
      '12': 'f',
    });
  });

  test('may be those of object properties', () => {
    expect(Object.entries(read('constructor: 1\ntoString: 2') as object)).toEqual([
      ['constructor', 1],
      ['toString', 2],
    ]);
  });

  test('__proto__ is refused and changes nothing', () => {
    expect(messageOf('a: 1\n__proto__: {polluted: true}')).toBe(
      '“__proto__” is not a setting.\n  where:    some.yaml, line 2, column 1\n  to do:    Remove it',
    );
    expect('polluted' in {}).toBe(false);
  });

  test('twice in one group is a mistake, with and without quotes', () => {
    const expected = [
      '“11” is written twice.',
      '  where:    some.yaml, line 3, column 3',
      '  found:    lines 2 and 3',
      '  expected: each name once',
      '  to do:    Remove one of the two',
    ].join('\n');
    expect(messageOf('a:\n  11: x\n  "11": y')).toBe(expected);
  });

  test('in different groups may be the same', () => {
    expect(read('a: {x: 1}\nb: {x: 2}')).toEqual({ a: { x: 1 }, b: { x: 2 } });
  });

  test('are plain text', () => {
    expect(messageOf('{{ title }}: 1')).toContain('A name must be plain text');
  });
});

describe('files', () => {
  test('that say nothing are empty groups', () => {
    for (const text of ['', '\n\n', '# only a comment\n', '---\n', 'null', '\uFEFF']) expect(read(text)).toEqual({});
  });

  test('may begin with a byte order mark and end lines as Windows does', () => {
    expect(read('\uFEFFa: 1\r\nb:\r\n  - 2\r\n')).toEqual({ a: 1, b: [2] });
    expect(messageOf('\uFEFFa: 1\r\na: 2\r\n')).toContain('line 2, column 1');
    expect(messageOf('\uFEFF[a: 1')).toContain('line 1');
  });

  test('hold one document', () => {
    expect(messageOf('a: 1\n---\nb: 2')).toContain('The file holds more than one document');
  });

  test.each([
    ['a tab', 'a:\n\t- b', 'The line is indented with a tab', 'line 2, column 1'],
    ['a colon in a text', 'title: Report: 2026', 'The line cannot be read as “name: value”', 'line 1, column 8'],
    ['no colon', 'title\ngrain: month', 'The line has no colon after its name', 'line 1, column 1'],
    ['an asterisk', 'a: 1\nglob: **/x.csv', 'A text that begins with an asterisk must stand in quotes', 'line 2'],
    ['a reserved character', 'title: @x', 'A text cannot begin with this character', 'line 1, column 8'],
    ['a Windows path', 'path: "C:\\data"', 'A backslash in double quotes must be written twice', 'line 1'],
    ['an open bracket', 'a: [1, 2', 'A bracket, a quotation mark or a colon is missing', 'line 1, column 9'],
    ['an open quotation mark', 'a: "x', 'A bracket, a quotation mark or a colon is missing', 'line 1'],
    ['a type', 'a: !!binary aGVsbG8=', 'Types (!name) are not used here', 'line 1, column 4'],
    ['a type of its own', 'a: !secret x', 'Types (!name) are not used here', 'line 1, column 4'],
  ])('with %s are refused in plain words, once', (_, text, what, place) => {
    const message = messageOf(text);
    expect(message).toContain(what);
    expect(message).toContain(place);
    expect(message).not.toContain('\n\n');
  });

  test('an asterisk is mended as a text in quotes', () => {
    expect(messageOf('glob: *.csv')).toContain('to do:    Write "*.csv"');
  });
});

describe('hostile files', () => {
  test('references that multiply are refused', () => {
    const levels = 'bcdefghi'.split('').map((name, index) => {
      const before = `*${'abcdefgh'.charAt(index)}`;
      return `${name}: &${name} [${Array(10).fill(before).join(', ')}]`;
    });
    expect(messageOf(['a: &a [1]', ...levels].join('\n'))).toContain('References (*name) are repeated too often');
  });

  test('a reference to the group it stands in is refused', () => {
    expect(messageOf('a: &a {b: [*a]}')).toContain('A group of settings contains itself');
  });

  test('brackets without end are refused', () => {
    expect(messageOf(`a: ${'['.repeat(50_000)}`)).toContain('Settings are nested too deeply to be read');
    const closed = `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(messageOf(closed)).toContain('Settings are nested too deeply to be read');
  });

  test('whatever the text, it is read or it is a mistake with a line', () => {
    const crumb = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '*',
      '&',
      '"',
      "'",
      '#',
      '\t',
      '!',
      '?',
    );
    fc.assert(
      fc.property(fc.array(crumb, { maxLength: 40 }), (crumbs) => {
        const message = messageOf(crumbs.join(''));
        expect(message === 'no mistake' || /line \d+, column \d+/.test(message)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
