/**
 * The ten promises of the report, each held against the built site. More about each stands in the tests it names.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { buildSite, filesBelow, folderOf, pagesOf, ROOT, readSite, runBuild } from './support/build-site.ts';
import { decode, linesOf, wordsOf } from './support/html.ts';
import { Estimates, parseCsv, reportJson } from './support/tables.ts';

const { folder } = inject('demo');
const estimates = new Estimates(folder);
const report = reportJson(folder);
const pages = pagesOf(folder).map((path) => ({ path, html: readSite(folder, path) }));
const PANELS = ['satisfaction', 'service', 'experience'];
const NOW = '2026-Q2';

/** The figures of the site with their markup. */
const figures = pages.flatMap(({ html }) =>
  [...html.matchAll(/<figure\b[\s\S]*?<\/figure>/g)].map(([figure]) => figure),
);

/** A small site with the given text on its home page, from the golden exports or others. */
const small = (text: string, data = join(ROOT, 'tests/golden/two-quarters/data')) =>
  runBuild({ data, content: folderOf({ 'home.mdx': text, 'report.yaml': 'time_zone: Europe/London\n' }) });

describe('1. one definition, one function, one number', () => {
  test('a figure is the same in the CSV of all figures, in the CSV of its chart, on two pages and in a sentence', () => {
    const { estimate, low, high, n } = estimates.one('csat', NOW);
    const chart = filesBelow(folder).find((file) =>
      /^data\/figures\/satisfaction-csat-by-(month|quarter)\.csv$/.test(file),
    );
    const months = parseCsv(readSite(folder, chart as string));
    for (const row of months) {
      const period = Object.values(row).find((cell) => /^\d{4}-(\d\d|Q\d)$/.test(cell)) as string;
      expect(row.estimate, period).toBe(estimates.one('csat', period).estimate);
    }
    const percent = (share: string | undefined) => `${Math.round(100 * Number(share))}%`;
    const shown = `${percent(estimate)} (${percent(low)} to ${percent(high)}, n = ${Number(n).toLocaleString('en-GB')} answers`;
    for (const path of ['', 'satisfaction/']) expect(wordsOf(readSite(folder, path))).toContain(shown);
    expect(wordsOf(readSite(folder, ''))).toContain(`n = ${Number(n).toLocaleString('en-GB')} answers`);
  });

  test('every metric is defined once, in the same words, on the methods page', () => {
    const methods = wordsOf(readSite(folder, 'methods/'));
    for (const { id, definition } of report.metrics) expect(methods.split(definition as string).length, id).toBe(2);
  });

  test('the worked example of a share ends in the share that is published, from the n that is published', () => {
    const html = readSite(folder, 'methods/');
    const examples = [...html.matchAll(/<article class="card" id="(\w+)"[\s\S]*?<\/article>/g)].flatMap(
      ([card, id]) => {
        const words = wordsOf(/<p class="example"[\s\S]*?<\/p>/.exec(card)?.[0] ?? '');
        const numbers = /([\d,]+) [^÷\d]+ ÷ ([\d,]+) .* = (\d+)% \(/.exec(words)?.slice(1);
        return numbers === undefined
          ? []
          : [{ id: id as string, numbers: numbers.map((text) => Number(text.replace(/,/g, ''))) }];
      },
    );
    expect(examples.length).toBeGreaterThan(8);
    for (const { id, numbers } of examples) {
      const { estimate, n } = estimates.one(id, NOW);
      const [above, below, percent] = numbers as [number, number, number];
      expect([below, above / below], id).toEqual([Number(n), Number(estimate)]);
      expect(percent, id).toBe(Math.round(100 * Number(estimate)));
    }
  });
});

describe('2. no bare number', () => {
  test('every headline figure carries its interval or count, its base, its period and a link', () => {
    const cards = pages.flatMap(({ html }) =>
      [...html.matchAll(/<div class="key-figure"[\s\S]*?<\/div>/g)].map(([card]) => card),
    );
    expect(cards.length).toBeGreaterThan(8);
    for (const card of cards) {
      const words = wordsOf(card);
      expect(card).toMatch(/<a href="[^"]+"/);
      expect(words).toMatch(/\d{4}/);
      expect(words).toMatch(/n = [\d,]+ \w+|fewer than \d+/);
    }
  });

  test('every figure in a sentence links to its definition and carries its base', () => {
    const values = pages.flatMap(({ html }) => [
      ...html.matchAll(/<span class="value">[\s\S]*?<\/a>(?:[\s\S]*?<\/span>)?<\/span>/g),
    ]);
    expect(values.length).toBeGreaterThan(10);
    for (const [value] of values) {
      expect(value).toMatch(/href="[^"]*\/methods\/#\w+"/);
      expect(wordsOf(value)).toMatch(/n = [\d,]+/);
    }
  });
});

describe('3. no figure without words', () => {
  test('every chart has a headline, a subtitle, a summary, a source, a definition, a table, a technical note and a download', () => {
    expect(figures.length).toBeGreaterThan(10);
    for (const figure of figures) {
      const headline = /class="headline"[^>]*>([\s\S]*?)<\/h\d>/.exec(figure)?.[1] ?? '';
      // A number and its unit, held together by a no-break space, are one word.
      expect(
        decode(headline)
          .trim()
          .split(/[ \n]+/).length,
        headline,
      ).toBeLessThanOrEqual(15);
      for (const part of ['subtitle', 'summary', 'source']) {
        const text = new RegExp(`class="${part}"[^>]*>([\\s\\S]*?)</p>`).exec(figure)?.[1] ?? '';
        expect(wordsOf(text).length, `${headline}: ${part}`).toBeGreaterThan(20);
      }
      expect(figure).toMatch(/<table\b/);
      expect(figure).toMatch(/<caption\b/);
      expect(figure).toMatch(/<th scope="col"/);
      expect(figure).toMatch(/href="[^"]+\.csv" download/);
      expect(figure).toMatch(/href="[^"]*\/(?:methods|contrasts\/\w+|similarities|practices)\/#\w+"/);
      expect(wordsOf(figure)).toMatch(/Data to \d+ \w+ \d{4}/);
      const note = /<details class="figure-note">[\s\S]*?<\/details>/.exec(figure)?.[0] ?? '';
      for (const term of [
        'Question',
        'Counted',
        'Formula',
        'n',
        'Set aside',
        'Weights',
        'Interval',
        'Margin',
        'Period',
        'Id',
      ])
        expect(note, `${headline}: ${term}`).toContain(`<dt>${term}</dt>`);
    }
  });
});

/** A site of rated tickets with the given number of customers by channel and month of 2025. */
function ratedTickets(
  counts: readonly (readonly [channel: string, month: string, customers: number])[],
): Promise<string> {
  const lines = ['ticket_id,customer_id,created_at,resolved_at,status,channel,csat'];
  for (const [channel, month, customers] of counts) {
    for (let row = 0; row < customers; row++) {
      const id = `${channel}${month}${row}`;
      const times = `2025-${month}-10T09:00:00Z,2025-${month}-11T09:00:00Z`;
      lines.push(`T${id},C${id},${times},solved,${channel},${1 + (row % 5)}`);
    }
  }
  return buildSite({
    data: folderOf({ 'tickets.csv': `${lines.join('\n')}\n` }),
    content: folderOf({ 'report.yaml': 'coverage: { from: 2025-01-01, to: 2025-06-30 }\n' }),
  });
}

describe('4. absences are different values', () => {
  test('suppressed, low base, no data and a full figure differ in the CSV and in the tables', async () => {
    const months = ['01', '02', '04', '05', '06'];
    const site = await ratedTickets([
      ...months.map((month) => ['email', month, 60] as const),
      ['letter', '01', 60],
      ['letter', '05', 5],
      ['phone', '01', 12],
      ['phone', '05', 12],
      ['chat', '05', 15],
      ['shop', '05', 20],
      ['app', '05', 24],
    ]);
    const own = new Estimates(site);
    const ofChannels = own.where({ metric: 'csat', dimension: 'channel', period: '2025-Q2' });
    const status = (value: string) => ofChannels.find((row) => row.value === value)?.status;
    expect(status('email')).toBe('ok');
    expect(status('letter')).toBe('suppressed');
    // Of the small channels some are kept back too, so that the letters cannot be worked out.
    const low = ofChannels.find((row) => row.status === 'low_base')?.value as string;
    expect(own.one('csat', '2025-Q1', { dimension: 'channel', value: low }).status).toBe('no_data');
    expect(own.one('csat', '2025-03').status).toBe('no_data');
    const tables = linesOf(readSite(site, 'satisfaction/')).filter((line) => line.includes(' | '));
    expect(tables.find((line) => line.startsWith('March 2025 |'))).toContain('[x]');
    expect(tables.find((line) => line.startsWith('letter |'))).toContain('[c]');
    expect(tables.find((line) => line.startsWith(`${low} |`))).toContain('[u]');
    expect(tables.find((line) => line.startsWith('email |'))).not.toContain('[');
  });

  test('a share of none is a number, not an absence', () => {
    const zero = estimates.rows.filter(({ estimate, status }) => status !== 'ok' && estimate === '0');
    for (const row of zero) expect(['low_base', 'provisional']).toContain(row.status);
  });
});

describe('5. every row is accounted for', () => {
  test('rows read are rows kept plus rows set aside, and every file stands on the data page', () => {
    const data = wordsOf(readSite(folder, 'data/'));
    for (const { path, read, kept, setAside } of report.sources) {
      expect(read).toBe(kept + setAside.reduce((sum, { count }) => sum + count, 0));
      expect(data).toContain(path);
      for (const { reason } of setAside) expect(data).toContain(reason);
    }
    const total = report.sources.reduce((sum, { read }) => sum + read, 0);
    expect(data).toContain(total.toLocaleString('en-GB'));
  });
});

describe('6. no row leaves the build', () => {
  const exported = filesBelow(join(ROOT, 'data')).filter((file) => file.endsWith('.csv'));
  const rows = exported.flatMap((file) => parseCsv(readFileSync(join(ROOT, 'data', file), 'utf8')));
  const published = filesBelow(folder)
    .filter((file) => /\.(html|json|csv|js|css|svg|xml|txt)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

  test('no identifier of a customer, a ticket or a response is published', () => {
    const identifiers = new Set(
      rows.flatMap(({ customer_id, ticket_id, response_id }) => [customer_id, ticket_id, response_id]).filter(Boolean),
    );
    expect(identifiers.size).toBeGreaterThan(10_000);
    const found = published.flatMap((text) =>
      (text.match(/\b[CRT]\d{3,}\b/g) ?? []).filter((word) => identifiers.has(word)),
    );
    expect(found).toEqual([]);
  });

  test('no comment is published but those that were approved, redacted, in quotation marks', () => {
    const approvals = parseCsv(readFileSync(join(ROOT, 'content/quotes.csv'), 'utf8'));
    const approved = approvals.filter((row) => row.approved === 'yes' && row.consent === 'yes');
    expect(approvals.length).toBeGreaterThan(approved.length);
    const quoted = (text: string) =>
      approved.reduce((rest, { quote }) => rest.replaceAll(`“${quote}”`, ''), decode(text));
    const voice = readSite(folder, 'voice/');
    expect(quoted(voice)).not.toBe(decode(voice));
    const everything = published.map(quoted).join('\n');
    const comments = [...new Set(rows.map(({ comment }) => comment ?? ''))].filter((comment) => comment.length > 12);
    expect(comments.length).toBeGreaterThan(20);
    expect(comments.filter((comment) => everything.includes(comment))).toEqual([]);
    // One names a month: in its redacted form it may stand there, whole it may not.
    expect(comments).toContain('Charged for a box I returned in March.');
    expect(everything).not.toContain('returned in March');
  });

  test('no figure rests on fewer than ten customers', () => {
    const [small] = estimates.rows.filter(({ n, estimate }) => /^\d$/.test(n as string) && estimate !== '');
    expect(small).toBeUndefined();
  });
});

describe('7. prose cannot go stale', () => {
  const TEXT =
    'Satisfied: <Value metric="csat" period="all" />, by chat <Value metric="csat" period="all" channel="chat" />.\n';

  test('a value in a sentence is the value of the data at hand', async () => {
    const { code, output, folder: site } = await small(TEXT);
    expect(code, output).toBe(0);
    const percent = `${Math.round(100 * new Estimates(site).value('csat', 'all'))}%`;
    expect(linesOf(readSite(site, '')).find((line) => line.startsWith('Satisfied:'))).toContain(
      `Satisfied: ${percent}`,
    );
  });

  test('a sentence about something that the data no longer hold stops the build at its place', async () => {
    const data = readFileSync(join(ROOT, 'tests/golden/two-quarters/data/tickets.csv'), 'utf8');
    const without = data
      .split('\n')
      .filter((line) => !line.includes(',chat,'))
      .join('\n');
    const { code, output } = await small(TEXT, folderOf({ 'tickets.csv': without }));
    expect(code).not.toBe(0);
    expect(output).toContain('home.mdx, line 1');
    expect(output).toContain('chat');
  });
});

describe('8. noise is not news', () => {
  const VERDICTS = /\b(rose|fell|risen|fallen|higher|lower|better|worse|faster|slower)\b/;

  test('what differs is said to differ, what does not is not', () => {
    const home = linesOf(readSite(folder, ''));
    const said = home.find((line) => line.startsWith('Set beside the same quarter a year earlier')) ?? '';
    const [satisfaction = '', recommendation = ''] = said.split(/, (?:but|while|and) /);
    expect(satisfaction).toMatch(/CSAT is/);
    expect(satisfaction).not.toMatch(VERDICTS);
    expect(recommendation).toMatch(/^NPS/);
    expect(recommendation).toMatch(/fell/);
  });

  test('of regions, which were drawn by chance, no sentence says that they differ', () => {
    const about = pages
      .flatMap(({ html }) => linesOf(html))
      .filter((line) => /Dunes|Estuary|Fens|Harbour towns/.test(line));
    expect(about.length).toBeGreaterThan(5);
    expect(about.filter((line) => !line.includes(' | ') && VERDICTS.test(line))).toEqual([]);
  });
});

describe('9. complete periods only', () => {
  test('the quarter that has just begun is provisional, and no sentence rests on it', () => {
    expect(estimates.one('csat', '2026-Q3').status).toBe('provisional');
    expect(estimates.one('csat', '2026-07').status).toBe('provisional');
    const lines = pages.flatMap(({ html }) => linesOf(html)).filter((line) => !line.includes(' | '));
    expect(lines.filter((line) => /against July to September 2026|in July to September 2026/.test(line))).toEqual([]);
    for (const panel of PANELS) expect(wordsOf(readSite(folder, `${panel}/`))).toContain('April to June 2026');
  });

  test('its row is marked in the tables', () => {
    const rows = pages.flatMap(({ html }) => linesOf(html)).filter((line) => /^July 2026 \|/.test(line));
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row).toMatch(/\[[pxc]\]/);
  });
});

describe('10. same input, same bytes', () => {
  let twice: string[];
  beforeAll(async () => {
    const input = { data: join(ROOT, 'tests/golden/two-quarters/data'), content: folderOf({}) };
    twice = [await buildSite(input), await buildSite({ ...input, environment: { TZ: 'America/Chicago' } })];
  });

  test('two builds are identical, file by file', () => {
    const [one, other] = twice.map((site) =>
      filesBelow(site).map((file) => [file, readFileSync(join(site, file)).toString('base64')]),
    );
    expect(one).toEqual(other);
  });
});
