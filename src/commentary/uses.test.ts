import { describe, expect, test } from 'vitest';
import { componentUses, SLOT } from './uses.ts';

const uses = (source: string) => componentUses(source, 'home.mdx', ['channel', 'department']);

describe('finding components', () => {
  test('each use has its name, its props and its place', () => {
    const source =
      '---\ntitle: Hello\n---\n\nNPS is <Value metric="nps" />.\n\n<Change\n  metric="csat" department="Billing &amp; Co" />\n';
    expect(uses(source)).toEqual([
      { component: 'Value', props: { metric: 'nps' }, text: '', place: { file: 'home.mdx', line: 5, column: 8 } },
      {
        component: 'Change',
        props: { metric: 'csat', department: 'Billing & Co' },
        text: '',
        place: { file: 'home.mdx', line: 7, column: 1 },
      },
    ]);
  });

  test('uses inside lists, tables and emphasis are found', () => {
    expect(uses('- **<Value metric="a" />**\n\n> <Value metric="b" />\n')).toHaveLength(2);
  });

  test('one that stands around a sentence has its text, with a slot for each component in it', () => {
    const source = '<Claim metric="nps" rose>\n  NPS *rose*, to <Value metric="nps" /> by\n  `now`.\n</Claim>\n';
    expect(uses(source).map(({ component, text }) => [component, text])).toEqual([
      ['Claim', `NPS rose, to ${SLOT} by now.`],
      ['Value', ''],
    ]);
    const within = '<Claim metric="nps" rose>The <Term>NPS</Term> rose to <Value metric="nps" />.</Claim>';
    expect(uses(within).map(({ text }) => text)).toEqual([`The NPS rose to ${SLOT}.`, 'NPS', '']);
    expect(() => uses('<Claim metric="nps" rose></Claim>')).toThrow('<Claim> stands around no sentence');
  });

  test('one that stands in another knows it, the innermost first', () => {
    const [outer, inner, value] = uses(
      '<IfData metric="a">\n\n<IfData metric="b">It is *<Value metric="b" />*.</IfData>\n\n</IfData>\n',
    );
    expect([outer?.within, inner?.within, value?.within]).toEqual([undefined, outer, inner]);
  });

  test('plain HTML and text in code are no components', () => {
    expect(uses('<b>bold</b> and `<Value metric="x" />`\n')).toEqual([]);
  });
});

describe('props', () => {
  const told = (source: string): string => {
    try {
      uses(source);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  test('that do not exist name the nearest one', () => {
    expect(told('<Value metric="csat" chanel="email" />')).toContain('Did you mean "channel"?');
    expect(told('<Value metric="csat" against="previous" />')).toContain('<Value> has no prop called "against"');
  });

  test('that are needed are asked for', () => {
    expect(told('<Value />')).toContain('<Value> does not say which metric it is about');
  });

  test('have a value, and one that they may have', () => {
    expect(told('<Value metric />')).toContain('metric of <Value> says nothing');
    expect(told('<Value metric="" />')).toContain('metric of <Value> says nothing');
    expect(told('<Change metric="csat" against="year-before" />')).toContain('Did you mean "year-earlier"?');
  });
});

describe('a term', () => {
  test('is one of the glossary, in the text or by name', () => {
    const source = 'Of <Term>detractors</Term> and <Term name="NPS">the score</Term>.';
    expect(uses(source).map(({ component }) => component)).toEqual(['Term', 'Term']);
    expect(() => uses('Of <Term>detracters</Term>.')).toThrow(
      /The glossary does not explain "detracters"\.\n {2}where: {4}home\.mdx, line 1, column 4[\s\S]*Did you mean "Detractor"\?/,
    );
    expect(() => uses('<Term name="our heroes">NPS</Term>')).toThrow('does not explain "our heroes"');
  });
});

describe('what is set apart', () => {
  test('stands on lines of its own, around words', () => {
    expect(uses('<Note>One line.</Note>\n\n<Unknown>\n\n- a\n- b\n\n</Unknown>\n').map(({ text }) => text)).toEqual([
      'One line.',
      'a b',
    ]);
    expect(() => uses('So <Note>one</Note> line')).toThrow('to do:    Put an empty line before <Note>');
    expect(() => uses('<Unknown></Unknown>')).toThrow('<Unknown> stands around no sentence');
  });

  test('has an owner and a date where something follows from it', () => {
    expect(uses('<SoWhat owner="Ann" by="2026 Q4">Call back.</SoWhat>')).toHaveLength(1);
    expect(() => uses('<SoWhat by="2026 Q4">Call back.</SoWhat>')).toThrow('<SoWhat> has no owner');
    expect(() => uses('<SoWhat owner="Ann" by="soon">Call back.</SoWhat>')).toThrow(
      /by of <SoWhat> is no date\.\n {2}where: {4}home\.mdx, line 1, column 1\n {2}found: {4}by="soon"/,
    );
  });
});

describe('a finding', () => {
  test('has a headline of few words and stands around a text', () => {
    const finding = (headline: string) => `<Finding headline="${headline}" metric="nps" fell>\n\nText.\n\n</Finding>\n`;
    expect(uses(finding('Customers recommend us less'))).toMatchObject([{ component: 'Finding', text: 'Text.' }]);
    expect(() => uses(finding('word '.repeat(16)))).toThrow('headline of <Finding> is too long');
    expect(() => uses('<Finding metric="nps" fell>Text.</Finding>')).toThrow('has no headline');
  });
});

describe('mistakes', () => {
  test('an unknown component names the nearest one', () => {
    expect(() => uses('Text <Valu metric="nps" />')).toThrow(
      [
        'There is no component called <Valu>.',
        '  where:    home.mdx, line 1, column 6',
        '  found:    <Valu>',
        '  expected: <Value>, <Change>, <Compare>, <Claim>, <Finding>, <Figure>, <IfData>, <Event>, <Term>, <Quote>, <Note>, <Unknown>, <SoWhat>, <Include>, <Unchecked>',
        '  to do:    Did you mean <Value>?',
      ].join('\n'),
    );
  });

  test('a prop that is not text in quotes is refused', () => {
    expect(() => uses('<Value metric={"nps"} />')).toThrow('<Value> takes text in quotes.');
    expect(() => uses('<Value {...props} />')).toThrow('to do:    Write each prop="…".');
  });

  test('text that is not MDX is reported with its line, before the site is built', () => {
    expect(() => uses('Fine.\n\nScores <5 are few.\n')).toThrow(
      /less-than sign opens a tag in MDX, and none follows\.\n {2}where: {4}home\.mdx, line 3, column 8/,
    );
  });
});
