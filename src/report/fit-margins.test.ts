import { describe, expect, test } from 'vitest';
import { Mistake, Mistakes } from '../config/mistake.ts';
import { reportOf } from './report-of.fixture.ts';

const ANSWERS = [
  'submitted_at,customer_id,segment,channel,csat',
  '2026-01-10T10:00:00Z,a,business,phone,5',
  '2026-01-10T10:00:00Z,b,private,phone,2',
  '',
].join('\n');

const margins = (...rows: string[]) => ({
  'data/r.csv': ANSWERS,
  'data/m.csv': ['dimension,value,count', ...rows, ''].join('\n'),
});

async function mistakes(files: Record<string, string>) {
  const error: unknown = await reportOf(files).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Mistakes) return error.mistakes.map(({ details }) => details);
  if (error instanceof Mistake) return [error.details];
  throw error ?? new Error('no mistake');
}

describe('population margins that do not fit the answers', () => {
  test('count a value twice, in one file or in two', async () => {
    const rows = ['segment,business,10', 'segment,private,90', 'segment,business,11'];
    expect(await mistakes(margins(...rows))).toMatchObject([
      { file: 'm.csv', record: 3, field: 'segment', found: 'business: 11, and 10 in record 1 of m.csv' },
    ]);
    const more = { ...margins(...rows.slice(0, 2)), 'data/n.csv': `dimension,value,count\n${rows[2]}\n` };
    expect(await mistakes(more)).toMatchObject([
      { file: 'n.csv', record: 1, found: 'business: 11, and 10 in record 1 of m.csv' },
    ]);
  });

  test('count by more than three dimensions', async () => {
    const rows = ['segment,business,1', 'segment,private,1', 'channel,phone,1', 'category,a,1', 'priority,b,1'];
    const [first] = await mistakes(margins(...rows));
    expect(first).toMatchObject({
      what: 'Answers are weighted by at most 3 dimensions',
      found: 'channel, category, priority and segment',
    });
  });

  test('count by a dimension that no answer has', async () => {
    expect(await mistakes(margins('priority,urgent,4'))).toMatchObject([
      { field: 'priority', found: '1 value of priority, and no answer with a priority' },
    ]);
  });

  test('write a value otherwise than answers do', async () => {
    expect(await mistakes(margins('segment,Business,10', 'segment,private,90'))).toMatchObject([
      { file: 'm.csv', record: 1, field: 'segment', found: 'Business', expected: 'business, as answers have it' },
    ]);
  });

  test('lack a value that answers have', async () => {
    const [only] = await mistakes(margins('segment,busines,10', 'segment,private,90'));
    expect(only).toMatchObject({ field: 'segment', found: 'business' });
    expect(only?.remedy).toContain('With a count of 0 its answers are left out');
    expect(only?.remedy).toContain('“busines”');
  });

  test('hold nothing to weight by', async () => {
    expect(await mistakes(margins('segment,business,0', 'segment,private,0'))).toMatchObject([
      { what: 'Population margins hold no count to weight by', found: 'only counts of 0' },
    ]);
    expect(await mistakes(margins(',business,5'))).toMatchObject([{ found: 'no row that can be read' }]);
  });
});

test('a value of the population that nobody answered for is no mistake', async () => {
  const report = await reportOf(margins('segment,business,10', 'segment,private,90', 'segment,partner,5'));
  expect(report.sources.find(({ kind }) => kind === 'margins')).toMatchObject({ read: 3, kept: 3 });
});
