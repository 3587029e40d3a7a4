/**
 * What an attacker makes of the downloads, and what no file of a site may hold.
 */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { withheldFigures } from '../../src/report/disclosure/withheld.ts';
import { estimateRows, estimatesCsv } from '../../src/report/downloads/estimates-csv.ts';
import { EstimateStore } from '../../src/report/estimates.ts';
import { publishedGrains } from '../../src/report/grains.ts';
import { readExports } from '../../src/report/read-exports.ts';
import { reportContext } from '../../src/report/report-context.ts';
import { attack } from '../support/attacker.ts';
import { buildSite, filesBelow, folderOf, publicData, ROOT, readSite, temporaryFolder } from '../support/build-site.ts';
import { wordsOf } from '../support/html.ts';
import {
  PLANTED,
  PLANTED_QUOTES,
  PLANTED_SETTINGS,
  plantedComment,
  plantedFiles,
  TOLD,
} from '../support/planted-comments.ts';
import { Estimates, parseCsv, type Row } from '../support/tables.ts';

/** What is true of a folder of exports, and what would be published if only small groups themselves were hidden. */
async function truthOf(dataFolder: string, contentFolder: string) {
  const { config, assembled } = await readExports({ dataFolder, contentFolder, cacheFolder: temporaryFolder('cache') });
  const context = reportContext(assembled.dataset, config);
  const store = new EstimateStore(context);
  store.keepBack({ merged: new Set(), hides: () => false });
  // Of which metrics and dimensions some group is not named, and which figures rest on too few customers.
  const unnamed = new Set<string>();
  const small = new Set<string>();
  for (const { id, dimensions } of context.metrics.values()) {
    if (store.unavailable(id) !== null) continue;
    for (const dimension of [null, ...dimensions]) {
      if (dimension !== null && store.allValues(id, dimension).length > store.values(id, dimension).length) {
        unnamed.add(`${id}|${dimension}`);
      }
      for (const grain of publishedGrains(config, dimension === null ? 'overall' : 'by dimension')) {
        const { values, cells } = store.unguarded(id, dimension, grain);
        for (const [index, { n, customers }] of cells.entries()) {
          const period = context.periods[grain][Math.floor(index / values.length)]?.code;
          const figure = [dimension ?? '', values[index % values.length], period].join('|');
          if (n > 0 && customers < config.minimum_base) small.add(`${id} ${figure}`);
        }
      }
    }
  }
  /** What an attacker with these downloads works out of small groups. */
  const workedOut = (rows: readonly Row[]) => attack(rows, unnamed).filter(({ figure }) => small.has(figure));
  const careless = parseCsv(estimatesCsv(estimateRows(context, store, [])));
  store.keepBack(await withheldFigures(context, store));
  return { careless, careful: parseCsv(estimatesCsv(estimateRows(context, store, []))), workedOut };
}

describe('an attacker with the downloads of the demonstration', () => {
  let truth: Awaited<ReturnType<typeof truthOf>>;
  beforeAll(async () => {
    truth = await truthOf(join(ROOT, 'data'), join(ROOT, 'content'));
  });

  test('works out nothing that was kept back', () => {
    const { rows } = new Estimates(inject('demo').folder);
    expect(rows.filter(({ status }) => status === 'suppressed').length).toBeGreaterThan(50);
    expect(truth.workedOut(rows)).toEqual([]);
  });

  test('would work out small groups if nothing but small groups were hidden', () => {
    const found = truth.workedOut(truth.careless);
    expect(found.filter(({ amount }) => amount === 'n').length).toBeGreaterThan(20);
    expect(found.filter(({ amount }) => amount !== 'n').length).toBeGreaterThan(10);
    expect(found.some(({ low, high }) => low === high && high < 10)).toBe(true);
  });

  test('finds every overall figure of the report’s grain where it was', () => {
    const { rows } = new Estimates(inject('demo').folder);
    const overall = rows.filter(({ dimension, grain }) => dimension === '' && grain === 'quarter');
    // Of customers with two ratings and a recommendation the first quarters have few.
    const few = /^watermelon/;
    expect(overall.filter(({ status, metric }) => status === 'suppressed' && !few.test(metric as string))).toEqual([]);
  });
});

describe('an attacker with the downloads of small data', () => {
  test.each(['two-quarters', 'tickets-only'])('%s: works out nothing that was kept back', async (name) => {
    const data = join(ROOT, 'tests/golden', name, 'data');
    const content = name === 'two-quarters' ? join(ROOT, 'tests/golden', name, 'content') : folderOf({});
    const { careless, workedOut } = await truthOf(data, content);
    expect(workedOut(new Estimates(await buildSite({ data, content })).rows)).toEqual([]);
    expect(workedOut(careless).length > 0).toBe(name === 'two-quarters');
  });
});

describe('an attacker with the downloads of public data', () => {
  test.for([
    ['sfo-airport', 'sfo-airport-survey'],
    ['olist', 'olist'],
  ])('%s: works out nothing that was kept back', async ([example, name], { skip }) => {
    const found = publicData(name as string);
    if (!('folder' in found)) return skip(found.absent);
    const folder = temporaryFolder(name as string);
    cpSync(found.folder, folder, { recursive: true, filter: (file) => !/\.(txt|md)$/.test(file) });
    for (const file of ['sources.yaml', 'report.yaml']) {
      cpSync(join(ROOT, 'docs/examples', example as string, file), join(folder, file));
    }
    const { careful, workedOut } = await truthOf(folder, folder);
    expect(careful.length).toBeGreaterThan(500);
    expect(workedOut(careful)).toEqual([]);
  });
});

/** Names and numbers that would be recognised wherever they stood. */
const SMALL = ['Zyxomma', 'Quokkaville', 'Wombatology', 'Xenopus'] as const;
const [DEPARTMENT, SEGMENT, TOUCHPOINT, CHANNEL] = SMALL;

/** A site with groups of few customers; nobody else gives their answers, so that their means would be recognised. */
function plantedExports(): Record<string, string> {
  const tickets = ['ticket_id,customer_id,created_at,first_response_at,resolved_at,status,channel,department,replies'];
  const responses = [
    'response_id,invited_at,submitted_at,customer_id,ticket_id,channel,touchpoint,segment,csat,nps,emotion,comment',
  ];
  let promoters = 0;
  const add = (
    id: string,
    count: number,
    where: { channel: string; department: string; touchpoint: string; segment: string; csat: (row: number) => number },
  ) => {
    for (let row = 0; row < count; row++) {
      const day = `2025-${String(1 + (row % 6)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`;
      const key = `${id}${row}`;
      tickets.push(
        `T${key},C${key},${day}T09:00:00Z,${day}T10:07:00Z,${day}T12:00:00Z,solved,${where.channel},${where.department},1`,
      );
      const nps = row % 11;
      const isPromoter = id === 'a' && nps > 8 && row % 4 !== 3;
      const comment = id === 'a' ? plantedComment(nps, isPromoter ? promoters++ : 0) : '';
      responses.push(
        `R${key},${day}T13:00:00Z,${row % 4 === 3 ? '' : `${day}T15:00:00Z`},C${key},T${key},${where.channel},${where.touchpoint},${where.segment},${row % 4 === 3 ? ',,,' : `${where.csat(row)},${nps},${(row % 5) - 2},"${comment}"`}`,
      );
    }
  };
  const usual = {
    channel: 'email',
    department: 'Billing',
    touchpoint: 'Bill',
    segment: 'home',
    csat: (row: number) => 1 + (row % 5),
  };
  add('a', 240, usual);
  add('b', 240, { ...usual, channel: 'phone', department: 'Sales', touchpoint: 'Offer', segment: 'work' });
  add('c', 120, { ...usual, channel: 'chat', department: 'Repairs', touchpoint: 'Visit', segment: 'club' });
  add('d', 3, { ...usual, department: DEPARTMENT });
  add('e', 4, { ...usual, segment: SEGMENT });
  add('f', 7, { ...usual, touchpoint: TOUCHPOINT, csat: () => 5 });
  add('g', 9, { ...usual, channel: CHANNEL });
  return { 'tickets.csv': `${tickets.join('\n')}\n`, 'responses.csv': `${responses.join('\n')}\n` };
}

describe('a site with small groups', () => {
  let folder: string;
  let rows: Estimates['rows'];
  let truth: Awaited<ReturnType<typeof truthOf>>;
  beforeAll(async () => {
    const input = {
      data: folderOf({ ...plantedExports(), ...(await plantedFiles()) }),
      content: folderOf({
        'report.yaml': `coverage: { from: 2025-01-01, to: 2025-06-30 }\n${PLANTED_SETTINGS}`,
        'quotes.csv': PLANTED_QUOTES,
      }),
    };
    folder = await buildSite(input);
    ({ rows } = new Estimates(folder));
    truth = await truthOf(input.data, input.content);
  });

  test('names none of them in any file, whatever its kind', () => {
    const files = filesBelow(folder);
    expect(files.some((file) => file.endsWith('.html')) && files.some((file) => file.endsWith('.csv'))).toBe(true);
    const found = files.flatMap((file) => {
      const bytes = readFileSync(join(folder, file)).toString('latin1').toLowerCase();
      return SMALL.filter((name) => bytes.includes(name.toLowerCase())).map((name) => `${name} in ${file}`);
    });
    expect(found).toEqual([]);
    // Large groups are named, so the search would find names if they were there.
    const text = files.filter((file) => /\.(html|csv|json)$/.test(file)).map((file) => readSite(folder, file));
    for (const name of ['Sales', 'work', 'phone'])
      expect(
        text.some((page) => page.includes(name)),
        name,
      ).toBe(true);
  });

  test('holds nothing of comments that few customers wrote or that names somebody, whichever way they came in', () => {
    const texts = filesBelow(folder).map((file) => [
      file,
      readFileSync(join(folder, file)).toString('latin1').toLowerCase(),
    ]);
    const found = texts.flatMap(([file, text]) =>
      PLANTED.filter((each) => text?.includes(each)).map((each) => `${each} in ${file}`),
    );
    expect(found).toEqual([]);
    // Comments of every file were read, their words told and one of them quoted.
    const voice = wordsOf(readSite(folder, 'voice/'));
    expect(voice).toMatch(
      new RegExp(`“${TOLD} again and I asked […], […], […], about […]”`.replaceAll('[…]', '\\[…\\]')),
    );
    expect(
      texts.some(([file, text]) => file?.endsWith('words-of-detractors-and-promoters.csv') && text?.includes(TOLD)),
    ).toBe(true);
  });

  test('says how many groups it does not show', () => {
    const pages = ['satisfaction', 'service', 'experience'].map((page) =>
      wordsOf(readFileSync(join(folder, page, 'index.html'), 'utf8')),
    );
    expect(pages.join('\n')).toMatch(
      /(One group is|\d groups are) not shown: (it|each) would reveal a group of fewer than 10 customers/,
    );
  });

  test('holds no count of a small group in any table', () => {
    const counts = filesBelow(folder)
      .filter((file) => /^data\/.*\.csv$/.test(file))
      .flatMap((file) => parseCsv(readFileSync(join(folder, file), 'utf8')).map((row) => ({ file, ...row })))
      .filter((row: Record<string, string>) => /^[1-9]$/.test(row.n ?? ''));
    expect(counts).toEqual([]);
  });

  test('lets nobody work them out', () => {
    expect(truth.workedOut(rows)).toEqual([]);
    const whole = (metric: string, period: string) =>
      rows.find((row) => row.metric === metric && row.dimension === '' && row.period === period);
    for (const dimension of ['department', 'segment', 'touchpoint', 'channel']) {
      for (const period of ['all', '2025-Q1', '2025-Q2']) {
        const parts = rows.filter(
          (row) => row.metric === 'csat' && row.dimension === dimension && row.period === period,
        );
        const rest = Number(whole('csat', period)?.n) - parts.reduce((sum, { n }) => sum + (Number(n) || 0), 0);
        expect(rest === 0 || rest >= 10, `${dimension} ${period}: ${rest} left`).toBe(true);
      }
    }
  });
});
