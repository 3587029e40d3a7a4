import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';
import type { ClaimReport } from '../types/claim.ts';

/** Satisfied answers of 400 by email and by phone in three quarters; coverage runs from the first to the last day. */
interface Satisfied {
  readonly email: readonly [first: number, second: number, third: number];
  readonly phone: readonly [first: number, second: number, third: number];
}

const DAYS = ['2025-08-04', '2025-11-03', '2026-02-02'];

function exportsOf({ email, phone }: Satisfied): string {
  const rows = DAYS.flatMap((day, quarter) => [
    ratings(day, 'email', 400, email[quarter] as number),
    ratings(day, 'phone', 400, phone[quarter] as number),
  ]);
  return responses(ratings('2025-07-01', 'email', 1, 1), ...rows, ratings('2026-03-31', 'email', 1, 1));
}

/** Every claim that is tried, as its tag. All of them stand in one text, so that a report is built once for some data. */
const CHANGE = ['rose channel="phone"', 'fell channel="phone"', 'about the same channel="phone"'];
const CHOSEN = [
  'rose channel="phone" from="2025 Q3" to="2026 Q1"',
  'rose channel="phone" from="the quarter before" to="last quarter"',
  'rose channel="phone" from="2025 Q3" to="2025 Q4"',
];
const NUMBER = [
  'is above="70%" channel="phone"',
  'is above="the target" channel="phone"',
  'is below="90%" channel="phone"',
  'is below="target" channel="email"',
  'is above="78%" channel="phone"',
];
const GROUP = [
  'is above="email" channel="phone"',
  'is below="phone" channel="email"',
  'is below="email" channel="phone"',
];
const SHARE = [
  'more than="three quarters" channel="phone"',
  'more than="7 in 10" channel="phone"',
  'less than="two thirds" channel="email"',
  'less than="half" channel="phone"',
];
const RECORD = [
  'highest since="2025 Q3" channel="phone"',
  'the highest since="all" channel="phone"',
  'lowest since="2025 Q3" channel="phone"',
];
const EXTREME = ['largest of="channel" channel="phone"', 'the smallest of="channels" channel="email"'];
const UNFINISHED = 'rose to="2026"';
const TAGS = [...CHANGE, ...CHOSEN, ...NUMBER, ...GROUP, ...SHARE, ...RECORD, ...EXTREME, UNFINISHED];

const known = new Map<string, Promise<readonly ClaimReport[]>>();

/** What becomes of all claims on the given data. */
function claimsOn(satisfied: Satisfied): Promise<readonly ClaimReport[]> {
  const key = JSON.stringify(satisfied);
  const claims =
    known.get(key) ??
    reportOf(
      {
        'data/responses.csv': exportsOf(satisfied),
        'content/home.mdx': TAGS.map((tag) => `<Claim metric="csat" ${tag}>A sentence.</Claim>\n`).join('\n'),
        'content/report.yaml': 'targets: { csat: 0.7 }\n',
      },
      'mark',
    ).then((report) => report.claims);
  known.set(key, claims);
  return claims;
}

/** Of some tags, those that hold on the given data. */
async function held(satisfied: Satisfied, tags: readonly string[]): Promise<string[]> {
  const claims = await claimsOn(satisfied);
  return tags.filter((tag) => claims[TAGS.indexOf(tag)]?.status === 'supported');
}

/** Satisfied shares: half by email all the time, from 60 to 80 per cent by phone. */
const RISING: Satisfied = { email: [200, 200, 200], phone: [240, 240, 320] };
/** By phone from 80 to 60 per cent; half by email. */
const FALLING: Satisfied = { email: [200, 200, 200], phone: [320, 320, 240] };
/** By phone two points up, which 400 answers do not tell from none; by email nearly as many. */
const UNCLEAR: Satisfied = { email: [200, 200, 246], phone: [240, 240, 248] };
/** By phone far below email. */
const CROSSED: Satisfied = { email: [200, 200, 320], phone: [320, 240, 280] };

describe('a claim holds as long as the data bear it out, and no longer', () => {
  test('rose, fell and about the same', async () => {
    expect(await held(RISING, CHANGE)).toEqual([CHANGE[0]]);
    expect(await held(FALLING, CHANGE)).toEqual([CHANGE[1]]);
    expect(await held(UNCLEAR, CHANGE)).toEqual([]);
  });

  test('about the same, where the answers are many enough to tell', async () => {
    const many = (satisfied: number) => ({
      'data/responses.csv': responses(
        ratings('2025-10-01', 'email', 3000, 2000),
        ratings('2026-03-31', 'email', 3000, satisfied),
      ),
      'content/home.mdx': '<Claim metric="csat" is about the same>It is where it was.</Claim>\n',
    });
    expect((await reportOf(many(2010), 'mark')).claims[0]?.status).toBe('supported');
    expect((await reportOf(many(2090), 'mark')).claims[0]?.status).toBe('unsupported');
  });

  test('between two periods of the writer’s choice', async () => {
    expect(await held(RISING, CHOSEN)).toEqual(CHOSEN.slice(0, 2));
    expect(await held(FALLING, CHOSEN)).toEqual([]);
    expect(await held(CROSSED, CHOSEN)).toEqual([CHOSEN[1]]);
  });

  test('above and below a number or the target', async () => {
    expect(await held(RISING, NUMBER)).toEqual(NUMBER.slice(0, 4));
    expect(await held(FALLING, NUMBER)).toEqual([NUMBER[2], NUMBER[3]]);
    expect(await held(CROSSED, NUMBER)).toEqual([NUMBER[2]]);
  });

  test('above and below another group', async () => {
    expect(await held(RISING, GROUP)).toEqual(GROUP.slice(0, 2));
    expect(await held(CROSSED, GROUP)).toEqual([GROUP[2]]);
    expect(await held(UNCLEAR, GROUP)).toEqual([]);
  });

  test('more and less than a share', async () => {
    expect(await held(RISING, SHARE)).toEqual(SHARE.slice(0, 3));
    expect(await held(FALLING, SHARE)).toEqual([SHARE[2]]);
    expect(await held(CROSSED, SHARE)).toEqual([]);
  });

  test('highest and lowest since', async () => {
    expect(await held(RISING, RECORD)).toEqual(RECORD.slice(0, 2));
    expect(await held(FALLING, RECORD)).toEqual([RECORD[2]]);
    // Beaten is the quarter in between, not the one before.
    expect(await held(CROSSED, RECORD)).toEqual([RECORD[0]]);
    expect(await held(UNCLEAR, RECORD)).toEqual([]);
  });

  test('largest and smallest of all groups', async () => {
    expect(await held(RISING, EXTREME)).toEqual(EXTREME);
    expect(await held(CROSSED, EXTREME)).toEqual([]);
    expect(await held(UNCLEAR, EXTREME)).toEqual([]);
  });
});

describe('what a claim that does not hold says', () => {
  const says = async (satisfied: Satisfied, tag: string | undefined) => {
    const claim = (await claimsOn(satisfied))[TAGS.indexOf(tag ?? '')];
    return [claim?.says, claim?.suggestion, claim?.instead];
  };

  test('what happened in place of a rise', async () => {
    expect(await says(FALLING, CHANGE[0])).toMatchInlineSnapshot(`
      [
        "Phone: Customer satisfaction (CSAT) fell by 20 points (between 14 and 26): 80% in October to December 2025, 60% in January to March 2026.",
        "CSAT for phone fell by 20 points, from 80% to 60%.",
        "fell",
      ]
    `);
    expect(await says(UNCLEAR, CHANGE[0])).toMatchInlineSnapshot(`
      [
        "Phone: There is no clear change in customer satisfaction (CSAT): 60% in October to December 2025, 62% in January to March 2026. These data cannot tell which way it went.",
        "CSAT for phone shows no clear change: 60%, then 62%.",
        null,
      ]
    `);
  });

  test('which groups and periods it does not go beyond', async () => {
    expect(await says(UNCLEAR, EXTREME[0])).toMatchInlineSnapshot(`
      [
        "Customer satisfaction (CSAT) is 62% for phone in January to March 2026. It is not shown to be higher than for email (62%).",
        "CSAT shows no clear difference between phone (62%) and email (62%).",
        null,
      ]
    `);
    expect(await says(CROSSED, RECORD[1])).toMatchInlineSnapshot(`
      [
        "Customer satisfaction (CSAT) is 70% for phone in January to March 2026. It is not shown to be higher than in July to September 2025 (80%).",
        "CSAT for phone is the highest since July to September 2025, at 70%.",
        "highest since="July to September 2025"",
      ]
    `);
  });

  test('on which side of a number it lies', async () => {
    expect(await says(RISING, NUMBER[4])).toMatchInlineSnapshot(`
      [
        "Customer satisfaction (CSAT) is 80% (76% to 84%) for phone in January to March 2026. These data cannot tell whether it is above or below 78%.",
        "CSAT is 80% (76% to 84%) for phone, which may be above or below 78%.",
        null,
      ]
    `);
    expect(await says(RISING, SHARE[3])).toMatchInlineSnapshot(`
      [
        "Customer satisfaction (CSAT) is 80% (76% to 84%) for phone in January to March 2026, more than half.",
        "CSAT is 80% (76% to 84%) for phone, more than half.",
        "more than",
      ]
    `);
  });

  test('that a full count has no range to be judged by', async () => {
    const opened = (day: string) =>
      Array.from({ length: 30 }, (_, index) => `${day}-${index},${day}-${index},${day}T10:00:00Z,,open`);
    const days = ['2025-12-31', '2026-02-02', '2026-03-31'];
    const report = await reportOf(
      {
        'data/tickets.csv': ['ticket_id,customer_id,created_at,resolved_at,status', ...days.flatMap(opened), ''].join(
          '\n',
        ),
        'content/home.mdx': '<Claim metric="backlog" is above="10">Many are open.</Claim>\n',
      },
      'mark',
    );
    expect(report.claims[0]).toMatchObject({
      status: 'unsupported',
      says: 'Backlog at the end of the period is 90 in January to March 2026. It has no range, so nothing is claimed of it.',
    });
  });

  test('that a period is not complete', async () => {
    expect(await says(RISING, UNFINISHED)).toMatchInlineSnapshot(`
      [
        "Customer satisfaction (CSAT) is not compared, because 2026 is not complete.",
        "CSAT is not compared, because 2026 is not complete.",
        null,
      ]
    `);
  });
});

describe('one verdict wherever it stands', () => {
  test('a claim is judged with everything else that its panel compares', async () => {
    const data = { 'data/responses.csv': exportsOf(RISING) };
    const claim = '<Claim metric="csat" rose channel="phone">It rose.</Claim>';
    const change = '<Change metric="csat" channel="phone" />';
    const report = await reportOf({ ...data, 'content/home.mdx': `${claim}\n\n${change}\n` });
    const judged = report.change({ metric: 'csat', where: { channel: 'phone' } });
    expect(report.claims[0]).toMatchObject({ verdict: judged.verdict, says: `Phone: ${judged.words}` });
  });

  test('a finding claims its headline', async () => {
    const finding = (kind: string) =>
      `<Finding headline="The phone is rated better" metric="csat" channel="phone" ${kind}>\nText.\n</Finding>\n`;
    const data = { 'data/responses.csv': exportsOf(RISING) };
    const report = await reportOf({ ...data, 'content/home.mdx': finding('rose') });
    expect(report.claims).toMatchObject([{ text: 'The phone is rated better', kind: 'rose', status: 'supported' }]);
    await expect(reportOf({ ...data, 'content/home.mdx': finding('fell') })).rejects.toThrow(
      'sentence: The phone is rated better',
    );
    await expect(reportOf({ ...data, 'content/home.mdx': finding('') })).rejects.toThrow(
      '<Finding> does not say what it claims',
    );
  });

  test('a sentence is told with the figures in it', async () => {
    const report = await reportOf({
      'data/responses.csv': exportsOf(RISING),
      'content/home.mdx':
        '<Claim metric="csat" channel="phone" rose>On the phone it *rose*, to <Value metric="csat" channel="phone" />.</Claim>\n',
    });
    expect(report.claims).toMatchObject([
      { id: 'home-1', page: 'home', file: 'home.mdx', line: 1, column: 1, text: 'On the phone it rose, to 80%.' },
    ]);
    expect(report.claim({ page: 'home', props: { rose: true, channel: 'phone', metric: 'csat' } })?.id).toBe('home-1');
    expect(report.claim({ page: 'home', props: { fell: true, metric: 'csat' } })).toBeNull();
    const published = JSON.parse(report.downloads().find(({ path }) => path === 'data/report.json')?.text ?? '');
    expect(published.claims).toMatchObject([{ file: 'home.mdx', line: 1, claims: 'rose', status: 'supported' }]);
  });
});
