import { beforeAll, describe, expect, test } from 'vitest';
import { propsInPeriod } from '../commentary/props-in-period.ts';
import { ratings, reportOf, responses } from './report-of.fixture.ts';
import type { Report } from './types/report.ts';

const DATA = responses(
  ratings('2025-10-01', 'email', 400, 200),
  ratings('2025-11-03', 'phone', 400, 240),
  ratings('2026-02-02', 'email', 400, 200),
  ratings('2026-03-31', 'phone', 400, 320),
);
const reportWith = (text: string) => reportOf({ 'data/responses.csv': DATA, 'content/home.mdx': `${text}\n` });

/** Figures as a text may ask for them, as props. */
const COURSE = { metric: 'CSAT', channel: 'Email' };
const GROUPS = { metric: 'csat', dimension: 'channel' };
const EARLIER = { ...GROUPS, period: 'the quarter before' };
const tag = (props: Record<string, string>) =>
  `<Figure ${Object.entries(props)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')} />`;

describe('a figure in a text', () => {
  let report: Report;
  beforeAll(async () => {
    report = await reportWith([COURSE, GROUPS, EARLIER].map(tag).join('\n\n'));
  });

  test('is the course of a metric, or its groups side by side', () => {
    expect(report.figure(COURSE)).toMatchObject({ kind: 'series', id: 'satisfaction-csat-channel-email-by-month' });
    expect(report.figure(GROUPS)).toMatchObject({ kind: 'breakdown', id: 'satisfaction-csat-by-channel' });
    expect(report.figure(GROUPS).headline).toBe('CSAT is 80% for phone and 50% for email');
  });

  test('of an earlier period has a name and a file of its own', () => {
    const earlier = report.figure(EARLIER);
    expect(earlier.id).toBe('satisfaction-csat-by-channel-2025-q4');
    expect(earlier.headline).toBe('CSAT is 60% for phone and 50% for email');
    expect(earlier.csv.text).not.toBe(report.figure(GROUPS).csv.text);
  });

  test('is the one that the panel’s page shows, with the verdict of its family', () => {
    const shown = report.page('satisfaction').sections.flatMap(({ figures }) => figures);
    expect(shown).toContainEqual(report.figure(GROUPS));
  });

  test('has its file among the downloads, once', () => {
    const paths = report.downloads().map(({ path }) => path);
    for (const props of [COURSE, GROUPS, EARLIER]) {
      const { csv } = report.figure(props);
      expect(paths.filter((path) => `/${path}` === csv.path)).toHaveLength(1);
      expect(report.downloads()).toContainEqual({ path: csv.path.slice(1), text: csv.text });
    }
  });
});

test('under a change in a text about an earlier period, groups are those in which the change ends', async () => {
  const asked = { ...GROUPS, headline: 'More are satisfied', rose: true } as const;
  const tags = 'metric="csat" dimension="channel" headline="More are satisfied" rose';
  const report = await reportOf(
    {
      'data/responses.csv': `${DATA}${responses(ratings('2026-04-01', 'email', 40, 20), ratings('2026-06-30', 'phone', 40, 20)).replace(/^.*\n/, '')}`,
      'content/home.mdx': `---\ntitle: Then\nperiod: 2026 Q1\n---\n\n<Figure ${tags} />\n`,
    },
    'mark',
  );
  const figure = report.figure(propsInPeriod(asked, '2026 Q1'));
  expect(figure.id).toBe('satisfaction-csat-by-channel-2026-q1');
  expect(report.downloads().map(({ path }) => `/${path}`)).toContain(figure.csv.path);
});

describe('a headline of the writer’s', () => {
  const props = (headline: string, claim: string) => `<Figure headline="${headline}" metric="csat" ${claim} />`;

  test('is a claim', async () => {
    const report = await reportWith(
      props('Who rings is happier', 'dimension="channel" channel="phone" largest of="channel"'),
    );
    expect(report.claims).toMatchObject([{ text: 'Who rings is happier', status: 'supported' }]);
  });

  test('that the data do not support stops the build', async () => {
    await expect(reportWith(props('Mail got better', 'channel="email" rose'))).rejects.toThrow(
      /do not support a claim[\s\S]*Mail got better/,
    );
  });
});

test('a figure that the data do not hold is left out with the text that depends on it', async () => {
  const text = '<IfData metric="nps">\n\n<Figure metric="nps" dimension="channel" />\n\n</IfData>';
  const report = await reportWith(text);
  expect(report.downloads().some(({ path }) => path.includes('nps'))).toBe(false);
});

describe('a mistake', () => {
  test.each([
    ['an unknown metric', '<Figure metric="csatt" />', 'Did you mean "csat"?'],
    ['an unknown dimension', '<Figure metric="csat" dimension="chanel" />', 'Did you mean "channel"?'],
    ['an unknown group', '<Figure metric="csat" channel="emial" />', 'Did you mean "email"?'],
    ['an unknown period', '<Figure metric="csat" dimension="channel" period="last quater" />', '"last quarter"?'],
    ['a period of a course', '<Figure metric="csat" period="2026 Q1" />', 'period of <Figure> needs a dimension'],
    ['a claim of no headline', '<Figure metric="csat" rose />', 'rose of <Figure> is said of no headline'],
    ['a headline that claims nothing', '<Figure metric="csat" headline="So it is" />', 'does not say what it claims'],
    [
      'a headline that is too long',
      `<Figure metric="csat" rose headline="${'word '.repeat(16)}" />`,
      'headline of <Figure> is too long',
    ],
    [
      'groups of one group',
      '<Figure metric="csat" dimension="channel" channel="email" />',
      'by channel cannot be restricted to one channel',
    ],
    ['nothing to draw', '<Figure metric="nps" />', 'Put <Figure> into <IfData metric="nps">'],
    ['nothing to draw by group', '<Figure metric="csat" dimension="segment" />', 'nothing to draw'],
    ['a place in a sentence', 'See <Figure metric="csat" /> here.', '<Figure> stands inside a paragraph'],
    [
      'an unknown dimension in a text left out',
      '<IfData metric="nps">\n<Figure metric="nps" dimension="chanel" />\n</IfData>',
      'Did you mean "channel"?',
    ],
  ])('%s', async (_, text, told) => {
    await expect(reportWith(text)).rejects.toThrow(told);
  });
});
