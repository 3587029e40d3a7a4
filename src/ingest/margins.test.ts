import { describe, expect, test } from 'vitest';
import { mistakeOf, mistakesOf, read, rowsOfPart } from './data-folder-for-tests.ts';

describe('population margins', () => {
  const MARGINS = 'dimension,value,count\nsegment,business,120\nSegment,private,880.5\n';

  test('are known by their headers, whatever else the file holds', async () => {
    const { parts, accounts } = await read({ 'any-name.csv': MARGINS.replaceAll('\n', ',x\n') });
    expect(rowsOfPart(parts[0] as never)).toEqual([
      { dimension: 'segment', value: 'business', count: 120 },
      { dimension: 'segment', value: 'private', count: 880.5 },
    ]);
    expect(accounts).toMatchObject([
      { kind: 'margins', format: 'canonical', recognised: 'has the headers dimension, value and count', kept: 2 },
    ]);
  });

  test('are mapped from other headers', async () => {
    const sources = [
      {
        glob: 'p.csv',
        kind: 'margins',
        fields: { dimension: { constant: 'segment' }, value: 'Kind', count: 'Customers' },
      },
    ];
    const { parts } = await read({ 'p.csv': 'Kind,Customers\nbusiness,120\n' }, { sources });
    expect(rowsOfPart(parts[0] as never)).toEqual([{ dimension: 'segment', value: 'business', count: 120 }]);
  });

  test('set rows aside that lack one of the three', async () => {
    const { accounts } = await read({ 'm.csv': `${MARGINS},x,3\nchannel,,3\nchannel,phone,\n` });
    expect(accounts[0]).toMatchObject({
      read: 5,
      kept: 2,
      setAside: [{ reason: 'a margin without dimension, value or count', count: 3, record: 3 }],
    });
  });

  test.each([
    ['segmnt,business,1', 'segmnt', 'one of channel, department, category, priority, segment', '“segment”'],
    ['shoe size,42,1', 'shoe size', 'one of channel, department, category, priority, segment', 'weighted by'],
    ['segment,business,-1', '-1', 'a number from 0 upwards', 'Correct the cell'],
    ['segment,business,many', 'many', 'a number from 0 upwards', 'Correct the cell'],
  ])('refuse the row %s', async (row, found, expected, remedy) => {
    const { details } = await mistakeOf({ 'm.csv': `dimension,value,count\n${row}\n` });
    expect(details).toMatchObject({ file: 'm.csv', record: 1, found, expected });
    expect(details.remedy).toContain(remedy);
  });

  test('are not seen in tickets that happen to have their headers', async () => {
    const { parts } = await read({ 'a.csv': 'ticket_id,created_at,dimension,value,count\n1,2026-01-01,a,b,3\n' });
    expect(parts.map(({ table }) => table)).toEqual(['tickets']);
  });
});

describe('weights of answers', () => {
  const answers = (...weights: string[]) =>
    `submitted_at,csat,weight\n${weights.map((weight) => `2026-01-01,4,${weight}\n`).join('')}`;

  test.each(['0', '-1', '1e999', 'heavy'])('%s is no weight', async (weight) => {
    const { details } = await mistakeOf({ 'r.csv': answers('1', weight) });
    expect(details).toMatchObject({ record: 2, field: 'weight', found: weight, expected: 'a number above 0' });
    expect(details.remedy).toContain('set_aside');
  });

  test('stand beside every answer or beside none', async () => {
    const { details } = await mistakeOf({ 'r.csv': answers('1', '', '0.5', '') });
    expect(details).toMatchObject({
      what: '2 answers have no weight, while others have one',
      file: 'r.csv',
      record: 2,
      field: 'weight',
      found: '2 answers with a weight',
      expected: 'a weight for every answer, or for none',
    });
    const { parts } = await read({ 'r.csv': answers('', '') });
    expect(rowsOfPart(parts[0] as never)).toMatchObject([{ weight: null }, { weight: null }]);
  });

  test('a code that means no weight is as blank as a blank', async () => {
    const fields = { submitted_at: 'submitted_at', csat: 'csat', weight: { column: 'weight', missing: [99] } };
    const sources = [{ glob: 'r.csv', kind: 'responses', fields }];
    const [mistake] = await mistakesOf({ 'r.csv': answers('1', '99') }, { sources });
    expect(mistake?.details.what).toBe('An answer has no weight, while others have one');
  });

  test('are not asked of invitations that nobody answered, nor of rows that are set aside', async () => {
    const { parts } = await read({
      'r.csv':
        'invited_at,submitted_at,csat,weight\n2026-01-01,2026-01-02,4,0.5\n2026-01-01,,,\n2026-01-03,2026-01-02,4,\n',
    });
    expect(parts[0]?.rows).toBe(2);
  });
});
