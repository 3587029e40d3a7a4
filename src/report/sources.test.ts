import { describe, expect, test } from 'vitest';
import { intakeLine, sourceAccounts } from './sources.ts';

const FILE = {
  path: 'tickets.csv',
  kind: 'tickets',
  format: 'canonical',
  recognised: 'has the headers ticket_id and created_at',
  encoding: 'UTF-8',
  delimiter: 'comma',
  timeZone: 'UTC',
  timeZoneFrom: 'written in the file',
  read: 1210,
  kept: 1200,
  setAside: [{ reason: 'a blank line', count: 10 }],
  missing: [],
  used: [],
  ignored: [],
  notes: [],
  digest: '',
};

describe('row accounting', () => {
  test('what the dataset sets aside is taken from what the importer kept', () => {
    const [account] = sourceAccounts([FILE], [{ file: 0, reason: 'a response that appears again', count: 3 }]);
    expect(account).toMatchObject({ read: 1210, kept: 1197 });
    expect(account?.setAside.map(({ count }) => count)).toEqual([10, 3]);
  });

  test('tables of several words are called as people call them', () => {
    const events = { ...FILE, kind: 'ticket_events', read: 3, kept: 2, setAside: [{ reason: 'no time', count: 1 }] };
    expect(intakeLine([FILE, events], 'en-GB')).toBe(
      'Read 2 files: 2 ticket events, 1,200 tickets; 11 rows set aside (npm run data:check says why).',
    );
  });

  test('books that do not balance are a bug', () => {
    expect(() => sourceAccounts([{ ...FILE, kept: 1199 }], [])).toThrow('1210 rows read, but 1199 kept');
  });

  test('the build says in one line what it read', () => {
    expect(intakeLine([FILE], 'en-GB')).toBe(
      'Read 1 file: 1,200 tickets; 10 rows set aside (npm run data:check says why).',
    );
    expect(intakeLine([{ ...FILE, read: 1200, setAside: [] }], 'en-GB')).toBe(
      'Read 1 file: 1,200 tickets; no row set aside.',
    );
    const single = { ...FILE, read: 2, kept: 1, setAside: [{ reason: 'a blank line', count: 1 }] };
    expect(intakeLine([single], 'en-GB')).toBe('Read 1 file: 1 ticket; 1 row set aside (npm run data:check says why).');
  });
});
