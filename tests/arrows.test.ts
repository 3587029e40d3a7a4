import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Arrows,
  againstArrows,
  circles,
  importGraph,
  onlyReexports,
  readSources,
  roomOf,
} from './support/import-graph.ts';

/** What the site may know of the pipeline: the shapes that leave the report, the words, and the errors that a user can mend. */
const PUBLIC = [
  'calendar/due-date.ts',
  'calendar/period.ts',
  'commentary/glossary.ts',
  'commentary/links.ts',
  'commentary/own-pages.ts',
  'commentary/props-in-period.ts',
  'commentary/site-pages.ts',
  'report/types/action.ts',
  'report/types/claim.ts',
  'report/types/contrast.ts',
  'report/types/edition.ts',
  'report/types/estimate.ts',
  'report/types/guide.ts',
  'report/types/metric-card.ts',
  'report/types/figure-base.ts',
  'report/types/figure.ts',
  'report/types/analysis-figure.ts',
  'report/types/contrast-figure.ts',
  'report/types/page.ts',
  'report/types/quotes.ts',
  'report/types/report.ts',
  'report/types/text.ts',
  'report/types/writing.ts',
  'config/mistake.ts',
  'config/nearest.ts',
];

/** Room → what it may import. They follow the way of the data: nothing imports from further down. */
const ARROWS: Arrows = {
  statistics: [],
  calendar: [],
  threads: [],
  config: [],
  dataset: ['calendar', 'threads'],
  ingest: ['dataset', 'config', 'calendar', 'threads'],
  metrics: ['dataset', 'statistics', 'calendar'],
  contrasts: ['metrics', 'dataset', 'statistics', 'calendar'],
  commentary: ['config', 'calendar'],
  report: ['contrasts', 'metrics', 'ingest', 'dataset', 'statistics', 'calendar', 'config', 'commentary', 'threads'],
  charts: PUBLIC,
  components: ['charts', ...PUBLIC],
  layouts: ['components', 'charts', 'styles', ...PUBLIC],
  pages: ['layouts', 'components', 'charts', 'styles', ...PUBLIC],
  integration: ['report', 'commentary', 'config'],
  demo: [],
  cli: ['integration', 'report', 'ingest', 'config', 'commentary', 'demo', 'threads'],
};

const LONGEST_FILE = 500;

const sources = readSources(join(import.meta.dirname, '../src'));
const graph = importGraph(sources);

describe('the house', () => {
  test('is all there to be looked at', () => {
    expect(graph.size).toBeGreaterThan(50);
    expect([...graph.values()].flat().length).toBeGreaterThan(100);
  });

  test('has only rooms that the arrows name', () => {
    const rooms = new Set([...graph.keys()].map(roomOf));
    expect([...rooms].filter((room) => ARROWS[room] === undefined)).toEqual([]);
  });

  test('has arrows in one direction only', () => {
    expect(againstArrows(graph, ARROWS)).toEqual([]);
  });

  test('has no circles', () => {
    expect(circles(graph)).toEqual([]);
  });

  test('has no room for odds and ends', () => {
    const names = [...sources.keys()].flatMap((file) => file.split('/'));
    expect(names.filter((name) => /^(utils?|helpers?|misc|common|shared|lib)(\.\w+)?$/.test(name))).toEqual([]);
  });

  test('has no file that only passes others on', () => {
    expect([...sources].filter(([file, text]) => onlyReexports(file, text)).map(([file]) => file)).toEqual([]);
  });

  test(`has no file over ${LONGEST_FILE} lines`, () => {
    const long = [...sources].filter(([, text]) => text.split('\n').length > LONGEST_FILE);
    expect(long.map(([file]) => file)).toEqual([]);
  });
});

describe('the check of the house', () => {
  const planted = (files: Record<string, string>) => importGraph(new Map(Object.entries(files)));

  test('sees an arrow that points the wrong way, type imports and Astro files included', () => {
    const wrong = planted({
      'dataset/table.ts': "import { csat } from '../metrics/csat.ts';",
      'metrics/csat.ts': '',
      'charts/line.ts': "import type { Dataset } from '../dataset/table.ts';",
      'pages/index.astro': "---\nimport { csat } from '../metrics/csat.ts';\n---\n<p>import x from './no.ts'</p>",
      'components/late.astro': "---\nconst x = 1;\n---\n<script>\nimport '../ingest/read.ts';\n</script>",
    });
    expect(againstArrows(wrong, ARROWS)).toEqual([
      'dataset/table.ts imports metrics/csat.ts',
      'charts/line.ts imports dataset/table.ts',
      'pages/index.astro imports metrics/csat.ts',
      'components/late.astro imports ingest/read.ts',
    ]);
  });

  test('lets the site see the shapes of the report, not its workings', () => {
    const site = planted({
      'charts/line.ts': "import type { Estimate } from '../report/types/estimate.ts';",
      'charts/bar.ts': "import { verdict } from '../report/verdict.ts';",
    });
    expect(againstArrows(site, ARROWS)).toEqual(['charts/bar.ts imports report/verdict.ts']);
  });

  test('sees dynamic imports and re-exports', () => {
    const hidden = planted({
      'statistics/mean.ts': "export { zone } from '../calendar/zone.ts';\nawait import('../dataset/table.ts');",
    });
    expect(againstArrows(hidden, ARROWS)).toHaveLength(2);
  });

  test('sees a circle, once', () => {
    const round = planted({
      'metrics/a.ts': "import './b.ts';",
      'metrics/b.ts': "import './c.ts';",
      'metrics/c.ts': "import './a.ts';",
      'metrics/d.ts': "import './a.ts';",
    });
    expect(circles(round)).toEqual(['metrics/a.ts → metrics/b.ts → metrics/c.ts → metrics/a.ts']);
  });

  test('tells a barrel from a file of its own', () => {
    expect(onlyReexports('metrics/index.ts', "export * from './csat.ts';\nexport { nps } from './nps.ts';")).toBe(true);
    expect(onlyReexports('metrics/all.ts', "import { csat } from './csat.ts';\nexport const all = [csat];")).toBe(
      false,
    );
    expect(onlyReexports('report/estimate.ts', "export type { A } from './a.ts';\nexport interface B {}")).toBe(false);
  });
});
