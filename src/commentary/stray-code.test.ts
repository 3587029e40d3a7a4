import { describe, expect, test } from 'vitest';
import { type Mistake, Mistakes } from '../config/mistake.ts';
import { parseMdx } from './mdx.ts';

/** What is told of a text: each mistake as line, column, what was found and what to do. */
function told(source: string): string[] {
  try {
    parseMdx(source, 'home.mdx');
    return [];
  } catch (error) {
    const mistakes = error instanceof Mistakes ? error.mistakes : [error as Mistake];
    return mistakes.map(({ details }) => `${details.line}:${details.column} ${details.found}: ${details.remedy}`);
  }
}

describe('what MDX would take for code is told before it stumbles', () => {
  test.each([
    ['Scores <5 are few.', '1:8 <5: Write “fewer than 5” or “less than 5”, or &lt;5.'],
    ['Waits <4 h, or', '1:7 <4: Write “fewer than 4” or “less than 4”, or &lt;4.'],
    ['n <= 5.', '1:3 <= 5: Write “at most 5”, or &lt;=5.'],
    ['A <- B', '1:3 <-: Write &lt; in its place, or say it in words.'],
    ['Write to <help@x.org>', '1:10 <help@x.org>: Write [help@x.org](mailto:help@x.org).'],
    ['See <https://x.org>', '1:5 <https://x.org>: Write [https://x.org](https://x.org).'],
    ['<!-- later -->', '1:1 <!-- later -->: Write {/* before it and */} after it.'],
    ['One<br>two', '1:4 <br>: Write <br />.'],
    ['<Value metric=nps />', '1:1 <Value metric=nps />: Write metric="nps".'],
    ['<Value metric=“nps” />', '1:1 <Value metric=“nps” />: Write metric="nps".'],
    ['<Value metric="nps />', '1:1 <Value metric="nps />: Write the missing quote.'],
    [
      'The {NPS} is',
      '1:5 {NPS}: For a figure write <Value metric="nps" />; for the words themselves leave the braces out.',
    ],
    [
      'So {see: below}',
      '1:4 {see: below}: Leave the braces out, or write &#123; for a brace; a figure is written as in <Value metric="nps" />.',
    ],
    ['import duties went up', '1:1 import duties went up: Begin with another word, or with a capital: “Import”.'],
  ])('%s', (source, expected) => expect(told(source)).toEqual([expected]));

  test('all of it at once, in the order of the text', () => {
    const found = told('---\ntitle: a\n---\n\nSo <5, <Value metric="nps" /> and `<6`,\nor {NPS}, or <= 7.\n');
    expect(found.map((each) => each.split(':').slice(0, 2).join(':'))).toEqual(
      ['5:4 <5', '6:4 {NPS}', '6:14 <= 7'].map((each) => each),
    );
  });
});

test('sound code is left alone', () => {
  const source =
    'import X from "./x"\n\n{X} of {frontmatter.title}{/* a comment */}, 3 < 5, `{a} <5`\n\n```\n<5 {NPS}\n```\n';
  expect(told(source)).toEqual([]);
});
