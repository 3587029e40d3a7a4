import { describe, expect, test } from 'vitest';
import { Mistake, Mistakes } from '../../config/mistake.ts';
import { reportOf } from '../report-of.fixture.ts';
import type { Report } from '../types/report.ts';

/** Forty customers who write of the bill, twelve of the queue, five of the shop; and the quoted ones. */
const FILLING: readonly (readonly [string, string])[] = [
  ...Array.from({ length: 40 }, (_, index): [string, string] => [`B${index}`, 'the bill was wrong, so we called']),
  ...Array.from({ length: 12 }, (_, index): [string, string] => [`Q${index}`, 'a queue again, sadly']),
  ...Array.from({ length: 5 }, (_, index): [string, string] => [`S${index}`, 'the shop was shut']),
];

const QUOTED = [
  ['X1', 'The bill was wrong, Mia Quill told me on 12 May: call 0151 496 0000!'],
  ['X2', 'A queue again. I’m at mia@example.com or example.org'],
  ['X3', 'The shop was shut'],
  ['X4', 'so wrong a bill'],
  ['X5', 'nothing to say of it'],
] as const;

const THEMES = 'themes: { Queues: [queue*], Bills: [bill], Shops: [shop] }\n';
const SHOWN = `${THEMES}quotes: { show: true, most: 3 }\n`;

const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

function reportWith(
  quotes: readonly (readonly string[])[] | null,
  settings = SHOWN,
  comments: readonly (readonly [string, string])[] = [...FILLING, ...QUOTED],
  text = '',
): Promise<Report> {
  return reportOf({
    'data/answers.csv': csv([
      ['response_id', 'submitted_at', 'customer_id', 'nps', 'comment'],
      ...comments.map(([id, comment]) => [id, '2026-02-01', `K${id}`, '9', comment]),
    ]),
    'content/report.yaml': settings,
    'content/home.mdx': `${text}\n`,
    ...(quotes === null
      ? {}
      : { 'content/quotes.csv': csv([['response_id', 'quote', 'consent', 'approved'], ...quotes]) }),
  });
}

const released = QUOTED.map(([id, quote]) => [id, quote, 'yes', 'Yes']);
const printed = ({ quotes }: Report) => quotes.themes.flatMap((theme) => theme.quotes);

async function mistakeOf(...quotes: (readonly string[])[]): Promise<string> {
  const error = await reportWith(quotes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error instanceof Mistake || error instanceof Mistakes).toBe(true);
  return (error as Error).message;
}

describe('quotes', async () => {
  const report = await reportWith(released);

  test('stand under themes that ten customers mention, the most mentioned first', () => {
    expect(report.quotes.themes.map(({ theme }) => theme)).toEqual(['Bills', 'Queues']);
    expect(printed(report)).toHaveLength(3);
  });

  test('have no numbers, addresses, codes or names in them', () => {
    expect(printed(report)).toContain('A queue again. I’m at […] or […]');
    expect(printed(report)).toContain('The bill was wrong, […] told me on […]: call […]!');
    expect(printed(report).join(' ')).not.toMatch(/mia|quill|may|0151|496|example/i);
  });

  test('have no name in them that begins like a word of the theme', async () => {
    const comments = [...FILLING, ['X1', 'Billed again, and Billy was rude']] as const;
    const quotes = [['X1', 'Billed again, and Billy was rude', 'yes', 'yes']];
    const found = await reportWith(quotes, SHOWN.replace('[bill]', '[bill*]'), comments);
    expect(printed(found)).toEqual(['Billed again, and […] was rude']);
  });

  test('of a theme of too few customers, and of none, are not printed', () => {
    expect(JSON.stringify(report.quotes)).not.toMatch(/shop|nothing to say/i);
  });

  test('have the rule by which they were chosen beside them, and nothing that tells of a person', () => {
    const text = report.quotes.sentences.join(' ');
    expect(text).toContain('A theme that fewer than 10 customers mention gives none');
    expect(text).toContain('shows 3 of 5 approved comments; it may show 3');
    expect(Object.keys(report.quotes.themes[0] ?? {})).toEqual(['theme', 'quotes']);
  });

  test('are the same whatever the order of the file', async () => {
    expect((await reportWith(released.toReversed())).quotes).toEqual(report.quotes);
  });

  test('are at most as many as the settings say: one from each theme, then the next of each', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map((most) => reportWith(released, `${THEMES}quotes: { show: true, most: ${most} }\n`)),
    );
    expect(first?.quotes.themes.map(({ theme, quotes }) => [theme, quotes.length])).toEqual([['Bills', 1]]);
    expect(second?.quotes.themes.map(({ theme, quotes }) => [theme, quotes.length])).toEqual([
      ['Bills', 1],
      ['Queues', 1],
    ]);
  });

  test('never come twice from one customer', async () => {
    const answers = [...FILLING, ['X1', 'The bill was wrong'], ['X2', 'a wrong bill again']] as const;
    const { quotes } = await reportOf({
      'data/answers.csv': csv([
        ['response_id', 'submitted_at', 'customer_id', 'nps', 'comment'],
        ...answers.map(([id, comment]) => [id, '2026-02-01', id.startsWith('X') ? 'K1' : `K${id}`, '9', comment]),
      ]),
      'content/report.yaml': SHOWN,
      'content/quotes.csv': csv([
        ['response_id', 'quote', 'consent', 'approved'],
        ['X1', 'The bill was wrong', 'yes', 'yes'],
        ['X2', 'a wrong bill again', 'yes', 'yes'],
      ]),
    });
    expect(quotes.themes.flatMap((theme) => theme.quotes)).toHaveLength(1);
  });

  test('may leave words out in square brackets, and say there what is meant', async () => {
    const [quote] = printed(await reportWith([['X1', 'The bill […] told me [by phone]!', 'yes', 'yes']]));
    expect(quote).toBe('The bill […] told me [by phone]!');
  });

  test.each(['[0151 496 0000]', '[Mia]', '[mia@example.com]', '[told by Quill]', '[...]', '[ … ]'])(
    'are not told in square brackets what was taken out: %s',
    async (bracket) => {
      const [quote] = printed(await reportWith([['X1', `The bill was wrong ${bracket}`, 'yes', 'yes']]));
      expect(quote).toBe('The bill was wrong […]');
    },
  );
});

describe('a quote in a text', () => {
  const held = ['X4', 'so wrong a bill', 'yes', 'no'];
  const rows = [...released.filter(([id]) => id !== 'X4'), held];
  const withText = (text: string, quotes: readonly (readonly string[])[] | null = rows, settings = SHOWN) =>
    reportWith(quotes, settings, [...FILLING, ...QUOTED], text);

  test('is named by its answer or its theme, and redacted', async () => {
    const report = await withText('<Quote response="X1" />\n\n<Quote theme="queues" />');
    expect(report.quote({ response: ' X1' })).toBe('The bill was wrong, […] told me on […]: call […]!');
    expect(report.quote({ theme: 'queues' })).toBe('A queue again. I’m at […] or […]');
  });

  test.each([
    ['that is not released', '<Quote response="X4" />', /line 1[\s\S]*yes under consent and under approved/],
    ['that tells of what few speak of', '<Quote response="X3" />', /tells of no theme that enough customers mention/],
    ['that is not there', '<Quote response="X11" />', /no quote of answer "X11"[\s\S]*Did you mean "X1"/],
    ['of a theme that shows none', '<Quote theme="Shops" />', /No quote stands under a theme called "Shops"/],
    ['of a theme that nobody knows', '<Quote theme="Bill" />', /Did you mean "Bills"/],
    ['without a name', '<Quote />', /does not say which quote/],
    ['with two names', '<Quote theme="Bills" response="X1" />', /names a quote twice/],
    ['in a sentence', 'As one says, <Quote theme="Bills" />', /stands inside a paragraph/],
    [
      'that is not released, in a text that is left out',
      '<IfData metric="csat">\n\n<Quote response="X4" />\n\n</IfData>',
      /released/,
    ],
  ])('%s stops the build without a word of it', async (_, text, told) => {
    const error = await withText(text).catch((thrown: unknown) => thrown);
    expect((error as Error).message).toMatch(told);
    expect((error as Error).message).not.toMatch(/so wrong|was shut/);
  });

  test('stops the build where nothing may be quoted', async () => {
    await expect(withText('<Quote response="X1" />', rows, THEMES)).rejects.toThrow(
      /settings of this report do not allow/,
    );
    await expect(withText('<Quote theme="Bills" />', null)).rejects.toThrow(/No comment may be quoted/);
  });
});

describe('nothing is quoted', () => {
  const why = async (...[quotes, settings]: Parameters<typeof reportWith>) => {
    const { quotes: found } = await reportWith(quotes, settings);
    expect(found.themes).toEqual([]);
    return found.sentences.join(' ');
  };

  test('unless the settings allow it: then the file is not even read', async () => {
    expect(await why([['no such answer', 'no such words', 'yes', 'yes']], THEMES)).toBe(
      'No comment is quoted: the settings of this report do not allow quotes.',
    );
  });

  test('without a file of approved comments', async () => {
    expect(await why(null)).toContain('`quotes.csv`, which is not there');
  });

  test('without consent and approval of each', async () => {
    const held = [
      ['X1', 'The bill was wrong', 'no', 'yes'],
      ['X4', 'so wrong a bill', 'yes', ''],
    ];
    expect(await why(held)).toContain('no comment is approved');
  });

  test('without themes, which say what a quote stands for', async () => {
    expect(await why(released, 'quotes: { show: true }\n')).toContain('no theme is declared');
  });

  test('where no approved comment tells of a theme that enough customers mention', async () => {
    expect(await why([['X3', 'The shop was shut', 'yes', 'yes']])).toContain('at least 10 customers mention');
  });
});

describe('refused is', () => {
  test('a quote of an answer that is not there', async () => {
    expect(await mistakeOf(['X99', 'The bill was wrong', 'yes', 'yes'])).toMatch(/no comment in the data[\s\S]*X99/);
  });

  test('a quote with words that its comment does not have', async () => {
    const message = await mistakeOf(['X4', 'so wrong a bill and rude people', 'yes', 'yes']);
    expect(message).toMatch(/record 1[\s\S]*found: {4}and, rude, people/);
  });

  test('a cell that is neither yes nor no, a quote that is empty and one that is too long', async () => {
    const message = await mistakeOf(
      ['X4', 'bill', 'maybe', 'yes'],
      ['X1', '', 'yes', 'yes'],
      ['X2', 'bill '.repeat(70), 'yes', 'yes'],
    );
    expect(message).toMatch(/maybe[\s\S]*0 characters[\s\S]*349 characters/);
  });

  test('an answer that is there twice: one of the rows may hold a consent that was withdrawn', async () => {
    const message = await mistakeOf(['X1', 'The bill was wrong', 'yes', 'yes'], ['X1 ', 'bill', 'no', 'no']);
    expect(message).toMatch(/there twice[\s\S]*record 2[\s\S]*as in record 1[\s\S]*consent that holds today/);
  });

  test('a row with a cell too many', async () => {
    expect(await mistakeOf(['X1', 'The bill', 'yes', 'yes', 'more'])).toMatch(/record 1[\s\S]*5 cells[\s\S]*4 cells/);
  });

  test('a file without its columns', async () => {
    await expect(
      reportOf({
        'data/answers.csv': 'submitted_at,nps\n2026-02-01,9\n',
        'content/report.yaml': SHOWN,
        'content/quotes.csv': 'id,text\n1,fine\n',
      }),
    ).rejects.toThrow(/column “response_id”, “quote”, “consent”, “approved” is missing/);
  });
});
