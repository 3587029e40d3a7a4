import { fileURLToPath } from 'node:url';
import { getViteConfig } from 'astro/config';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '../report/types/figure.ts';
import { analysisFigures } from './analysis-figures.fixture.ts';
import { contrastFigures } from './contrast-figures.fixture.ts';
import {
  breakdownFigure,
  curveAround,
  distributionFigure,
  durationFigure,
  estimate,
  quarter,
  quarters,
  seriesFigure,
} from './figures.fixture.ts';

const HOSTILE = `<script>alert("x")</script> & 'quotes' </svg>`;

let server: ViteDevServer;
let container: AstroContainer;
let render: (figure: Figure) => Promise<string>;

beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const vite = getViteConfig(
    { server: { middlewareMode: true, ws: false, watch: null }, appType: 'custom' },
    { configFile: false, root, base: '/report', logLevel: 'error' },
  );
  server = await createServer(await vite({ mode: 'test', command: 'serve' }));
  container = await AstroContainer.create();
  const { default: FigureView } = await server.ssrLoadModule('/src/charts/FigureView.astro');
  render = async (figure) => {
    const html = await container.renderToString(FigureView, { props: { figure } });
    return html
      .replace(/<script type="module".*?<\/script>/g, '')
      .replace(/ data-astro-source-[a-z]+="[^"]*"/g, '')
      .replace(/>\s*</g, '>\n<')
      .trim();
  };
}, 60_000);

afterAll(() => server?.close());

const period = quarter(2026, 1);

function series(): Figure {
  const values = [0.84, null, 0.83, 0.74, 0.76, 0.79];
  const points = quarters(6).map((one, k) => {
    const partial = k === 5;
    return estimate('share', partial ? { ...one, partial } : one, values[k] ?? null, 0.02);
  });
  const events = [{ at: Date.UTC(2024, 10, 20), date: '2024-11-20', label: 'New telephone system' }];
  return seriesFigure(points, { target: 0.85, events });
}

function breakdown(): Figure {
  const rows = [
    { label: 'Email', estimate: estimate('share', period, 0.86, 0.05, { status: 'low_base', n: 41 }) },
    { label: 'Telephone', estimate: estimate('share', period, 0.71, 0.02) },
    { label: 'Letter', estimate: estimate('share', period, null) },
  ];
  return breakdownFigure(rows, estimate('share', period, 0.78, 0.01), { lens: 'service' });
}

function distribution(): Figure {
  const answers = [
    { label: 'Detractors', tone: 'negative' as const },
    { label: 'Passives', tone: 'neutral' as const },
    { label: 'Promoters', tone: 'positive' as const },
  ];
  const groups = [
    { label: '2026', status: 'ok' as const, n: 900, base: 'n = 900 answers', shares: [0.31, 0.27, 0.42] },
  ];
  return distributionFigure(answers, groups, { lens: 'experience' });
}

function durations(): Figure {
  const median = estimate('duration', period, 9600, 800);
  return durationFigure(curveAround(9600, 1.6, 20), median, estimate('duration', period, 75_000, 9000));
}

describe('what is written', () => {
  test.each([series(), breakdown(), distribution(), durations(), ...analysisFigures(), ...contrastFigures()])(
    'for $kind is what was agreed',
    async (figure) => {
      await expect(`${await render(figure)}\n`).toMatchFileSnapshot(`golden/${figure.kind}.txt`);
    },
  );

  test('carries headline, summary, definition, download and table around every chart', async () => {
    const figure = series();
    const html = await render(figure);
    expect(html).toContain(`aria-labelledby="${figure.id}-headline"`);
    expect(html).toContain(figure.headline);
    expect(html).toContain(figure.summary);
    expect(html).toContain('href="/report/methods/#csat"');
    expect(html).toContain('href="/report/data/figures/series.csv"');
    expect(html).toContain('(CSV, 2 KB)');
    expect(html).toContain('<caption');
    expect(html).toContain('<th scope="row">');
  });

  test('has no size of text below 12 pixels and no fixed width', async () => {
    for (const figure of [series(), breakdown(), ...analysisFigures(), ...contrastFigures()]) {
      const html = await render(figure);
      expect(html).not.toContain('font-size');
      for (const [, width] of html.matchAll(/<svg[^>]* width="([^"]+)"/g)) expect(width).toBe('100%');
    }
  });
});

const TEXTS = new Set(
  ['label', 'text', 'word', 'names', 'groups', 'state', 'outcome', 'centreText', 'totalText'].concat([
    'shade',
    'columns',
    'end',
    'axis',
    'levels',
    'places',
    'sets',
    'measures',
    'sides',
    'count',
    'counts',
  ]),
);

/** The figure with every text in it that comes from data replaced. */
function withHostileTexts<T>(figure: T): T {
  const replaced = (key: string, value: unknown): unknown => {
    if (!TEXTS.has(key)) return value;
    if (typeof value === 'string') return HOSTILE;
    return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? HOSTILE : one)) : value;
  };
  return JSON.parse(JSON.stringify(figure, replaced)) as T;
}

describe('hostile texts', () => {
  test('stay texts', async () => {
    const where = estimate('share', period, 0.8, 0.02);
    const event = { at: period.start + 1, date: '2026-01-01', label: HOSTILE };
    const figures: Figure[] = [
      { ...seriesFigure([where], { events: [event] }), headline: HOSTILE, summary: HOSTILE },
      breakdownFigure([{ label: HOSTILE, estimate: where }], where),
      distributionFigure(
        [{ label: HOSTILE, tone: 'positive' }],
        [{ label: HOSTILE, status: 'ok', base: HOSTILE, shares: [1] }],
      ),
    ];
    for (const figure of [...figures, ...[...analysisFigures(), ...contrastFigures()].map(withHostileTexts)]) {
      const html = await render(figure);
      // Inside quoted attributes an angle bracket is harmless; between tags it must not be one.
      const between = html.replace(/"[^"]*"/g, '""');
      expect(between).not.toContain('<script');
      expect(html.match(/<svg/g)?.length).toBe(between.match(/<\/svg>/g)?.length);
    }
  });
});
