import { beforeAll, describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';
import { definitionPrint } from './definition-print.ts';
import { newEditionId, parseEdition } from './read-editions.ts';

const FILES = {
  'data/answers.csv': responses(
    ratings('2026-02-10', 'email', 80, 60),
    ratings('2026-02-10', 'fax', 4, 4),
    ratings('2026-05-10', 'email', 90, 70),
    ratings('2026-05-10', 'phone', 70, 40),
  ),
  'content/report.yaml': 'title: Quarterly\ncoverage: { from: 2026-01-01, to: 2026-06-30 }\n',
  'content/satisfaction.mdx': '<Claim metric="csat" period="2026 Q2" more than="half">Most were satisfied.</Claim>\n',
};

let recorded: string;

beforeAll(async () => {
  recorded = (await reportOf(FILES)).edition('2026-Q2');
});

describe('a recorded edition', () => {
  const edition = () => parseEdition(recorded, '2026-Q2.json');
  const seriesOf = (metric: string, dimension = '', value = '') =>
    edition().estimates.find(([id, of, group]) => id === metric && of === dimension && group === value)?.[4];

  test('is the same, byte for byte, whenever the same is published', async () => {
    expect((await reportOf(FILES)).edition('2026-Q2')).toBe(recorded);
  });

  test('has one row a line', () => {
    const row = recorded.split('\n').find((line) => line.startsWith('["csat","channel","email"'));
    expect(row).toMatch(/^\["csat","channel","email","share",\[.*\]\],?$/);
  });

  test('holds figures with what stands behind them, and says which were kept back without their number', () => {
    expect(seriesOf('csat')?.find(([period]) => period === '2026-Q2')).toEqual([
      '2026-Q2',
      'ok',
      160,
      0.69,
      expect.closeTo(0.61, 1),
      expect.closeTo(0.75, 1),
      'wilson',
    ]);
    const keptBack = edition().estimates.flatMap(([, , , , figures]) =>
      figures.filter(([, status]) => status === 'suppressed'),
    );
    expect(keptBack.length).toBeGreaterThan(0);
    for (const figure of keptBack) expect(figure.slice(2, 6)).toEqual([null, null, null, null]);
  });

  test('names no group that the report does not name, and no customer', () => {
    expect(recorded).not.toContain('fax');
    expect(recorded).not.toContain('email-2026-02-10-1');
  });

  test('holds the definitions, headlines and claims as they stood', () => {
    const { definitions, panels, claims, cutoff } = edition();
    expect(definitions.find(({ id }) => id === 'csat')).toMatchObject({
      version: 1,
      basis: '4 and 5 on a scale from 1 to 5',
      margin: '5\u00a0points',
      available: true,
    });
    expect(panels.map(({ id }) => id)).toEqual(['home', 'satisfaction', 'service', 'experience']);
    expect(panels[1]?.sections[0]).toMatchObject({ metric: 'csat', period: '2026-Q2', text: '69%' });
    expect(claims).toMatchObject([{ page: 'satisfaction', text: 'Most were satisfied.', status: 'supported' }]);
    expect(cutoff).toBe('2026-06-30');
  });
});

describe('what makes a figure', () => {
  const csat = { id: 'csat', unit: 'share' } as const;

  test('stays the same under other words, and differs with version, scale and clock', () => {
    const print = definitionPrint(csat, '4 and 5 on a scale from 1 to 5');
    expect(definitionPrint({ ...csat, version: 1 }, '4 and 5 on a scale from 1 to 5')).toBe(print);
    expect(definitionPrint({ ...csat, version: 2 }, '4 and 5 on a scale from 1 to 5')).not.toBe(print);
    expect(definitionPrint(csat, '6 and 7 on a scale from 1 to 7')).not.toBe(print);
  });

  test('is in the report for every metric', async () => {
    const { metrics } = await reportOf(FILES);
    expect(metrics.every(({ version, print }) => version >= 1 && /^[0-9a-f]{8}$/.test(print))).toBe(true);
  });
});

describe('a file that is no edition', () => {
  const wrong = (text: string, name = '2026-Q2.json') => {
    try {
      parseEdition(text, name);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  test.each([
    ['text that is no JSON', '{', 'An edition is no JSON.'],
    ['a row that was changed', '{"format":1,"id":"2026-Q2"}', 'An edition is not as it was recorded: '],
    ['a later format', '{"format":99}', 'An edition was recorded by a later version of Triptych.'],
    ['a list', '[]', 'An edition is not as it was recorded'],
    ['nothing', 'null', 'An edition is not as it was recorded'],
  ])('%s', (_, text, message) => {
    expect(wrong(text)).toContain(message);
    expect(wrong(text)).toContain('content/editions/2026-Q2.json');
  });

  test('a file under another name', () => {
    expect(wrong(recorded, '2026-Q1.json')).toContain('Name the file 2026-Q2.json.');
  });
});

describe('the name of a new edition', () => {
  test.each(['', 'a b', '../x', '-Q1', '2026--Q1', 'ä', 'a'.repeat(41)])('cannot be “%s”', (name) => {
    expect(() => newEditionId(name, [], false)).toThrow('An edition needs a name that can be part of an address');
  });

  test('is taken once, unless it is replaced', () => {
    expect(newEditionId('2026-Q3', ['2026-Q2'], false)).toBe('2026-Q3');
    expect(() => newEditionId('2026-Q2', ['2026-Q2'], false)).toThrow('There is an edition called 2026-Q2 already');
    expect(newEditionId('2026-Q2', ['2026-Q2'], true)).toBe('2026-Q2');
    expect(() => newEditionId('2026-q2', ['2026-Q2'], true)).toThrow('There is an edition called 2026-Q2 already');
  });
});
