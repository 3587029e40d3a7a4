import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { pathText } from './explain.ts';
import { Mistake, Mistakes } from './mistake.ts';
import { reportSchema } from './report.schema.ts';
import { sourcesSchema } from './sources.schema.ts';
import { parseConfig } from './yaml.ts';

function messagesOf(schema: z.ZodType, text: string): string[] {
  try {
    parseConfig(schema, text, 'the.yaml');
  } catch (error) {
    if (error instanceof Mistakes) return error.mistakes.map(({ message }) => message);
    if (error instanceof Mistake) return [error.message];
    throw error;
  }
  return [];
}

/** What the writer of `content/report.yaml` is told, all of it. */
function told(text: string): string {
  return messagesOf(reportSchema, text).join('\n\n');
}

/** What the data team is told of one entry of `data/sources.yaml`, written with the indentation of an entry. */
function toldOfEntry(lines: string): string {
  return messagesOf(sourcesSchema, `sources:\n  - ${lines.trim().replaceAll('\n', '\n    ')}\n`).join('\n\n');
}

function message(...lines: string[]): string {
  return lines.join('\n');
}

describe('mistakes of writers in report.yaml', () => {
  test('a misspelt setting', () => {
    expect(told('titel: Our customers')).toBe(
      message(
        '“titel” is not a setting of this file.',
        '  where:    the.yaml, line 1, column 1, titel',
        '  to do:    Write “title”',
      ),
    );
  });

  test('a misspelt setting beside the right one', () => {
    expect(told('coverage:\n  from: 2026-01-01\n  form: 2026-01-01')).toBe(
      message(
        '“form” is not a setting of “coverage”.',
        '  where:    the.yaml, line 3, column 3, coverage.form',
        '  to do:    Remove it, for “from” is there too',
      ),
    );
  });

  test('a setting that does not exist', () => {
    expect(told('events:\n  - {date: 2026-01-01, label: Move, colour: red}')).toBe(
      message(
        '“colour” is not a setting of entry 1 of “events”.',
        '  where:    the.yaml, line 2, column 37, events[0].colour',
        '  expected: link or metrics',
      ),
    );
  });

  test('a setting without a value', () => {
    expect(told('# settings\ntitle:\ngrain: month')).toBe(
      message(
        '“title” has no value.',
        '  where:    the.yaml, line 2, column 1, title',
        '  found:    nothing',
        '  expected: text',
        '  to do:    Write one after the colon, or remove the line',
      ),
    );
  });

  test('an empty text', () => {
    expect(told('title: ""')).toBe(
      message(
        '“title” is empty.',
        '  where:    the.yaml, line 1, column 8, title',
        '  found:    ""',
        '  expected: text',
      ),
    );
  });

  test('a number where text is wanted', () => {
    expect(told('title: 2026')).toBe(
      message(
        '“title” must be text.',
        '  where:    the.yaml, line 1, column 8, title',
        '  found:    2026',
        '  expected: text',
        '  to do:    Put it in quotes, so that YAML takes it for text',
      ),
    );
  });

  test('a text that is too long', () => {
    expect(told(`events:\n  - date: 2026-01-01\n    label: ${'long '.repeat(20).trim()}`)).toBe(
      message(
        '“label” is too long.',
        '  where:    the.yaml, line 3, column 12, events[0].label',
        `  found:    ${'long '.repeat(20).trim()}`,
        '  expected: at most 80 characters',
      ),
    );
  });

  test('a choice that is nearly right', () => {
    expect(told('grain: quarterly')).toBe(
      message(
        '“grain” cannot be used.',
        '  where:    the.yaml, line 1, column 8, grain',
        '  found:    quarterly',
        '  expected: year, quarter or month',
        '  to do:    Write “quarter”',
      ),
    );
  });

  test('a choice that does not exist', () => {
    expect(told('fcr_window_days: 21')).toBe(
      message(
        '“fcr_window_days” cannot be used.',
        '  where:    the.yaml, line 1, column 18, fcr_window_days',
        '  found:    21',
        '  expected: 7, 14 or 30',
      ),
    );
  });

  test('a number below the limit', () => {
    expect(told('minimum_base: 5')).toBe(
      message(
        '“minimum_base” is too small.',
        '  where:    the.yaml, line 1, column 15, minimum_base',
        '  found:    5',
        '  expected: 10 or more',
      ),
    );
  });

  test('a number with a fraction', () => {
    expect(told('minimum_base: 12.5')).toBe(
      message(
        '“minimum_base” must be a whole number.',
        '  where:    the.yaml, line 1, column 15, minimum_base',
        '  found:    12.5',
        '  expected: a whole number',
      ),
    );
  });

  test('a number in quotes', () => {
    expect(told('minimum_base: "20"')).toBe(
      message(
        '“minimum_base” must be a number.',
        '  where:    the.yaml, line 1, column 15, minimum_base',
        '  found:    "20"',
        '  expected: a whole number',
        '  to do:    Remove the quotes',
      ),
    );
  });

  test('a target in per cent', () => {
    expect(told('targets:\n  csat: 80%')).toBe(
      message(
        '“csat” must be a number.',
        '  where:    the.yaml, line 2, column 9, targets.csat',
        '  found:    80%',
        '  expected: a number',
        '  to do:    Write the share as a number: 0.8',
      ),
    );
  });

  test('a margin of nothing', () => {
    expect(told('margins: {nps: 0}')).toBe(
      message(
        '“nps” is too small.',
        '  where:    the.yaml, line 1, column 16, margins.nps',
        '  found:    0',
        '  expected: more than 0',
      ),
    );
  });

  test('a time zone by its city', () => {
    expect(told('time_zone: new york')).toBe(
      message(
        '“time_zone” cannot be used.',
        '  where:    the.yaml, line 1, column 12, time_zone',
        '  found:    new york',
        '  expected: a time zone by its IANA name, such as Europe/London',
        '  to do:    Write “America/New_York”',
      ),
    );
  });

  test('a language tag with an underscore', () => {
    expect(told('locale: en_GB')).toBe(
      message(
        '“locale” cannot be used.',
        '  where:    the.yaml, line 1, column 9, locale',
        '  found:    en_GB',
        '  expected: a language tag such as en-GB',
        '  to do:    Write “en-GB”',
      ),
    );
  });

  test('one holiday that is not in a list', () => {
    expect(told('holidays: 2026-12-25')).toBe(
      message(
        '“holidays” must be a list.',
        '  where:    the.yaml, line 1, column 11, holidays',
        '  found:    2026-12-25',
        '  expected: a list',
        '  to do:    Write each entry on a line of its own after “- ”, or all of them in square brackets',
      ),
    );
  });

  test('a date in another order, and one that does not exist', () => {
    expect(told('holidays:\n  - 25/12/2026\n  - 2026-02-30')).toBe(
      message(
        'Entry 1 of “holidays” cannot be used.',
        '  where:    the.yaml, line 2, column 5, holidays[0]',
        '  found:    25/12/2026',
        '  expected: a date such as 2026-03-12',
        '',
        'Entry 2 of “holidays” cannot be used.',
        '  where:    the.yaml, line 3, column 5, holidays[1]',
        '  found:    2026-02-30',
        '  expected: a date such as 2026-03-12',
      ),
    );
  });

  test('the same holiday, stage or event twice', () => {
    const twice = told(
      message(
        'holidays: [2026-12-25, 2026-12-25]',
        'stages: [Buy, Use, "buy "]',
        'events:',
        '  - {date: 2026-01-01, label: New phones}',
        '  - {date: 2026-01-02, label: New phones}',
        '  - {date: 2026-01-01, label: new phones}',
      ),
    );
    expect(twice).toBe(
      message(
        'Entry 2 of “holidays” repeats entry 1.',
        '  where:    the.yaml, line 1, column 24, holidays[1]',
        '  found:    2026-12-25',
        '  expected: each entry once',
        '  to do:    Remove one of the two',
        '',
        'Entry 3 of “stages” repeats entry 1.',
        '  where:    the.yaml, line 2, column 20, stages[2]',
        '  found:    "buy "',
        '  expected: each entry once',
        '  to do:    Remove one of the two',
        '',
        'Entry 3 of “events” repeats entry 1.',
        '  where:    the.yaml, line 6, column 5, events[2]',
        '  found:    {date: 2026-01-01, label: new phones}',
        '  expected: each entry once',
        '  to do:    Remove one of the two',
      ),
    );
  });

  test('coverage that ends before it begins', () => {
    expect(told('coverage:\n  from: 2026-03-01\n  to: 2026-02-28')).toBe(
      message(
        '“to” is too early.',
        '  where:    the.yaml, line 3, column 7, coverage.to',
        '  found:    2026-02-28',
        '  expected: 2026-03-01 or a later day',
      ),
    );
  });

  test('an event without its date', () => {
    expect(told('events:\n  - label: New phones')).toBe(
      message(
        '“date” is missing.',
        '  where:    the.yaml, line 2, column 5, events[0].date',
        '  found:    nothing',
        '  expected: a date such as 2026-03-12',
        '  to do:    Add “date: …”',
      ),
    );
  });

  test('an event as a mere sentence', () => {
    expect(told('events:\n  - New phones')).toBe(
      message(
        'Entry 1 of “events” must be a group of settings.',
        '  where:    the.yaml, line 2, column 5, events[0]',
        '  found:    New phones',
        '  expected: a group with “date” and “label”',
      ),
    );
  });

  test('a link that is none, or runs a script', () => {
    const link = (address: string): string => told(`events:\n  - {date: 2026-01-01, label: Move, link: "${address}"}`);
    expect(link('www.example.org')).toBe(
      message(
        '“link” cannot be used.',
        '  where:    the.yaml, line 2, column 43, events[0].link',
        '  found:    "www.example.org"',
        '  expected: a web address such as https://example.org/page',
      ),
    );
    expect(link('javascript:alert(1)')).toContain('“link” cannot be used');
    expect(link('https://example.org/a')).toBe('');
  });

  test('opening hours in every wrong way', () => {
    const hours = told(
      message(
        'business_hours:',
        '  monday: [["9:00", "17:00"]]',
        '  tuesday: [["09:00"]]',
        '  wednesday: [["17:00", "09:00"]]',
        '  thursday: [["09:00", "12:30"], ["12:00", "17:00"]]',
        '  friday: 9-5',
        '  saturday: [[9, "12:00"]]',
        '  sonday: []',
      ),
    );
    expect(hours).toBe(
      message(
        'Entry 1 of entry 1 of “monday” cannot be used.',
        '  where:    the.yaml, line 2, column 13, business_hours.monday[0][0]',
        '  found:    "9:00"',
        '  expected: a time such as 09:00, or 24:00 for the end of the day',
        '',
        'Entry 1 of “tuesday” has too few entries.',
        '  where:    the.yaml, line 3, column 13, business_hours.tuesday[0]',
        '  found:    ["09:00"]',
        '  expected: two times such as ["09:00", "17:00"]',
        '',
        'Entry 1 of “wednesday” cannot be used.',
        '  where:    the.yaml, line 4, column 15, business_hours.wednesday[0]',
        '  found:    ["17:00", "09:00"]',
        '  expected: a second time later than the first',
        '',
        '“thursday” cannot be used.',
        '  where:    the.yaml, line 5, column 13, business_hours.thursday',
        '  found:    [["09:00", "12:30"], ["12:00", "17:00"]]',
        '  expected: intervals that do not overlap',
        '',
        '“friday” must be a list.',
        '  where:    the.yaml, line 6, column 11, business_hours.friday',
        '  found:    9-5',
        '  expected: a list',
        '  to do:    Write each entry on a line of its own after “- ”, or all of them in square brackets',
        '',
        'Entry 1 of entry 1 of “saturday” must be text.',
        '  where:    the.yaml, line 7, column 15, business_hours.saturday[0][0]',
        '  found:    9',
        '  expected: a time such as 09:00, or 24:00 for the end of the day',
        '  to do:    Put it in quotes, so that YAML takes it for text',
        '',
        '“sonday” is not a setting of “business_hours”.',
        '  where:    the.yaml, line 8, column 3, business_hours.sonday',
        '  to do:    Write “sunday”',
      ),
    );
  });

  test('departments with hours of their own in every wrong way', () => {
    const hours = told(
      message(
        'department_hours:',
        '  Billing: {monday: [["08:00", "25:00"]]}',
        '  Help desk: {holidays: [2026-12-25]}',
        '  help  desk: {monday: [["08:00", "20:00"]]}',
      ),
    );
    expect(hours).toBe(
      message(
        'Entry 2 of entry 1 of “monday” cannot be used.',
        '  where:    the.yaml, line 2, column 32, department_hours.Billing.monday[0][1]',
        '  found:    "25:00"',
        '  expected: a time such as 09:00, or 24:00 for the end of the day',
        '',
        '“Help desk” cannot be used.',
        '  where:    the.yaml, line 3, column 14, department_hours["Help desk"]',
        '  found:    {holidays: [2026-12-25]}',
        '  expected: opening hours on at least one day',
        '',
        '“help  desk” is the same department as “Help desk”.',
        '  where:    the.yaml, line 4, column 15, department_hours["help  desk"]',
        '  found:    {monday: [["08:00", "20:00"]]}',
        '  expected: each department once',
        '  to do:    Remove one of the two',
      ),
    );
  });

  test('hours of a department without the hours of all others', () => {
    expect(told('department_hours:\n  Billing: {monday: [["08:00", "20:00"]]}')).toBe(
      message(
        '“department_hours” needs “business_hours”.',
        '  where:    the.yaml, line 2, column 3, department_hours',
        '  found:    Billing: {monday: [["08:00", "20:00"]]}',
        '  expected: opening hours for all other departments beside them',
        '  to do:    Add “business_hours: …”',
      ),
    );
  });

  test('a list where names are wanted', () => {
    expect(told('targets: [csat]')).toBe(
      message(
        '“targets” must be lines of “name: value”.',
        '  where:    the.yaml, line 1, column 10, targets',
        '  found:    [csat]',
        '  expected: lines of “name: value”, each value a number',
      ),
    );
  });

  test('a file that is no group of settings', () => {
    expect(told('Our customers')).toBe(
      message(
        'The file must be a group of settings.',
        '  where:    the.yaml, line 1, column 1',
        '  found:    Our customers',
        '  expected: a group with names such as “title”',
      ),
    );
  });

  test('a repeated name is told together with everything else, in the order of the lines', () => {
    expect(told('grain: week\ntitle: a\ntitle: b\nminimum_base: 1').match(/^\S.*/gm)).toEqual([
      '“grain” cannot be used.',
      '“title” is written twice.',
      '“minimum_base” is too small.',
    ]);
  });
});

describe('mistakes of data teams in sources.yaml', () => {
  test('a list without dashes', () => {
    expect(messagesOf(sourcesSchema, 'sources:\n  glob: a.csv\n  kind: tickets')).toEqual([
      message(
        '“sources” must be a list.',
        '  where:    the.yaml, line 2, column 3, sources',
        '  found:    glob: a.csv kind: tickets',
        '  expected: a list',
        '  to do:    Write “- ” before the first line of each entry',
      ),
    ]);
  });

  test('a kind that is missing, or misspelt', () => {
    expect(toldOfEntry('glob: a.csv')).toBe(
      message(
        '“kind” is missing.',
        '  where:    the.yaml, line 2, column 5, sources[0].kind',
        '  found:    nothing',
        '  expected: tickets, responses, customers, comment_codes, ticket_events, touchpoints, actions, aspects, margins, export or ignore',
        '  to do:    Add “kind: …”',
      ),
    );
    expect(toldOfEntry('glob: a.csv\nkind: ticket')).toBe(
      message(
        '“kind” cannot be used.',
        '  where:    the.yaml, line 3, column 11, sources[0].kind',
        '  found:    ticket',
        '  expected: tickets, responses, customers, comment_codes, ticket_events, touchpoints, actions, aspects, margins, export or ignore',
        '  to do:    Write “tickets”',
      ),
    );
  });

  test('no fields', () => {
    expect(toldOfEntry('kind: tickets\nglob: a.csv')).toBe(
      message(
        '“fields” is missing.',
        '  where:    the.yaml, line 2, column 5, sources[0].fields',
        '  found:    nothing',
        '  expected: a group with “ticket_id” and “created_at”',
        '  to do:    Add “fields: …”',
      ),
    );
  });

  test('a field that is missing', () => {
    expect(toldOfEntry('kind: tickets\nglob: a.csv\nfields:\n  ticket_id: Id')).toBe(
      message(
        '“created_at” is missing.',
        '  where:    the.yaml, line 4, column 5, sources[0].fields.created_at',
        '  found:    nothing',
        '  expected: the header of a column, a group with “column”, a group with “constant” or a group with “file_name”',
        '  to do:    Add “created_at: …”',
      ),
    );
  });

  test('a misspelt field is one mistake, although the right one is missing', () => {
    expect(toldOfEntry('kind: tickets\nglob: a.csv\nfields:\n  ticket_id: Id\n  created: Created')).toBe(
      message(
        '“created” is not a setting of “fields”.',
        '  where:    the.yaml, line 6, column 7, sources[0].fields.created',
        '  to do:    Write “created_at”',
      ),
    );
  });

  test('a header that is a number', () => {
    expect(toldOfEntry('kind: customers\nglob: a.csv\nfields:\n  customer_id: 5')).toBe(
      message(
        '“customer_id” cannot be used.',
        '  where:    the.yaml, line 5, column 20, sources[0].fields.customer_id',
        '  found:    5',
        '  expected: the header of a column, a group with “column”, a group with “constant” or a group with “file_name”',
        '  to do:    Put it in quotes, so that YAML takes it for text',
      ),
    );
  });

  test('a misspelt name inside a field: the way of writing it that was meant is found', () => {
    expect(toldOfEntry('kind: customers\nglob: a.csv\nfields:\n  customer_id: {colum: Id, missing: [0]}')).toBe(
      message(
        '“colum” is not a setting of “customer_id”.',
        '  where:    the.yaml, line 5, column 21, sources[0].fields.customer_id.colum',
        '  to do:    Write “column”',
      ),
    );
  });

  test('a constant that is a list', () => {
    expect(toldOfEntry('kind: customers\nglob: a.csv\nfields:\n  customer_id: {constant: [a]}')).toBe(
      message(
        '“constant” cannot be used.',
        '  where:    the.yaml, line 5, column 31, sources[0].fields.customer_id.constant',
        '  found:    [a]',
        '  expected: text, a number or true or false',
      ),
    );
  });

  test('a pattern without a group, or without a bracket', () => {
    const pattern = (text: string): string =>
      toldOfEntry(`kind: customers\nglob: a.csv\nfields:\n  customer_id: {file_name: '${text}'}`);
    const refused = (text: string): string =>
      message(
        '“file_name” cannot be used.',
        '  where:    the.yaml, line 5, column 32, sources[0].fields.customer_id.file_name',
        `  found:    '${text}'`,
        '  expected: a regular expression with one group in round brackets, such as wave-(\\d+)',
      );
    expect(pattern('wave-\\d+')).toBe(refused('wave-\\d+'));
    expect(pattern('wave-(\\d+')).toBe(refused('wave-(\\d+'));
    expect(pattern('(a)(b)')).toBe(refused('(a)(b)'));
    expect(pattern('wave-(\\d+)')).toBe('');
  });

  test('a scale upside down, and a threshold beside it', () => {
    const scale = (text: string): string =>
      toldOfEntry(
        `kind: responses\nglob: a.csv\nfields:\n  submitted_at: When\n  csat: {column: Q1, scale: {${text}}}`,
      );
    expect(scale('min: 5, max: 1')).toBe(
      message(
        '“max” is too small.',
        '  where:    the.yaml, line 6, column 47, sources[0].fields.csat.scale.max',
        '  found:    1',
        '  expected: more than 5',
      ),
    );
    expect(scale('min: 1, max: 5, positive_from: 9')).toBe(
      message(
        '“positive_from” is not on the scale.',
        '  where:    the.yaml, line 6, column 65, sources[0].fields.csat.scale.positive_from',
        '  found:    9',
        '  expected: 1 to 5',
      ),
    );
    expect(scale('min: 1, max: five')).toBe(
      message(
        '“max” must be a number.',
        '  where:    the.yaml, line 6, column 47, sources[0].fields.csat.scale.max',
        '  found:    five',
        '  expected: a number',
      ),
    );
  });

  test('an item without its touchpoint, and a list of columns with one', () => {
    expect(
      toldOfEntry(
        message(
          'kind: responses',
          'glob: a.csv',
          'fields: {submitted_at: When}',
          'items:',
          '  - {column: Q1}',
          '  - {columns: [Q2], touchpoint: Shop}',
          '  - Q3',
        ),
      ),
    ).toBe(
      message(
        '“touchpoint” is missing.',
        '  where:    the.yaml, line 6, column 9, sources[0].items[0].touchpoint',
        '  found:    nothing',
        '  expected: text',
        '  to do:    Add “touchpoint: …”',
        '',
        '“touchpoint” is not a setting of entry 2 of “items”.',
        '  where:    the.yaml, line 7, column 25, sources[0].items[1].touchpoint',
        '  expected: score, scale or missing',
        '',
        'Entry 3 of “items” cannot be used.',
        '  where:    the.yaml, line 8, column 9, sources[0].items[2]',
        '  found:    Q3',
        '  expected: a group with “column” and “touchpoint”, a group with “columns”, a group with “column” and “aspect” or a group with “aspects”',
      ),
    );
  });

  test('a translation into a number', () => {
    expect(toldOfEntry('kind: customers\nglob: a.csv\nfields:\n  customer_id: {column: Id, values: {1: 2}}')).toBe(
      message(
        '“1” must be text.',
        '  where:    the.yaml, line 5, column 45, sources[0].fields.customer_id.values["1"]',
        '  found:    2',
        '  expected: text',
        '  to do:    Put it in quotes, so that YAML takes it for text',
      ),
    );
  });

  test('paths out of the data folder, and other settings of the file', () => {
    expect(
      toldOfEntry(
        message(
          'kind: customers',
          'glob: ../exports/*.csv',
          'delimiter: tab',
          'encoding: latin-9000',
          'time_zone: Europe/Pari',
          'date_order: dym',
          'fields: {customer_id: {column: Id, lookup: {file: /etc/passwd, key: a, value: b}}}',
        ),
      ),
    ).toBe(
      message(
        '“glob” cannot be used.',
        '  where:    the.yaml, line 3, column 11, sources[0].glob',
        '  found:    ../exports/*.csv',
        '  expected: a path inside the data folder, with forward slashes',
        '',
        '“delimiter” is too long.',
        '  where:    the.yaml, line 4, column 16, sources[0].delimiter',
        '  found:    tab',
        '  expected: one character, such as ";" (a tab is "\\t" in double quotes)',
        '',
        '“encoding” cannot be used.',
        '  where:    the.yaml, line 5, column 15, sources[0].encoding',
        '  found:    latin-9000',
        '  expected: a text encoding such as utf-8 or windows-1252',
        '',
        '“time_zone” cannot be used.',
        '  where:    the.yaml, line 6, column 16, sources[0].time_zone',
        '  found:    Europe/Pari',
        '  expected: a time zone by its IANA name, such as Europe/London',
        '  to do:    Write “Europe/Paris”',
        '',
        '“date_order” cannot be used.',
        '  where:    the.yaml, line 7, column 17, sources[0].date_order',
        '  found:    dym',
        '  expected: ymd, dmy or mdy',
        '  to do:    Write “ymd”',
        '',
        '“file” cannot be used.',
        '  where:    the.yaml, line 8, column 55, sources[0].fields.customer_id.lookup.file',
        '  found:    /etc/passwd',
        '  expected: a path inside the data folder, with forward slashes',
      ),
    );
  });

  test('a file left out without a reason', () => {
    expect(toldOfEntry('kind: ignore\nglob: a.csv')).toBe(
      message(
        '“reason” is missing.',
        '  where:    the.yaml, line 2, column 5, sources[0].reason',
        '  found:    nothing',
        '  expected: text',
        '  to do:    Add “reason: …”',
      ),
    );
  });

  test('two entries of one kind for the same files; of two kinds they may be', () => {
    const entry = (kind: string, field: string): string => `  - {kind: ${kind}, glob: a.csv, fields: {${field}: x}}\n`;
    const customers = entry('customers', 'customer_id');
    expect(messagesOf(sourcesSchema, `sources:\n${customers}${entry('responses', 'submitted_at')}`)).toEqual([]);
    expect(messagesOf(sourcesSchema, `sources:\n${customers}${customers}`)).toEqual([
      message(
        'Entry 2 of “sources” repeats entry 1.',
        '  where:    the.yaml, line 3, column 5, sources[1]',
        '  found:    {kind: customers, glob: a.csv, fields: {customer_id: x}}',
        '  expected: each entry once',
        '  to do:    Remove one of the two',
      ),
    ]);
  });

  test('a mistake in a repeated part is placed where the part is written', () => {
    const text = message(
      'sources:',
      '  - {kind: customers, glob: a.csv, fields: &f {customer_id: [x]}}',
      '  - {kind: customers, glob: b.csv, fields: *f}',
    );
    const places = messagesOf(sourcesSchema, text).map((told) => /line.*/.exec(told)?.[0]);
    expect(places).toEqual([
      'line 2, column 61, sources[0].fields.customer_id',
      'line 2, column 61, sources[1].fields.customer_id',
    ]);
  });
});

describe('every message', () => {
  test('is free of the words of the schema library', () => {
    const wrong = [
      '[]',
      '1',
      'x',
      'null',
      'true',
      '{}',
      '{column: 1}',
      '[[]]',
      '{a: {b: c}}',
      '-1',
      '2026-01-01',
      '""',
    ];
    const names = [...Object.keys(reportSchema.shape), 'other'];
    const messages = names.flatMap((name) => wrong.flatMap((value) => messagesOf(reportSchema, `${name}: ${value}`)));
    expect(messages.length).toBeGreaterThan(100);
    for (const text of messages) {
      expect(text).not.toMatch(/invalid|undefined|NaN|zod|union|expected: *$|object|array|string|something else/i);
      expect(text).toMatch(/where: {4}the\.yaml, line 1, column \d+/);
    }
  });
});

describe('path of a setting', () => {
  test('reads as in code', () => {
    expect(pathText(['sources', 0, 'fields', 'csat', 'scale', 'max'])).toBe('sources[0].fields.csat.scale.max');
    expect(pathText(['targets', 'my id', '11'])).toBe('targets["my id"]["11"]');
    expect(pathText([])).toBe('');
  });
});
