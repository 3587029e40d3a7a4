import { beforeAll, describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';
import type { Report } from './types/report.ts';

const DATA = responses(
  ratings('2025-10-01', 'email', 60, 30),
  ratings('2025-11-03', 'phone', 60, 30),
  ratings('2026-02-02', 'email', 60, 30),
  ratings('2026-03-31', 'phone', 60, 50),
  ratings('2026-03-30', 'chat', 4, 2),
);
const reportWith = (text: string) => reportOf({ 'data/responses.csv': DATA, 'content/home.mdx': `${text}\n` });

describe('whether the report has a figure', () => {
  let report: Report;
  beforeAll(async () => {
    report = await reportWith('Hello.');
  });

  test('is asked of any metric, group and period', () => {
    expect(report.has({ metric: 'CSAT' })).toBe(true);
    expect(report.has({ metric: 'csat', where: { channel: 'Email' }, period: 'the quarter before' })).toBe(true);
  });

  test('is denied where the data lack the fields, the dimension, the period or enough customers', () => {
    expect(report.has({ metric: 'nps' })).toBe(false);
    expect(report.has({ metric: 'nps', where: { channel: 'email' } })).toBe(false);
    expect(report.has({ metric: 'csat', where: { department: 'Billing' } })).toBe(false);
    expect(report.has({ metric: 'csat', period: '2024 Q1' })).toBe(false);
    expect(report.has({ metric: 'csat', period: 'the same quarter last year' })).toBe(false);
    expect(report.has({ metric: 'csat', where: { channel: 'chat' } })).toBe(false);
  });
});

describe('a text that is left out', () => {
  test('asks for nothing that the data do not hold', async () => {
    const text = [
      '<IfData metric="nps">',
      'NPS is <Value metric="nps" channel="email" />; <Change metric="nps" against="year-earlier" />.',
      '<Claim metric="nps" channel="email" highest of="channel">They like writing.</Claim>',
      '<Compare metric="nps" channel="email" with="phone" /> <IfData metric="csat"><Value metric="nps" segment="x" /></IfData>',
      '<Finding headline="Fewer recommend us" metric="nps" fell from="2019 Q1">So it is.</Finding>',
      '</IfData>',
    ].join('\n\n');
    const report = await reportWith(text);
    expect(report.claims).toEqual([]);
  });

  test('has its claims checked as soon as the data hold the figure', async () => {
    const claim = '<Claim metric="csat" is above="99%">Nearly everybody is satisfied.</Claim>';
    await expect(reportWith(`<IfData metric="csat">${claim}</IfData>`)).rejects.toThrow('do not support a claim');
    await expect(reportWith(`<IfData metric="nps">${claim}</IfData>`)).resolves.toMatchObject({ claims: [] });
  });
});

describe('a mistake', () => {
  test.each([
    ['an unknown metric', '<IfData metric="npss">x</IfData>', 'Did you mean "nps"?'],
    ['an unknown period', '<IfData metric="nps" period="last quater">x</IfData>', 'Did you mean "last quarter"?'],
    ['an unknown dimension', '<IfData metric="nps" chanel="email">x</IfData>', 'Did you mean "channel"?'],
    ['an unknown group', '<IfData metric="csat" channel="emial">x</IfData>', 'Did you mean "email"?'],
    [
      'one after something missing',
      '<IfData metric="csat" department="Billing" channel="emial">x</IfData>',
      'Did you mean "email"?',
    ],
    [
      'a dimension that no data could give',
      '<IfData metric="first_response_median" survey="relationship">x</IfData>',
      'cannot be broken down by survey',
    ],
    ['no metric', '<IfData channel="email">x</IfData>', 'does not say which metric'],
    ['nothing in it', '<IfData metric="csat"></IfData>', '<IfData> stands around no sentence'],
    [
      'a part of a claim',
      '<Claim metric="csat" rose>It *rose<IfData metric="nps"> too</IfData>*.</Claim>',
      'Put <IfData> around the whole claim.',
    ],
    [
      'in a text left out: a metric',
      '<IfData metric="nps">It is <Value metric="npss" />.</IfData>',
      'Did you mean "nps"?',
    ],
    [
      'in a text left out: a period',
      '<IfData metric="nps"><Claim metric="nps" rose to="last quater">It rose.</Claim></IfData>',
      'Did you mean "last quarter"?',
    ],
    [
      'in a text left out: a group',
      '<IfData metric="nps">It is <Value metric="csat" channel="emial" />.</IfData>',
      'Did you mean "email"?',
    ],
    [
      'in a text left out: a claim of nothing',
      '<IfData metric="nps"><Claim metric="nps">It is.</Claim></IfData>',
      'does not say what it claims',
    ],
  ])('%s', async (_, text, told) => {
    const failed = expect(reportWith(text)).rejects;
    await failed.toThrow(told);
    await failed.toThrow('where:    home.mdx, line 1, column');
  });
});
