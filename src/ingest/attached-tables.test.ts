import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assembled, assemble } from '../dataset/assemble.ts';
import type { CategoryColumn, ScoreColumn } from '../dataset/column.ts';
import { type AspectTable, hasField } from '../dataset/dataset.ts';
import { TICKET_EVENT_TYPES } from '../dataset/model.ts';
import { Threads } from '../threads/threads.ts';
import { type Files, type FolderOptions, mistakeOf, mistakesOf, read } from './data-folder-for-tests.ts';

const TICKETS =
  'ticket_id,created_at,customer_id,status,channel\nT1,2026-01-01,C1,solved,email\nT2,2026-01-02,C2,open,chat\nT3,2026-01-03,C3,spam,chat\n';
const ANSWERS =
  'response_id,submitted_at,customer_id,csat\nR1,2026-01-01,C1,5\nR2,2026-01-02,C2,1\nR3,2026-01-03,C3,3\n';

async function told(files: Files, options: FolderOptions = {}, threads: Threads | null = null) {
  const { parts, accounts } = await read({ 'answers.csv': ANSWERS, 'tickets.csv': TICKETS, ...files }, options);
  const assembled = await assemble(parts, { timeZone: 'UTC', periodOf: () => 0 }, threads);
  return { ...assembled, accounts };
}

const wordAt = (column: CategoryColumn | undefined, row: number) => column?.values[column.codes[row] as number] ?? null;
const timeAt = (column: Float64Array | undefined, row: number) => new Date(column?.[row] as number).toISOString();
const setAsideOf = ({ setAside }: Assembled) => {
  const counts = new Map<string, number>();
  for (const { reason, count } of setAside) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return Object.fromEntries(counts);
};

/** The rows of the tables as people would write them; tickets by their channel, responses by their score. */
function rowsOf({ dataset }: Assembled) {
  const { tickets, responses, ticket_events, touchpoints, actions, aspects } = dataset;
  const rows = <T>(count: number | undefined, row: (index: number) => T) =>
    Array.from({ length: count ?? 0 }, (_, index) => row(index));
  const answer = (row: number) => responses?.columns.csat?.values[row];
  return {
    events: rows(ticket_events?.rows, (row) => [
      wordAt(tickets?.columns.channel, ticket_events?.ticket[row] as number),
      timeAt(ticket_events?.columns.at, row).slice(5, 16),
      wordAt(ticket_events?.columns.type, row),
      wordAt(ticket_events?.columns.from, row),
      wordAt(ticket_events?.columns.to, row),
    ]),
    touchpoints: rows(touchpoints?.rows, (row) => [
      touchpoints?.customer[row],
      timeAt(touchpoints?.columns.at, row).slice(5, 16),
      wordAt(touchpoints?.columns.stage, row),
      wordAt(touchpoints?.columns.department, row),
      wordAt(touchpoints?.columns.initiated_by, row),
    ]),
    actions: rows(actions?.rows, (row) => [
      answer(actions?.response[row] as number),
      timeAt(actions?.columns.action_at, row).slice(5, 16),
      wordAt(actions?.columns.action, row),
    ]),
    aspects: rows(aspects?.rows, (row) => [
      answer(aspects?.response[row] as number),
      wordAt(aspects?.columns.aspect, row),
      aspects?.columns.score?.values[row],
    ]),
  };
}

const fileOf = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const EVENTS = 'ticket_id,at,type,from,to';
const TOUCHPOINTS = 'customer_id,at,stage,department,initiated_by';
const ACTIONS = 'response_id,action_at,action,owner';
const ASPECTS = 'response_id,aspect,score';

describe('ticket events', () => {
  const of = (...rows: string[]) => told({ 'events.csv': fileOf(EVENTS, rows) });

  test('are known by their headers and stand in the order of tickets, of moments and of types', async () => {
    const result = await of(
      'T1,2026-01-03 10:00,Status changed,Pending,Resolved',
      'T2,2026-01-05 10:00,customer_message,,',
      'T1,2026-01-03 10:00,assigned,,Support',
      'T1,2026-01-02 10:00,group-changed,Sales,Support',
    );
    expect(result.accounts[1]).toMatchObject({ kind: 'ticket_events', format: 'canonical', kept: 4 });
    const { events } = rowsOf(result);
    expect(events.filter(([channel]) => channel === 'email').map((row) => row.slice(1))).toEqual([
      ['01-02T10:00', 'group_changed', 'Sales', 'Support'],
      ['01-03T10:00', 'assigned', null, 'Support'],
      ['01-03T10:00', 'status_changed', 'pending', 'solved'],
    ]);
    const { ticket, customer } = result.dataset.ticket_events ?? { ticket: [], customer: [] };
    expect([...ticket]).toEqual([...ticket].sort((a, b) => a - b));
    expect([...customer]).toEqual(Array.from(ticket, (row) => result.dataset.tickets?.customer[row]));
  });

  test('can be all that the model names', async () => {
    const result = await of(...TICKET_EVENT_TYPES.map((type, hour) => `T1,2026-01-02 0${hour}:00,${type},,`));
    expect(rowsOf(result).events.map(([, , type]) => type)).toEqual([...TICKET_EVENT_TYPES]);
  });

  test('hold nobody who wrote a message', async () => {
    const result = await of('T1,2026-01-02,agent_message,Ann Lee,Bo Ray', 'T1,2026-01-02,confirmed,Cy Fox,');
    expect(rowsOf(result).events.map((row) => row.slice(3))).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(JSON.stringify(result.dataset.ticket_events?.columns)).not.toMatch(/Ann|Bo|Cy/);
  });

  test('of another type or of a state that nobody knows are refused with the words to write', async () => {
    const type = await mistakeOf({ 'e.csv': fileOf(EVENTS, ['T1,2026-01-02,asigned,,Support']) });
    expect(type.details).toMatchObject({ file: 'e.csv', record: 1, field: 'type', found: 'asigned' });
    expect(type.message).toContain(TICKET_EVENT_TYPES.join(', '));
    expect(type.details.remedy).toMatch(/^Did you mean “assigned”\?.* under `type`\.$/);
    const states = await mistakesOf({
      'e.csv': fileOf(EVENTS, ['T1,2026-01-02,confirmed,,', 'T1,2026-01-02,status_changed,offen,fertig']),
    });
    expect(states.map(({ details }) => [details.record, details.field, details.found])).toEqual([
      [2, 'from', 'offen'],
      [2, 'to', 'fertig'],
    ]);
    expect(states[0]?.details.remedy).toContain('under `from`');
  });

  test('between states of tickets that are set aside have no state', async () => {
    expect(rowsOf(await of('T1,2026-01-02,status_changed,spam,open')).events[0]?.slice(3)).toEqual([null, 'open']);
  });

  test('without a ticket, a time or a type are set aside and counted', async () => {
    const { accounts } = await of(
      ',2026-01-02,assigned,,',
      'T1,,assigned,,',
      'T1,2026-01-02,,,',
      'T1,2026-01-02,confirmed,,',
    );
    expect(accounts[1]).toMatchObject({ read: 4, kept: 1 });
    expect(accounts[1]?.setAside.map(({ reason, record }) => [reason, record])).toEqual([
      ['no ticket number', 1],
      ['no type of event', 3],
      ['no time', 2],
    ]);
  });

  test('of tickets that are not in the data, or retired, and events told again are told apart', async () => {
    const result = await of(
      'T1,2026-01-02,confirmed,,',
      'T1,2026-01-02,Confirmed,,',
      'T3,2026-01-02,confirmed,,',
      'T9,2026-01-02,confirmed,,',
      'T1,2026-01-02,assigned,,A',
      'T1,2026-01-02,assigned,,B',
    );
    expect(setAsideOf(result)).toEqual({
      'an event of a ticket that is not in the data': 2,
      'an event that appears again': 1,
    });
    expect(rowsOf(result).events).toHaveLength(3);
  });
});

describe('touchpoints', () => {
  test('stand in the order of customers and moments; customers of no other table count', async () => {
    const rows = [
      'C1,2026-02-02,Use,Care,customer',
      'C1,2026-02-01,Join,,Company',
      'C7,2026-02-01,,,',
      ',2026-02-01,,,',
    ];
    const result = await told({ 'touch.csv': fileOf(TOUCHPOINTS, rows) });
    expect(result.dataset.customerCount).toBe(4);
    expect(result.accounts[2]?.setAside).toEqual([{ reason: 'no customer number', count: 1, record: 4 }]);
    const found = rowsOf(result).touchpoints;
    const one = result.dataset.responses?.customer[rowOfScore(result, 5)];
    expect(found.filter(([customer]) => customer === one).map((row) => row.slice(1))).toEqual([
      ['02-01T00:00', 'Join', null, 'company'],
      ['02-02T00:00', 'Use', 'Care', 'customer'],
    ]);
    expect(found).toHaveLength(3);
  });

  test('may say only who began', async () => {
    const { accounts } = await told({ 't.csv': 'customer_id,at,initiated_by\nC1,2026-02-02,company\n' });
    expect(accounts[1]).toMatchObject({ kind: 'touchpoints', kept: 1 });
  });

  test('begun by anybody else are refused', async () => {
    const mistake = await mistakeOf({ 't.csv': fileOf(TOUCHPOINTS, ['C1,2026-02-02,Use,Care,partner']) });
    expect(mistake.details).toMatchObject({ field: 'initiated_by', expected: 'one of company, customer' });
  });
});

describe('actions on feedback', () => {
  test('stand in the order of responses and moments; who acted is not read', async () => {
    const rows = [
      'R1,2026-01-05,changed,Ann',
      'R1,2026-01-04,Contacted,Bo',
      'R9,2026-01-04,coded,Bo',
      'R1,2026-01-05,changed,Cy',
    ];
    const result = await told({ 'actions.csv': fileOf(ACTIONS, rows) });
    expect(rowsOf(result).actions).toEqual([
      [5, '01-04T00:00', 'contacted'],
      [5, '01-05T00:00', 'changed'],
    ]);
    expect(setAsideOf(result)).toEqual({
      'an action on a response that is not in the data': 1,
      'an action that appears again': 1,
    });
    expect(result.accounts[0]).toMatchObject({ kind: 'actions', ignored: ['owner'] });
  });

  test('of other words are refused', async () => {
    const mistake = await mistakeOf({ 'a.csv': fileOf(ACTIONS, ['R1,2026-01-05,called,Ann']) });
    expect(mistake.details).toMatchObject({ found: 'called', expected: 'one of contacted, coded, escalated, changed' });
  });
});

describe('ratings of aspects', () => {
  test('belong to responses, one an aspect', async () => {
    const rows = ['R1,speed,4', 'R1,ease,5', 'R2,speed,1', 'R1,speed,4', 'R9,speed,2', 'R2,ease,1', 'R2,ease,2'];
    const result = await told({ 'aspects.csv': fileOf(ASPECTS, rows) });
    expect(rowsOf(result).aspects.toSorted()).toEqual([
      [1, 'speed', 1],
      [5, 'ease', 5],
      [5, 'speed', 4],
    ]);
    expect(setAsideOf(result)).toEqual({
      'a rating in a response that is not in the data': 1,
      'a rating that appears again': 1,
      'two ratings of one aspect in the same response': 2,
    });
  });

  test('may stand in the rows of responses, on a scale of their own', async () => {
    const files = { 'survey.csv': 'id,when,overall,Q1,Q2,Q3,Q4\nS1,2026-01-09,4,7,2,5,3\nS2,2026-01-09,,,,1,\n' };
    const survey = {
      glob: 'survey.csv',
      kind: 'responses',
      fields: { response_id: 'id', submitted_at: 'when', csat: 'overall' },
      items: [
        { column: 'Q1', aspect: 'speed', scale: { min: 0, max: 10 } },
        { aspects: ['Q2', { column: 'Q3', aspect: 'ease' }] },
        { column: 'Q4', touchpoint: 'Shop' },
      ],
    };
    const result = await told(files, { sources: [survey] });
    const { responses } = result.dataset;
    const aspects = result.dataset.aspects as AspectTable;
    const { score, aspect } = aspects.columns as { score: ScoreColumn; aspect: CategoryColumn };
    const rows = Array.from({ length: aspects.rows }, (_, row) => [
      responses?.columns.csat?.values[aspects.response[row] as number],
      responses?.item[aspects.response[row] as number],
      wordAt(aspect, row),
      score.values[row],
      score.scales[score.scale[row] as number]?.max,
    ]);
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(
      expect.arrayContaining([
        [4, 0, 'Q2', 2, 5],
        [4, 0, 'ease', 5, 5],
        [4, 0, 'speed', 7, 10],
        [Number.NaN, 0, 'ease', 1, 5],
      ]),
    );
  });

  test('that stand in a response and in a table of their own must agree', async () => {
    const survey = {
      glob: 'survey.csv',
      kind: 'responses',
      fields: { response_id: 'id', submitted_at: 'when', csat: 'overall' },
      items: [{ aspects: ['speed', 'ease'] }],
    };
    const result = await told(
      {
        'survey.csv': 'id,when,overall,speed,ease\nS1,2026-01-09,4,2,5\n',
        'aspects.csv': fileOf(ASPECTS, ['S1,speed,2', 'S1,ease,4']),
      },
      { sources: [survey] },
    );
    expect(rowsOf(result).aspects).toEqual([[4, 'speed', 2]]);
    expect(setAsideOf(result)).toEqual({
      'a rating that appears again': 1,
      'two ratings of one aspect in the same response': 1,
    });
  });

  test('outside their scale are refused; another scale is declared', async () => {
    const text = fileOf(ASPECTS, ['R1,speed,7']);
    expect((await mistakeOf({ 'a.csv': text })).details).toMatchObject({ expected: 'a number from 1 to 5' });
    const fields = {
      response_id: 'response_id',
      aspect: 'aspect',
      score: { column: 'score', scale: { min: 1, max: 7 } },
    };
    const result = await told({ 'a.csv': text }, { sources: [{ glob: 'a.csv', kind: 'aspects', fields }] });
    expect(result.dataset.aspects?.columns.score?.scales).toEqual([{ min: 1, max: 7, positiveFrom: 6 }]);
  });
});

function rowOfScore({ dataset }: Assembled, score: number): number {
  return dataset.responses?.columns.csat?.values.indexOf(score) ?? -1;
}

const ROWS = {
  events: [
    'T1,2026-01-03 10:00,status_changed,pending,solved',
    'T1,2026-01-03 10:00,assigned,,Support',
    'T1,2026-01-03 10:00,assigned,,Sales',
    'T1,2026-01-03 10:00,assigned,,Sales',
    'T2,2026-01-03 10:00,bot_message,,',
    'T9,2026-01-03 10:00,assigned,,',
  ],
  touchpoints: ['C1,2026-02-02,Use,Care,customer', 'C1,2026-02-02,Use,,', 'C2,2026-02-02,Use,,', 'C2,2026-02-02,Use,,'],
  actions: [
    'R1,2026-01-05,changed,x',
    'R1,2026-01-05,coded,x',
    'R2,2026-01-05,coded,x',
    'R1,2026-01-05,coded,y',
    'R8,2026-01-05,coded,y',
  ],
  aspects: ['R1,speed,4', 'R1,ease,5', 'R2,speed,1', 'R1,speed,4', 'R2,ease,1', 'R2,ease,2'],
};
const HEADERS = { events: EVENTS, touchpoints: TOUCHPOINTS, actions: ACTIONS, aspects: ASPECTS };
type Rows = Readonly<Record<keyof typeof ROWS, readonly string[]>>;

const filesOf = (rows: Rows, suffix = '') =>
  Object.fromEntries(
    (Object.keys(ROWS) as (keyof Rows)[]).map((table) => [
      `${table}${suffix}.csv`,
      fileOf(HEADERS[table], rows[table]),
    ]),
  );
const shuffled = fc.record(
  Object.fromEntries(
    Object.entries(ROWS).map(([table, rows]) => [table, fc.shuffledSubarray(rows, { minLength: rows.length })]),
  ),
) as unknown as fc.Arbitrary<Rows>;

describe('tables that tell more of others', () => {
  test('are the same whatever the order of rows, from one file and from two, on several threads too', async () => {
    const expected = await told(filesOf(ROWS));
    const shown = (assembled: Assembled) => ({ rows: rowsOf(assembled), setAside: setAsideOf(assembled) });
    const threads = new Threads(2);
    expect(shown(await told(filesOf(ROWS), {}, threads))).toEqual(shown(expected));
    await threads.close();
    await fc.assert(
      fc.asyncProperty(shuffled, fc.nat(6), async (rows, cut) => {
        const part = (from: number, to?: number) =>
          Object.fromEntries(
            Object.entries(rows).map(([table, all]) => [table, all.slice(from, to)]),
          ) as unknown as Rows;
        const split = { ...filesOf(part(0, cut)), ...filesOf(part(cut), '-2') };
        expect(shown(await told(split))).toEqual(shown(expected));
      }),
      { numRuns: 15 },
    );
  });

  test('lose no row: what is read is kept or set aside', async () => {
    const { accounts, setAside, dataset } = await told(filesOf(ROWS));
    for (const [file, account] of accounts.entries()) {
      const table = dataset[account.kind as 'actions'];
      const later = setAside.filter((entry) => entry.file === file).reduce((sum, { count }) => sum + count, 0);
      const before = account.setAside.reduce((sum, { count }) => sum + count, 0);
      expect([account.path, account.read]).toEqual([account.path, (table?.rows ?? 0) + later + before]);
    }
  });

  test('say which fields are supplied', async () => {
    const { dataset } = await told(filesOf(ROWS));
    const { actions, aspects, ticket_events, touchpoints } = dataset;
    expect([hasField(actions, 'action_at'), hasField(actions, 'response_id')]).toEqual([true, true]);
    expect([hasField(ticket_events, 'ticket_id'), hasField(touchpoints, 'customer_id')]).toEqual([true, true]);
    expect(hasField(aspects, 'score')).toBe(true);
    expect(hasField((await told({})).dataset.aspects, 'response_id')).toBe(false);
  });

  test('do not move the days that the data cover', async () => {
    const late = { ...ROWS, events: ['T1,2027-01-01,confirmed,,'], actions: ['R1,2027-01-01,coded,'] };
    const { coverage, extractEnd } = (await told(filesOf(late))).dataset;
    expect({ coverage, extractEnd }).toEqual(
      (({ coverage, extractEnd }) => ({ coverage, extractEnd }))((await told({})).dataset),
    );
  });

  test('may have other headers, words and zones that sources.yaml explains', async () => {
    const sources = [
      {
        glob: 'e.csv',
        kind: 'ticket_events',
        time_zone: 'Europe/Paris',
        fields: {
          ticket_id: 'case',
          at: 'when',
          type: { column: 'what', values: { handover: 'assigned', state: 'status_changed' } },
          to: { column: 'new', values: { fertig: 'solved' } },
        },
      },
      {
        glob: 't.csv',
        kind: 'touchpoints',
        fields: { customer_id: 'who', at: 'when', initiated_by: { constant: 'company' } },
      },
      {
        glob: 'a.csv',
        kind: 'actions',
        fields: { response_id: 'id', action_at: 'when', action: { column: 'what', values: { called: 'contacted' } } },
      },
    ];
    const result = await told(
      {
        'e.csv': 'case,when,what,new\nT1,2026-01-02 10:00,handover,Care\nT1,2026-01-02 11:00,state,fertig\n',
        't.csv': 'who,when\nC1,2026-01-02\n',
        'a.csv': 'id,when,what\nR1,2026-01-02,called\n',
      },
      { sources },
    );
    const { events, touchpoints, actions } = rowsOf(result);
    expect(events.map((row) => row.slice(1))).toEqual([
      ['01-02T09:00', 'assigned', null, 'Care'],
      ['01-02T10:00', 'status_changed', null, 'solved'],
    ]);
    expect(touchpoints[0]?.[4]).toBe('company');
    expect(actions).toEqual([[5, '01-02T00:00', 'contacted']]);
  });

  test('are not seen in tickets and answers that happen to have their headers', async () => {
    const { parts } = await read({
      'a.csv': 'ticket_id,created_at,at,type\n1,2026-01-01,x,y\n',
      'b.csv': 'response_id,submitted_at,csat,aspect,score\n1,2026-01-01,3,x,y\n',
    });
    expect(parts.map(({ table }) => table)).toEqual(['tickets', 'responses']);
  });

  test('hold names of the language and formulas as text', async () => {
    const rows = ['T1,2026-01-02,assigned,__proto__,constructor', "T1,2026-01-03,assigned,=cmd|'/c calc'!A1,"];
    const { events } = rowsOf(await told({ 'e.csv': fileOf(EVENTS, rows) }));
    expect(events.map((row) => row.slice(3))).toEqual([
      ['__proto__', 'constructor'],
      ["=cmd|'/c calc'!A1", null],
    ]);
  });
});
