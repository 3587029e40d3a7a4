import { expect, test } from 'vitest';
import type { SourceAccount } from '../report/types/report.ts';
import { intakesOf } from './intakes.ts';

const source = (more: Partial<SourceAccount>) =>
  ({
    kind: 'tickets',
    format: 'canonical',
    recognised: '',
    read: 10,
    kept: 10,
    setAside: [],
    ...more,
  }) as SourceAccount;
const aside = (reason: string, count: number) => ({ kept: 10 - count, setAside: [{ reason, count }] });

test('files of one tool and kind are one source; a source without loss is not drawn', () => {
  const zendesk = { format: 'zendesk-csv', recognised: 'Zendesk CSV export of tickets, by the headers Id, Status' };
  expect(
    intakesOf([
      source({ ...zendesk, ...aside('spam', 1) }),
      source({ kind: 'responses' }),
      source({ ...zendesk, ...aside('spam', 2) }),
      source({ ...aside('blank line', 1) }),
      source({ format: 'sources.yaml', recognised: 'described in sources.yaml as “Old desk”', ...aside('test', 3) }),
      source({ format: 'guessed', recognised: 'guessed: it has a number', ...aside('test', 1) }),
    ]).map(({ title, read, setAside }) => [title, read, setAside]),
  ).toEqual([
    ['Zendesk CSV export of tickets', 20, [{ reason: 'spam', count: 3 }]],
    ['Tickets', 10, [{ reason: 'blank line', count: 1 }]],
    ['Old desk', 10, [{ reason: 'test', count: 3 }]],
    ['Tickets, guessed', 10, [{ reason: 'test', count: 1 }]],
  ]);
});
