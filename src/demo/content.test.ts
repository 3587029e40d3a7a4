/**
 * The demo's report settings agree with the company that its data come from, and its commentary keeps the rules.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCommentary } from '../commentary/read-commentary.ts';
import { VOCABULARY } from '../commentary/vocabulary/vocabulary.ts';
import { reportSchema } from '../config/report.schema.ts';
import { DIMENSIONS } from '../dataset/dataset.ts';
import { CHANGES, DEPARTMENTS, HOLIDAYS, OPENING_HOURS, STAGES } from './company.ts';

const content = new URL('../../content/', import.meta.url);
const read = (name: string) => readFile(new URL(name, content), 'utf8');
const report = reportSchema.parse(parse(await read('report.yaml')));

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

describe('report.yaml', () => {
  test('says that the company is fictional and where its data were made', () => {
    expect(report.notice).toContain('fictional');
    expect(report.time_zone).toBe('Europe/London');
    expect(report.contact).toMatch(/example\.com$/);
  });

  test('has the opening hours and holidays of the company', () => {
    const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:00`;
    for (const [index, name] of WEEK.entries()) {
      const hours = OPENING_HOURS[index];
      expect(report.business_hours?.[name]).toEqual(hours == null ? [] : [hours.map(clock)]);
    }
    expect(report.holidays).toEqual(HOLIDAYS);
  });

  test('has its stages and departments', () => {
    expect(report.stages).toEqual(STAGES);
    for (const department of report.support_departments) expect(DEPARTMENTS).toContain(department);
  });
});

test('the texts use every component that writers have', async () => {
  const { commentary } = await readCommentary(fileURLToPath(content), { filters: DIMENSIONS, drafts: true });
  const used = new Set(commentary.flatMap(({ uses }) => uses.map(({ component }) => component)));
  expect(VOCABULARY.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
});

test('events.csv marks the days on which something changed', async () => {
  const [, ...lines] = (await read('events.csv')).trim().split('\n');
  expect(lines.map((line) => line.slice(0, 10))).toEqual(Object.values(CHANGES));
});

describe.each(['home', 'satisfaction', 'service', 'experience'])('%s.mdx', (name) => {
  test('says who wrote it and when', async () => {
    const matter = /^---\n(.*?)\n---\n/s.exec(await read(`${name}.mdx`))?.[1] ?? '';
    expect(parse(matter)).toEqual({
      title: expect.any(String),
      authors: expect.any(String),
      date: expect.any(String),
    });
  });

  test('has no figure and no verdict of its own: both come from the components', async () => {
    const text = (await read(`${name}.mdx`)).replace(/^---\n.*?\n---\n/s, '');
    // A claim is checked at every build, so its sentence may say what it claims.
    const unchecked = text.replace(/<(Value|Change|Compare) [^>]*\/>|<Claim [^>]*>.*?<\/Claim>/gs, '');
    const prose = unchecked.replace(/<\/?[A-Z][^>]*>/g, '');
    expect(prose).not.toMatch(/[\d<>{}%]/);
    expect(prose).not.toMatch(
      /\b(rose|fell|risen|fallen|higher|lower|better|worse|improved|declined|drives|because of)\b/i,
    );
  });
});
