import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadReportConfig } from './report.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-content-'));
});

afterEach(() => rm(folder, { recursive: true }));

const write = (text: string | Uint8Array): Promise<void> => writeFile(join(folder, 'report.yaml'), text);

describe('settings of a report', () => {
  test('are all defaults without the file, without the folder and in an empty file', async () => {
    const defaults = {
      title: 'Customer report',
      organisation: '',
      locale: 'en-GB',
      time_zone: 'UTC',
      holidays: [],
      breaks: [],
      department_hours: {},
      coverage: {},
      grain: 'quarter',
      stages: [],
      support_departments: [],
      aspects: {
        rational: ['speed', 'ease', 'quality', 'price'],
        emotional: ['valued', 'confident', 'relaxed'],
        interaction: 'interaction',
        personal: 'personal',
        no_repeat: 'no_repeat',
      },
      complaint_categories: [],
      operations_first: ['first_response_median', 'backlog', 'reopen'].flatMap((ahead) =>
        ['csat', 'nps'].map((behind) => ({ ahead, behind })),
      ),
      colours: {},
      targets: {},
      margins: {},
      minimum_base: 10,
      fcr_window_days: 7,
      words: true,
      brand_words: [],
      themes: {},
      quotes: { show: false, most: 6 },
      active_days: 365,
      events: [],
      writing: {
        rules: {
          'bare-number': 'error',
          'direction-word': 'error',
          superlative: 'error',
          'causal-verb': 'error',
          'claim-words': 'warning',
          'missing-headline': 'warning',
          'unknown-abbreviation': 'hint',
          'long-sentence': 'hint',
          readability: 'hint',
        },
        longest_sentence: 35,
        school_years: 12,
        abbreviations: [],
      },
    };
    expect(await loadReportConfig(folder)).toEqual(defaults);
    expect(await loadReportConfig(join(folder, 'missing'))).toEqual(defaults);
    await write('# nothing yet\n');
    expect(await loadReportConfig(folder)).toEqual(defaults);
  });

  test('are what the file says', async () => {
    await write(
      [
        'title: "Customers 2026: a report"',
        'time_zone: Europe/London',
        'business_hours:',
        '  monday: [["09:00", "12:00"], ["13:00", "24:00"]]',
        '  tuesday: [[09:00, 17:00]]',
        'department_hours:',
        '  Billing: {saturday: [["00:00", "24:00"]], holidays: [2026-12-26]}',
        'holidays: [2026-12-25]',
        'coverage: {from: 2026-01-01}',
        'targets: {csat: 0.8}',
        'margins: {nps: 5}',
      ].join('\n'),
    );
    expect(await loadReportConfig(folder)).toMatchObject({
      title: 'Customers 2026: a report',
      time_zone: 'Europe/London',
      business_hours: {
        monday: [
          ['09:00', '12:00'],
          ['13:00', '24:00'],
        ],
        tuesday: [['09:00', '17:00']],
        sunday: [],
      },
      department_hours: { Billing: { monday: [], saturday: [['00:00', '24:00']], holidays: ['2026-12-26'] } },
      holidays: ['2026-12-25'],
      coverage: { from: '2026-01-01' },
      targets: { csat: 0.8 },
      margins: { nps: 5 },
    });
  });

  test('hold events in order of date', async () => {
    await write(
      'events:\n  - {date: 2026-05-01, label: B}\n  - {date: 2025-01-01, label: C}\n  - {date: 2026-05-01, label: A}',
    );
    const { events } = await loadReportConfig(folder);
    expect(events.map(({ date, label }) => `${date} ${label}`)).toEqual([
      '2025-01-01 C',
      '2026-05-01 A',
      '2026-05-01 B',
    ]);
  });

  test('name the file in a mistake as folder and file', async () => {
    await write('grain: week');
    await expect(loadReportConfig(folder)).rejects.toThrow(`${basename(folder)}/report.yaml, line 1, column 8, grain`);
  });

  test('must be UTF-8; a byte order mark does not matter', async () => {
    await write(Buffer.from('\uFEFFtitle: Büro', 'utf8'));
    expect((await loadReportConfig(folder)).title).toBe('Büro');
    await write(Buffer.from('title: Büro', 'latin1'));
    await expect(loadReportConfig(folder)).rejects.toThrow('The file is not UTF-8 text');
  });
});

test('a setting that has no effect yet is refused with the reason', async () => {
  await write('week_start: monday\n');
  await expect(loadReportConfig(folder)).rejects.toThrow('“week_start” is not a setting yet: no figure is by week');
});
