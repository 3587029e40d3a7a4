import { beforeAll, describe, expect, test } from 'vitest';
import { WAYS } from '../../contrasts/practices.ts';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';
import type { Report } from '../types/report.ts';

let report: Report;

beforeAll(async () => {
  const answers = ['2026-01-15', '2026-04-15'].map((day) => ratings(day, 'chat', 200, day < '2026-04' ? 180 : 120));
  report = await reportOf({ 'data/answers.csv': responses(...answers) });
});

describe('what is recommended', () => {
  test('stands beside what the report says elsewhere, word for word', () => {
    const shown = report.ways().flatMap((way) => way.shown);
    const said = [
      ...report.contrasts.map(({ answer }) => answer),
      ...[...report.practices.tests, ...report.similarities.tests].map(({ answer }) => answer?.statement),
      ...['satisfaction', 'service', 'experience'].flatMap((id) => {
        const { sections, analyses } = report.page(id);
        return [
          ...sections.flatMap(({ headline, yearEarlier, previous }) => [
            `${headline}.`,
            yearEarlier?.words,
            previous?.words,
          ]),
          ...analyses.map(({ headline }) => `${headline}.`),
        ];
      }),
    ];
    for (const { sentence } of shown) {
      expect(said.includes(sentence) || /^These data cannot tell: .+\.$/.test(sentence), sentence).toBe(true);
    }
  });

  test('has something to show for each, with a place on the site', () => {
    const ways = report.ways();
    expect(ways.map(({ name }) => name)).toEqual(WAYS.map(({ name }) => name));
    for (const { shown } of ways) {
      expect(shown.length).toBeGreaterThan(0);
      for (const { href } of shown) expect(href).toMatch(/^\/[a-z/]+\/(#[a-z0-9_-]+)?$/);
    }
  });

  test('says which field is lacking where nothing can be told', () => {
    const [automation] = report.ways()[0]?.shown ?? [];
    expect(automation?.sentence).toMatch(/^These data cannot tell: .*`/);
  });
});
