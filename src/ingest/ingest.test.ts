import { describe, expect, test } from 'vitest';
import { type FolderOptions, mistakeOf, mistakesOf, read, rowsOfPart } from './data-folder-for-tests.ts';

const TICKETS = 'ticket_id,created_at,status\n1,2026-01-01 10:00,open\n2,2026-01-02 10:00,solved\n';
const RESPONSES = 'submitted_at,nps\n2026-01-03,9\n';
const CUSTOMERS = 'customer_id,segment\nA,business\n';

async function onlyPart(text: string, options?: FolderOptions) {
  const { parts, accounts } = await read({ 'file.csv': text }, options);
  const [part] = parts;
  const [account] = accounts;
  if (part === undefined || account === undefined) throw new Error('nothing was read');
  return { part, account, rows: rowsOfPart(part) };
}

describe('the data folder', () => {
  test('is read with all its folders, in the order of paths, hidden files left out', async () => {
    const { parts, accounts } = await read({
      'b.csv': CUSTOMERS,
      'tickets/2026-02.csv': TICKETS,
      'tickets/2026-01.tsv': TICKETS.replaceAll(',', '\t'),
      'Z.csv': RESPONSES,
      '.hidden.csv': 'x',
      '.git/config.csv': 'x',
      'README.md': 'x,y',
      'sources.yaml': 'sources: []',
    });
    expect(accounts.map(({ path, kind }) => [path, kind])).toEqual([
      ['Z.csv', 'responses'],
      ['b.csv', 'customers'],
      ['tickets/2026-01.tsv', 'tickets'],
      ['tickets/2026-02.csv', 'tickets'],
    ]);
    expect(parts.map((part) => [part.file, part.table, part.rows])).toEqual([
      [0, 'responses', 1],
      [1, 'customers', 1],
      [2, 'tickets', 2],
      [3, 'tickets', 2],
    ]);
  });

  test('may be empty, or not be there', async () => {
    expect(await read({})).toEqual({ parts: [], accounts: [] });
  });
});

describe('a file with canonical headers', () => {
  test('needs no mapping; case, order and further columns do not matter', async () => {
    const { part, account, rows } = await onlyPart('Tags, CREATED_AT ,ticket_id\nx,2026-01-01T10:00:00Z,1\n');
    expect(part.table).toBe('tickets');
    expect(rows).toEqual([{ created_at: '2026-01-01T10:00:00.000Z', ticket_id: expect.any(String) }]);
    expect(account).toMatchObject({ format: 'canonical', used: ['CREATED_AT', 'ticket_id'], ignored: ['Tags'] });
  });

  test('holds responses even where it names customers and tickets', async () => {
    const { part } = await onlyPart('customer_id,segment,ticket_id,submitted_at,csat\nA,x,1,2026-01-01,5\n');
    expect(part.table).toBe('responses');
  });

  test('never holds free text', async () => {
    const { part } = await onlyPart('submitted_at,csat,comment\n2026-01-01,5,my secret\n');
    expect(JSON.stringify(part)).not.toContain('secret');
  });

  test('never holds identifiers as text', async () => {
    const { part } = await onlyPart('ticket_id,customer_id,created_at\nT-77,jane@example.com,2026-01-01\n');
    expect(JSON.stringify(part)).not.toMatch(/jane|T-77/);
  });

  test('that fits two tables is refused', async () => {
    const mistake = await mistakeOf({ 'x.csv': 'ticket_id,created_at,submitted_at,csat\n' });
    expect(mistake.message).toContain('both canonical tickets and canonical responses');
    expect(mistake.details.remedy).toContain('kind: tickets');
  });
});

describe('a file that nobody can place', () => {
  test('is named, with its headers and the mapping to write', async () => {
    const mistake = await mistakeOf({ 'exports/helpdesk.csv': 'Ticket Number,Created,Ticket Status,Foo\n1,2,3,4\n' });
    expect(mistake.details).toMatchObject({
      file: 'exports/helpdesk.csv',
      found: 'Ticket Number, Created, Ticket Status, Foo',
    });
    expect(mistake.details.expected).toContain('ticket_id and created_at');
    expect(mistake.details.remedy).toContain('- glob: "exports/helpdesk.csv"');
    expect(mistake.details.remedy).toContain('kind: tickets');
    expect(mistake.details.remedy).toContain('status: "Ticket Status"');
    expect(mistake.details.remedy).toContain('ticket_id: "Ticket Number"');
    expect(mistake.details.remedy).toContain('created_at: "Created"');
  });

  test('does not hide what is wrong with other files', async () => {
    const mistakes = await mistakesOf({ 'a.csv': 'x,y\n1,2\n', 'b.csv': '', 'c.csv': RESPONSES, 'd.csv': 'p,q\n' });
    expect(mistakes.map((mistake) => mistake.details.file)).toEqual(['a.csv', 'b.csv', 'd.csv']);
  });

  test('can be left out, with the reason', async () => {
    const { parts, accounts } = await read(
      { 'totals.csv': 'x,y\n1,2\n' },
      { sources: [{ glob: 'totals.csv', kind: 'ignore', reason: 'made by hand' }] },
    );
    expect(parts).toEqual([]);
    expect(accounts).toMatchObject([{ kind: 'ignore', recognised: 'left out: made by hand', read: 0, kept: 0 }]);
  });
});

describe('sources.yaml', () => {
  const fields = { ticket_id: 'Number', created_at: 'Opened' };

  test('maps columns, constants and the name of the file', async () => {
    const { parts } = await read(
      { 'support_2026-emea.csv': 'Number,Day,State\n1,5,in progress\n2,,waiting\n' },
      {
        sources: [
          {
            glob: 'support_*.csv',
            kind: 'tickets',
            fields: {
              ticket_id: { file_name: '_(\\d{4})', template: '{name}/{Number}' },
              created_at: { file_name: '_(?<year>\\d{4})', template: '{year}-01-{Day}' },
              status: 'State',
              channel: { constant: 'phone' },
              segment: { file_name: '-([a-z]+)\\.' },
            },
          },
        ],
      },
    );
    expect(rowsOfPart(parts[0] as never)).toMatchObject([
      { created_at: '2026-01-05T00:00:00.000Z', status: 'open', channel: 'phone', segment: 'emea' },
    ]);
  });

  test('names words and codes', async () => {
    const { account, rows } = await onlyPart('Number,Opened,State,Who\n1,2026-01-01,erledigt,x\n2,2026-01-02,?,-9\n', {
      sources: [
        {
          glob: '*.csv',
          kind: 'tickets',
          fields: {
            ...fields,
            status: { column: 'State', values: { erledigt: 'solved' }, missing: ['?'] },
            customer_id: { column: 'Who', missing: [-9] },
          },
        },
      ],
    });
    expect(rows).toMatchObject([
      { status: 'solved', customer_id: expect.any(String) },
      { status: null, customer_id: null },
    ]);
    expect(account.missing).toEqual([
      { column: 'Who', code: '-9', meaning: '', count: 1 },
      { column: 'State', code: '?', meaning: '', count: 1 },
    ]);
  });

  test('finds values in another file, which is then no table', async () => {
    const { parts, accounts } = await read(
      {
        'orders.csv': 'Number,Opened,Buyer\n1,2026-01-01,b1\n2,2026-01-02,b2\n3,2026-01-03,b9\n',
        'people.csv': 'buyer,person\nb1,P\nb2,P\n',
      },
      {
        sources: [
          {
            glob: 'orders.csv',
            kind: 'tickets',
            fields: {
              ...fields,
              customer_id: { column: 'Buyer', lookup: { file: 'people.csv', key: 'buyer', value: 'person' } },
            },
          },
        ],
      },
    );
    const [first, second, third] = rowsOfPart(parts[0] as never);
    expect(first?.customer_id).toBe(second?.customer_id);
    expect(third?.customer_id).toBe(null);
    expect(accounts[0]?.missing).toEqual([{ column: 'Buyer', code: 'not in people.csv', meaning: '', count: 1 }]);
    expect(accounts[1]).toMatchObject({ path: 'people.csv', kind: 'lookup', used: ['buyer', 'person'] });
  });

  test('a key that is looked up must have one value', async () => {
    const mistake = await mistakeOf(
      { 'orders.csv': 'Number,Opened,Buyer\n1,2026-01-01,b1\n', 'people.csv': 'buyer,person\nb1,P\nb1,Q\n' },
      {
        sources: [
          {
            glob: 'orders.csv',
            kind: 'tickets',
            fields: {
              ...fields,
              customer_id: { column: 'Buyer', lookup: { file: 'people.csv', key: 'buyer', value: 'person' } },
            },
          },
        ],
      },
    );
    expect(mistake.details).toMatchObject({ file: 'people.csv', record: 2, field: 'buyer' });
  });

  test.each([
    ['a column that does not exist', { ...fields, status: 'Statuss' }, /Did you mean “Status”/],
    ['a column that exists twice', { ...fields, channel: 'Twice' }, /exists 2 times/],
    [
      'a file name that does not match',
      { ...fields, channel: { file_name: '(\\d{9})' } },
      /does not match the file name/,
    ],
  ])('%s is a mistake', async (_, columns, message) => {
    const mistake = await mistakeOf(
      { 'file.csv': 'Number,Opened,Status,Twice,twice\n1,2026-01-01,open,a,b\n' },
      { sources: [{ glob: 'file.csv', kind: 'tickets', fields: columns }] },
    );
    expect(mistake.message).toMatch(message);
  });

  test('headers that exist twice do not matter where they are not used', async () => {
    const { account } = await onlyPart('ticket_id,created_at,note,note\n1,2026-01-01,a,b\n');
    expect(account.kept).toBe(1);
  });

  test('two entries for one file, an entry for none and an unknown file to look up in are mistakes', async () => {
    const mistakes = await mistakesOf(
      { 'a.csv': TICKETS },
      {
        sources: [
          { glob: '*.csv', kind: 'tickets', fields: { ticket_id: 'ticket_id', created_at: 'created_at' } },
          { glob: 'a.*', kind: 'ignore', reason: 'x' },
          { glob: 'gone.csv', kind: 'customers', fields: { customer_id: 'id' } },
          {
            glob: 'b.csv',
            kind: 'customers',
            fields: { customer_id: { column: 'id', lookup: { file: 'c.csv', key: 'k', value: 'v' } } },
          },
        ],
      },
    );
    expect(mistakes.map((mistake) => mistake.details.field)).toEqual([
      'sources[0].glob, sources[1].glob',
      'sources[2].glob',
      'sources[3].glob',
      'lookup.file',
    ]);
  });
});

describe('answers', () => {
  const survey = (declared: object) => ({ sources: [{ glob: '*', kind: 'responses', ...declared }] });
  const at = { submitted_at: { constant: '2026-01-01' } };

  test('have the usual scale unless another is declared', async () => {
    const { part } = await onlyPart('submitted_at,csat,nps,ces,emotion\n2026-01-01,5,10,7,happy\n');
    expect((part.columns as Record<string, { scales: unknown }>).csat?.scales).toEqual([
      { min: 1, max: 5, positiveFrom: 4 },
    ]);
    expect((part.columns as Record<string, { scales: unknown }>).nps?.scales).toEqual([
      { min: 0, max: 10, positiveFrom: 9 },
    ]);
    expect((part.columns as Record<string, { scales: unknown }>).ces?.scales).toEqual([
      { min: 1, max: 7, positiveFrom: 5 },
    ]);
    expect((part.columns as Record<string, { scales: unknown }>).emotion?.scales).toEqual([
      { min: -2, max: 2, positiveFrom: 1 },
    ]);
  });

  test('are turned, labelled and missing as declared', async () => {
    const { account, rows } = await onlyPart(
      'q1,q2\n1,Very good\n5,bad\n9,\n',
      survey({
        fields: {
          ...at,
          ces: { column: 'q1', scale: { min: 1, max: 5, direction: 'down' }, missing: { '9': 'don’t know' } },
          csat: { column: 'q2', scale: { min: 1, max: 3 }, labels: { 'very good': 3, bad: 1 } },
        },
      }),
    );
    expect(rows).toMatchObject([
      { ces: 5, csat: 3 },
      { ces: 1, csat: 1 },
    ]);
    expect(account.missing).toEqual([{ column: 'q1', code: '9', meaning: 'don’t know', count: 1 }]);
    expect(account.setAside).toEqual([{ reason: 'no score', count: 1, record: expect.any(Number) }]);
  });

  test('to items belong to their touchpoints', async () => {
    const { part, rows } = await onlyPart(
      'id,food,wifi,walls,way\n1,5,6,5,1\n2,6,4,4,\n3,,,,\n',
      survey({
        fields: { ...at, response_id: 'id' },
        items: [
          {
            scale: { min: 1, max: 5 },
            missing: { '6': 'not used' },
            columns: [
              { column: 'food', touchpoint: 'Food' },
              { column: 'wifi', touchpoint: 'Wi-Fi' },
            ],
          },
          { column: 'walls', touchpoint: 'Art', scale: { min: 1, max: 5, positive_from: 5 } },
          { column: 'way', touchpoint: 'Way', score: 'ces', scale: { min: 1, max: 5 } },
        ],
      }),
    );
    expect(rows).toMatchObject([
      { Food: 5, Art: 5, Way: 1 },
      { 'Wi-Fi': 4, Art: 4 },
    ]);
    expect(part.items.map(({ score, scale }) => [score, scale.positiveFrom])).toEqual([
      ['csat', 4],
      ['csat', 5],
      ['ces', 4],
    ]);
    expect([...(part.items[0]?.response ?? [])]).toEqual([0, 1]);
  });

  test.each([
    ['a scale without a customary cut-point', { csat: { column: 'q', scale: { min: 0, max: 100 } } }, /positive_from/],
    ['another scale for the recommendation', { nps: { column: 'q', scale: { min: 1, max: 10 } } }, /one scale only/],
  ])('%s is a mistake', async (_, scores, message) => {
    expect((await mistakeOf({ 'x.csv': 'q,r\n1,1\n' }, survey({ fields: { ...at, ...scores } }))).message).toMatch(
      message,
    );
  });

  test('weights and several answers of one person are declared', async () => {
    const { part, rows } = await onlyPart(
      'q,w\n5,0.25\n',
      survey({ deduplicate: 'none', fields: { ...at, csat: 'q', weight: 'w' } }),
    );
    expect(part.deduplicate).toBe('none');
    expect(rows).toMatchObject([{ csat: 5, weight: 0.25 }]);
  });
});

describe('time zones', () => {
  const row = (moment: string) => `ticket_id,created_at\n1,${moment}\n`;

  test('are those written in the file', async () => {
    const { rows, account } = await onlyPart(row('2026-07-01T10:00:00+02:00'), { timeZone: 'America/New_York' });
    expect(rows[0]?.created_at).toBe('2026-07-01T08:00:00.000Z');
    expect(account.timeZoneFrom).toBe('written in the file');
  });

  test('or the declared one', async () => {
    const { rows, account } = await onlyPart(row('2026-07-01 10:00'), {
      sources: [
        {
          glob: '*',
          kind: 'tickets',
          time_zone: 'Asia/Tokyo',
          fields: { ticket_id: 'ticket_id', created_at: 'created_at' },
        },
      ],
    });
    expect(rows[0]?.created_at).toBe('2026-07-01T01:00:00.000Z');
    expect(account).toMatchObject({ timeZone: 'Asia/Tokyo', timeZoneFrom: 'sources.yaml' });
  });

  test('or the report’s', async () => {
    const { rows, account } = await onlyPart(row('2026-07-01 10:00'), { timeZone: 'America/New_York' });
    expect(rows[0]?.created_at).toBe('2026-07-01T14:00:00.000Z');
    expect(account).toMatchObject({ timeZone: 'America/New_York', timeZoneFrom: 'the report’s zone' });
  });

  test('or, in a file that mixes, both', async () => {
    const { account } = await onlyPart('ticket_id,created_at\n1,2026-07-01 10:00\n2,2026-07-01T10:00:00Z\n');
    expect(account.timeZoneFrom).toBe('written in the file in 1 of 2 cells, otherwise the report’s zone');
  });
});

describe('day and month', () => {
  const created = (rows: readonly Record<string, unknown>[]) =>
    rows.map((cells) => String(cells.created_at).slice(0, 10));

  test('are told apart by any date of the column that fits only one order', async () => {
    const { rows, account } = await onlyPart('ticket_id,created_at\n1,03/04/2026\n2,2026-05-06\n3,25/12/2026\n');
    expect(created(rows)).toEqual(['2026-04-03', '2026-05-06', '2026-12-25']);
    expect(account.notes).toEqual(['created_at: day first, because 1 of its dates cannot be read otherwise']);
    expect(created((await onlyPart('ticket_id,created_at\n1,03/04/2026\n2,12/25/2026\n')).rows)).toEqual([
      '2026-03-04',
      '2026-12-25',
    ]);
  });

  test('are told apart by the other dates of the file', async () => {
    const { rows, account } = await onlyPart('ticket_id,created_at,due_at\n1,03/04/2026,25/04/2026\n');
    expect(created(rows)).toEqual(['2026-04-03']);
    expect(account.notes).toContain('created_at: day first, like the other dates of the file');
  });

  test('need no order where both readings are the same day', async () => {
    expect(created((await onlyPart('ticket_id,created_at\n1,04/04/2026\n')).rows)).toEqual(['2026-04-04']);
  });

  test('are not guessed', async () => {
    const mistake = await mistakeOf({ 'x.csv': 'ticket_id,created_at\n1,03/04/2026\n2,05/06/2026\n3,07/07/2026\n' });
    expect(mistake.message).toContain('2 of 3 dates fit both');
    expect(mistake.details.remedy).toContain('date_order');
  });

  test('that contradict each other are a mistake', async () => {
    const mistake = await mistakeOf({ 'x.csv': 'ticket_id,created_at\n1,25/04/2026\n2,05/26/2026\n' });
    expect(mistake.details).toMatchObject({
      field: 'created_at',
      found: '25/04/2026 (record 1) and 05/26/2026 (record 2)',
    });
  });
});

describe('a cell that cannot be read', () => {
  test('is named with its record, column, text, what was expected and what to do', async () => {
    const mistake = await mistakeOf({ 'x.csv': 'ticket_id,created_at\n1,2026-01-01\n\n2,soon\n' });
    expect(mistake.details).toEqual({
      what: 'A cell cannot be read',
      file: 'x.csv',
      record: 3,
      field: 'created_at',
      found: 'soon',
      expected: expect.stringContaining('2026-03-04'),
      remedy: expect.stringContaining('sources.yaml'),
    });
  });

  test.each([
    ['ticket_id,created_at,reopens\n1,2026-01-01,-1\n', 'reopens'],
    ['ticket_id,created_at,reopens\n1,2026-01-01,few\n', 'reopens'],
    ['ticket_id,created_at,proactive\n1,2026-01-01,maybe\n', 'proactive'],
    ['ticket_id,created_at,status\n1,2026-01-01,limbo\n', 'status'],
    ['submitted_at,csat\n2026-01-01,6\n', 'csat'],
    ['submitted_at,csat\n2026-01-01,n/a\n', 'csat'],
    ['submitted_at,nps\n2026-01-01,9.5\n', 'nps'],
    ['submitted_at,emotion\n2026-01-01,meh\n', 'emotion'],
    ['submitted_at;csat;weight\n2026-01-01;4,5;1,5\n2026-01-01;4;1.5\n', 'weight'],
  ])('%j', async (text, field) => {
    expect((await mistakeOf({ 'x.csv': text })).details.field).toBe(field);
  });

  test('an unknown state says how to name it', async () => {
    const mistake = await mistakeOf({
      'x.csv': 'ticket_id,created_at,status\n1,2026-01-01,limbo\n2,2026-01-01,limbo\n',
    });
    expect(mistake.message).toContain('and 1 more of the same');
    expect(mistake.details.remedy).toContain('values: { "limbo": open }');
  });

  test('is written out twenty times a file, then counted', async () => {
    const rows = Array.from({ length: 100 }, (_, row) => `${row},day ${row}`).join('\n');
    const text = `ticket_id,created_at\n${rows}\n`;
    const mistakes = await mistakesOf({ 'a.csv': text, 'b.csv': text });
    expect(mistakes).toHaveLength(42);
    expect(mistakes[20]?.message).toContain('80 more cells of this file');
  });

  test('a decimal comma is one where the comma does not separate cells', async () => {
    const { rows } = await onlyPart('submitted_at;csat;weight\n2026-01-01;4,5;0,25\n');
    expect(rows).toMatchObject([{ csat: 4.5, weight: 0.25 }]);
  });

  test('a date beside a moment keeps its ticket and is said: hours between them are nobody’s to know', async () => {
    const { parts, accounts } = await read({
      'x.csv':
        'ticket_id,created_at,resolved_at\n1,2026-01-01 10:00,2026-01-01\n2,2026-01-01 10:00,2026-01-02 11:00\n3,2026-01-03,2026-01-05\n',
    });
    expect(parts.flatMap(rowsOfPart).map((row) => row.dated_by_day)).toEqual([true, null, null]);
    expect(accounts[0]?.notes.join()).toContain('1 of 3; their waiting times are not measured');
  });
});
