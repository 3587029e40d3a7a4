import { describe, expect, test } from 'vitest';
import { type Mistake, Mistakes } from '../config/mistake.ts';
import { ratings, reportOf, responses } from './report-of.fixture.ts';

const DATA = {
  'data/responses.csv': responses(ratings('2026-01-10', 'email', 60, 40), ratings('2026-04-10', 'email', 60, 45)),
};
const HEAD = '---\ntitle: What we see\n---\n\n';

/** A report with this text on the overview. */
function reportWith(text: string, settings = '', claims: 'stop' | 'tell' = 'stop') {
  return reportOf(
    { ...DATA, 'content/home.mdx': `${HEAD}${text}\n`, 'content/report.yaml': `title: Us\n${settings}` },
    claims,
  );
}

/** What stops it, as `line:column what was found`. */
async function told(text: string, settings = ''): Promise<string[]> {
  try {
    await reportWith(text, settings);
    return [];
  } catch (error) {
    const mistakes = error instanceof Mistakes ? error.mistakes : [error as Mistake];
    return mistakes.map(({ details }) => `${details.line}:${details.column} ${details.found}`);
  }
}

describe('a sentence that nothing checks', () => {
  test('stops a build, with all others and with wrong names', async () => {
    expect(await told('CSAT is 75%.\n\nIt rose.\n\n<Value metric="csatt" />')).toEqual([
      '5:9 75%',
      '7:4 rose',
      '9:1 csatt',
    ]);
  });

  test('is told and stops nothing while texts are edited', async () => {
    const { writing } = await reportWith('CSAT is 75%.', '', 'tell');
    expect(writing.errors.map(({ details }) => details.found)).toEqual(['75%']);
  });

  test('counts as the settings say', async () => {
    const level = (each: string) => `writing: { rules: { bare-number: ${each} } }\n`;
    expect(await told('CSAT is 75%.', level('off'))).toEqual([]);
    const { writing } = await reportWith('CSAT is 75%.', level('warning'));
    expect(writing.remarks).toMatchObject([{ rule: 'bare-number', level: 'warning' }]);
    expect(await told('CSAT is 75%.', level('strict'))).toEqual(['2:34 strict']);
  });
});

describe('an excuse', () => {
  const excused = (rule: string, text: string) =>
    `<Unchecked rule="${rule}" reason="from the old report">${text}</Unchecked>`;

  test('lets a sentence pass, and is published with its reason', async () => {
    const report = await reportWith(`So ${excused('bare-number', 'CSAT was 75%')} then.`);
    expect(report.writing).toMatchObject({ errors: [], remarks: [] });
    const excuse = {
      file: 'home.mdx',
      line: 5,
      column: 4,
      text: 'CSAT was 75%',
      rules: ['bare-number'],
      reason: 'from the old report',
    };
    expect(report.writing.unchecked).toEqual([{ page: 'home', ...excuse }]);
    const json = report.downloads().find(({ path }) => path === 'data/report.json')?.text ?? '';
    expect(JSON.parse(json).unchecked).toEqual([excuse]);
  });

  test('may name several rules and stand around whole paragraphs', async () => {
    const text = '\n\nCSAT rose to 75%.\n\nIt was a record.\n\n';
    const { writing } = await reportWith(
      excused('bare-number, direction-word', text),
      'writing: { rules: { superlative: hint } }\n',
    );
    expect(writing.unchecked).toMatchObject([{ text: 'CSAT rose to 75%. It was a record.' }]);
  });

  test('does not excuse from other rules', async () => {
    expect(await told(excused('bare-number', 'CSAT rose to 75%.'))).toEqual(['5:65 rose']);
  });

  test('that excuses nothing is a mistake', async () => {
    expect(await told(excused('bare-number', 'CSAT was good.'))).toEqual(['5:1 rule="bare-number"']);
  });

  test('without a reason, or for a rule that does not exist, is a mistake', async () => {
    expect(await told('<Unchecked rule="bare-number">CSAT was 75%.</Unchecked>')).toEqual(['5:1 nothing']);
    expect(await told(excused('bare-numbers', 'CSAT was 75%.'))).toEqual(['5:1 bare-numbers']);
  });
});
