import { describe, expect, test } from 'vitest';
import { writingSchema } from '../../config/writing.schema.ts';
import { parseMdx } from '../mdx.ts';
import { lintText } from './lint.ts';
import { mentionFinder } from './metric-names.ts';

const CSAT = { id: 'csat', name: 'Customer satisfaction (CSAT)', label: 'CSAT', isTime: false, counts: 'answers' };
const NPS = { id: 'nps', name: 'Net Promoter Score (NPS)', label: 'NPS', isTime: false, counts: 'answers' };
const WAIT = {
  id: 'first_response_median',
  name: 'Median first response time',
  label: 'Median first response',
  isTime: true,
  counts: 'tickets',
};
const metrics = [CSAT, NPS, WAIT];

/** What is found, as `rule line:column`. */
function finds(source: string, settings: object = {}, words: string[] = []): string[] {
  const known = { metrics, words, settings: writingSchema.parse(settings) };
  const { remarks } = lintText({ file: 'home.mdx', source, tree: parseMdx(source, 'home.mdx') }, known);
  return remarks.map(({ rule, mistake: { details } }) => `${rule} ${details.line}:${details.column}`);
}

const titled = (text: string) => `---\ntitle: A text\n---\n${text}`;

describe('a find stands where the writer wrote it', () => {
  test.each([
    ['in a line further down', 'One.\nCSAT is 81%.', 5, 9],
    ['after signs that are written otherwise', 'A \\< b &lt; c, so CSAT is 81%.', 4, 27],
    ['in a quotation', '> One.\n> CSAT is 81%.', 5, 11],
    ['in a list', '- One.\n- CSAT is\n  81%.', 6, 3],
    ['in a table', '| a | CSAT |\n|---|---|\n| b | 81 |', 6, 7],
    ['in emphasis and links', 'Our **CSAT** is [81%](/x/).', 4, 18],
    ['in lines that end as on Windows', 'One.\r\nCSAT is 81%.', 5, 9],
  ])('%s', (_, text, line, column) => {
    expect(finds(titled(text))).toEqual([`bare-number ${line}:${column}`]);
  });

  test('in the head of the text', () => {
    expect(finds('---\ntitle: "CSAT is 81%"\nsummary: NPS fell\n---\nText.')).toEqual([
      'bare-number 2:17',
      'direction-word 3:14',
    ]);
  });
});

describe('a metric is named', () => {
  const named = (text: string) =>
    mentionFinder(metrics)(text).map(({ metric, from, to }) => `${metric.id}: ${text.slice(from, to)}`);

  test('by its name, its label and the words of the glossary, the longest first', () => {
    expect(named('Customer satisfaction and net-promoter scores, or CSAT')).toEqual([
      'csat: Customer satisfaction',
      'nps: net-promoter scores',
      'csat: CSAT',
    ]);
    expect(named('reply times and first replies')).toEqual([
      'first_response_median: reply times',
      'first_response_median: first replies',
    ]);
  });

  test('not as a part of another word, of somebody else, or where something only bears its name', () => {
    expect(named('dissatisfaction, staff satisfaction, eNPS, the NPS survey, cancel')).toEqual([]);
  });
});

describe('what a sentence goes on about', () => {
  test('is what the one before named', () => {
    expect(finds(titled('We publish the NPS. It is 32.'))).toEqual(['bare-number 4:27']);
    expect(finds(titled('We publish the NPS.\n\nIt fell.'))).toEqual(['direction-word 6:4']);
    expect(finds(titled('We publish the NPS. Lunch is at 12.'))).toEqual([]);
  });

  test('is what a component in it shows', () => {
    expect(finds(titled('So <Value metric="nps" /> is down.'))).toEqual(['direction-word 4:30']);
  });
});

describe('hints', () => {
  const sentence = (words: number) => `${'word '.repeat(words - 1)}word.`;

  test('count words, and a component as one', () => {
    expect(finds(titled(sentence(35)))).toEqual([]);
    expect(finds(titled(sentence(36)))).toEqual(['long-sentence 4:1']);
    expect(finds(titled(sentence(11)), { longest_sentence: 10 })).toEqual(['long-sentence 4:1']);
    expect(finds(titled(`<Value metric="csat" /> ${sentence(35)}`))).toEqual(['long-sentence 4:1']);
  });

  test('tell a text whose words and sentences are long', () => {
    const hard = 'Organisational transformation necessitates comprehensive considerations throughout departments. ';
    expect(finds(titled(hard.repeat(15)))).toEqual(['readability 1:1']);
    expect(finds(titled(hard.repeat(5)))).toEqual([]);
    expect(finds(titled('We read all that you write to us, and we act on it. '.repeat(15)))).toEqual([]);
  });

  test('name an abbreviation once, unless somebody explains it', () => {
    expect(finds(titled('Watch AHT. Then watch AHT.'))).toEqual(['unknown-abbreviation 4:7']);
    expect(finds(titled('Watch average handling time (AHT). AHT is long.'))).toEqual([]);
    expect(finds(titled('Watch AHT.'), { abbreviations: ['AHT'] })).toEqual([]);
    expect(finds(titled('Ask the AHT team.'), {}, ['AHT'])).toEqual([]);
    expect(finds(titled('The CSAT of the EU, in chapter IV, and 64 GB. DO NOT PANIC.'))).toEqual([]);
  });

  test('ask for a headline', () => {
    expect(finds('Text.')).toEqual(['missing-headline 1:1']);
    expect(finds('## What we see\n\nText.')).toEqual([]);
    expect(finds('## NPS\n\nText.')).toEqual(['missing-headline 1:4']);
  });

  test('are silent where they are off', () => {
    expect(finds('Watch AHT.', { rules: { 'missing-headline': 'off', 'unknown-abbreviation': 'off' } })).toEqual([]);
  });
});
