/**
 * Real export files that anybody can look at, where they are present: `TRIPTYCH_PUBLIC_SAMPLES` names their folder.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accountOf, type Expected, valuesOf } from './formats/expected-for-tests.ts';

const FOLDER = resolve(process.env.TRIPTYCH_PUBLIC_SAMPLES ?? join(import.meta.dirname, '../../../shared/samples'));

const csat = (column: string, scale?: { min: number; max: number; positive_from?: number }) => ({
  kind: 'export',
  scores: { csat: scale === undefined ? column : { column, scale } },
});

const EXPECTED: Readonly<Record<string, Expected>> = {
  'boston311/boston311-100.csv': {
    format: 'boston-311',
    kind: 'tickets',
    read: 100,
    kept: 96,
    setAside: { 'marked as a duplicate': 4 },
  },
  'cfpb/complaints_multiline-quotes.csv': { format: 'cfpb', kind: 'tickets', read: 10, kept: 10 },
  'nyc311/NYC311-5.semicolon.csv': { format: 'nyc-311', kind: 'tickets', read: 5, kept: 5 },
  'nyc311/nyc311-100.csv': {
    format: 'nyc-311',
    kind: 'tickets',
    read: 100,
    kept: 100,
    notes: ['tickets with a date without a time of day beside a moment'],
  },
  'qualtrics/legacy-exporter_3hdr_python-style-ImportId.csv': {
    format: 'qualtrics',
    kind: 'responses',
    read: 10,
    kept: 0,
    setAside: { test: 10 },
  },
  'qualtrics/same-survey_insights_3hdr.csv': {
    format: 'qualtrics',
    kind: 'responses',
    read: 25,
    kept: 0,
    setAside: { test: 25 },
  },
  'qualtrics/modern_3hdr_de-labels_numeric-values.csv': {
    format: 'qualtrics',
    refused: 'nothing in it says which column is a score',
  },
  'servicenow/incident_event_log_excerpt_question-mark-nulls_dmy.csv': {
    format: 'servicenow',
    kind: 'tickets',
    read: 198,
    kept: 32,
    setAside: { 'an earlier update of the same ticket': 166 },
    rows: [{ created_at: '2016-02-29T01:16:00.000Z', resolved_at: '2016-02-29T11:29:00.000Z', status: 'closed' }],
  },
  'surveymonkey/steak-risk-survey_2hdr_html-in-header.csv': {
    format: 'surveymonkey',
    refused: 'nothing in it says which column is a score',
  },
  'surveymonkey/weather-check_1hdr_dash-as-missing.csv': {
    format: 'surveymonkey',
    refused: 'nothing in it says which column is a score',
  },
};

describe.skipIf(!existsSync(FOLDER))('public samples', () => {
  test.each(Object.entries(EXPECTED))('%s', async (name, expected) => {
    const found = await accountOf(join(FOLDER, name), expected.sources);
    if (expected.refused !== undefined) {
      expect(found).toMatchObject({ refused: expect.stringContaining(expected.refused) });
      return;
    }
    const { format, kind, read, kept, setAside = {} } = expected;
    expect(found).toEqual({ format, kind, read, kept, setAside });
    const { rows, notes } = await valuesOf(join(FOLDER, name), expected.sources);
    for (const [index, row] of (expected.rows ?? []).entries()) expect(rows[index]).toMatchObject(row);
    for (const note of expected.notes ?? []) expect(notes.join('\n')).toContain(note);
  });

  test('tests of a survey can be kept', async () => {
    const name = join(FOLDER, 'qualtrics/legacy-exporter_3hdr_python-style-ImportId.csv');
    const found = await accountOf(name, { kind: 'export', keep: ['test'] });
    expect(found).toMatchObject({ refused: expect.stringContaining('which column is a score') });
  });

  test('a response is read once somebody says which question is the score', async () => {
    const name = join(FOLDER, 'qualtrics/modern_3hdr_de-labels_numeric-values.csv');
    const refusal = await accountOf(name, undefined);
    const column = /numbers from 0 to 10: ([^,\n]+)/.exec((refusal as { refused: string }).refused)?.[1] as string;
    expect(await accountOf(name, csat(column, { min: 0, max: 10, positive_from: 9 }))).toMatchObject({
      format: 'qualtrics',
      read: 1,
      kept: 1,
    });
  });
});
