import { expect, test } from 'vitest';
import type { Files } from '../ingest/data-folder-for-tests.ts';
import { PATIENT, runCommand } from './run-for-tests.ts';

const check = (files: Files, ...flags: string[]) => runCommand('data-check.ts', files, ...flags);

const FILES = {
  'content/report.yaml': 'time_zone: Europe/Lisbon\n',
  'data/survey.csv': 'submitted_at;csat;comment\n2026-01-01;5;fine\n2026-01-02;;\n',
};

test('says how each file was understood', PATIENT, async () => {
  const { status, stdout, stderr } = await check(FILES);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(
    [
      'survey.csv',
      '  kind             responses; has the headers submitted_at and one of csat, nps, ces, emotion',
      '  encoding         UTF-8',
      '  delimiter        semicolon',
      '  time zone        Europe/Lisbon (the report’s zone)',
      '  columns used     submitted_at, csat, comment',
      '  columns ignored  none',
      '  rows             2 read = 1 kept + 1 set aside',
      '                   1: no score (first: record 2)',
      '',
      '1 file: 2 rows read = 1 kept + 1 set aside',
      '',
    ].join('\n'),
  );
});

test('counts the rows that repeat those of another file', PATIENT, async () => {
  const rows = 'ticket_id,created_at\n1,2026-01-01T10:00:00Z\n2,2026-01-02T10:00:00Z\n';
  const { stdout } = await check({ 'data/a.csv': rows, 'data/b.csv': rows });
  expect(stdout).toContain('2: an earlier state of a ticket that appears again');
  expect(stdout).toContain('2 files: 4 rows read = 2 kept + 2 set aside');
});

test('says so for machines too', PATIENT, async () => {
  const { stdout } = await check(FILES, '--json');
  expect(JSON.parse(stdout)).toMatchObject([{ path: 'survey.csv', kind: 'responses', read: 2, kept: 1 }]);
});

test('ends with code 1 and the mistakes when something has to be mended', PATIENT, async () => {
  const { status, stdout, stderr } = await check({ 'data/survey.csv': 'submitted_at,csat\n2026-01-01,11\n' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('where:    survey.csv, record 1, csat');
  expect(stderr).not.toMatch(/^ +at /m);
});
