import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Mistake, Mistakes } from '../config/mistake.ts';
import { readCommentary } from './read-commentary.ts';

const FILTERS = ['channel'];
const TINY_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

function contentOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const read = (files: Readonly<Record<string, string | Uint8Array>>, drafts = false) =>
  readCommentary(contentOf(files), { filters: FILTERS, drafts });

/** Details of every mistake in these files. */
async function mistakesIn(files: Readonly<Record<string, string | Uint8Array>>) {
  const error: unknown = await read(files).catch((thrown: unknown) => thrown);
  if (error instanceof Mistakes) return error.mistakes.map(({ details }) => details);
  if (error instanceof Mistake) return [error.details];
  throw error instanceof Error ? error : new Error('No mistake');
}

const CSAT = '<Value metric="csat" />';
const page = (text: string, ...head: readonly string[]) => ['---', 'title: T', ...head, '---', text].join('\n');

describe('texts', () => {
  test('are read with their heads and the components that they use', async () => {
    const { commentary } = await read({ 'home.mdx': CSAT, 'pages/why.mdx': page(CSAT, 'order: 2') });
    expect(commentary.map(({ page, head, uses }) => [page, head.title, head.order, uses.length])).toEqual([
      ['home', '', null, 1],
      ['pages/why', 'T', 2, 1],
    ]);
  });

  test('that are drafts are read where they are shown, and nothing is said of them where they are not', async () => {
    const files = { 'home.mdx': '---\ndraft: true\n---\n<Valu />', 'service.mdx': CSAT };
    expect((await read(files)).commentary.map(({ page }) => page)).toEqual(['service']);
    await expect(read(files, true)).rejects.toThrow('There is no component called <Valu>');
  });

  test('tell all their mistakes at once', async () => {
    const details = await mistakesIn({
      'servise.mdx': '',
      'home.mdx': '---\ntitel: T\n---\n',
      'service.mdx': '<Valu />',
      'pages/why.mdx': page('![](picture.png)'),
    });
    expect(details.map(({ file, line }) => [file, line])).toEqual([
      ['servise.mdx', undefined],
      ['home.mdx', 2],
      ['service.mdx', 1],
      ['pages/why.mdx', 4],
    ]);
  });
});

describe('a text that stands in others', () => {
  test('brings its components to each of them, at its own lines', async () => {
    const { commentary, unused } = await read({
      'home.mdx': 'First.\n\n<Include text="caution" />\n\n<Change metric="csat" />',
      'service.mdx': '<Include text="caution.mdx" />',
      'partials/caution.mdx': `One.\n\nTwo ${CSAT}.\n\n<Include text="deep/er" />`,
      'partials/deep/er.mdx': '<Value metric="nps" />',
    });
    expect(commentary.map(({ uses }) => uses.map(({ component }) => component))).toEqual([
      ['Include', 'Value', 'Include', 'Value', 'Change'],
      ['Include', 'Value', 'Include', 'Value'],
    ]);
    expect(commentary[0]?.uses[1]?.place).toEqual({ file: 'partials/caution.mdx', line: 3, column: 5 });
    expect(unused).toEqual([]);
  });

  test('stands in whatever its <Include> stands in', async () => {
    const { commentary } = await read({
      'home.mdx': '<IfData metric="nps">\n\n<Include text="caution" />\n\n</IfData>',
      'partials/caution.mdx': `<Note>${CSAT}</Note>`,
    });
    const [condition, include, note, value] = commentary[0]?.uses ?? [];
    expect([include?.within, note?.within, value?.within]).toEqual([condition, include, note]);
  });

  test('is said to be read by nobody where no text includes it, drafts among them', async () => {
    const files = {
      'home.mdx': '---\ndraft: true\n---\n<Include text="in-a-draft" />',
      'partials/in-a-draft.mdx': 'Text.',
      'partials/forgotten.mdx': 'Text.',
    };
    expect((await read(files)).unused).toEqual(['forgotten']);
    expect((await read(files, true)).unused).toEqual(['forgotten']);
  });

  test('is checked once, however many include it', async () => {
    const files = {
      'partials/x.mdx': 'One.\n\n<Valu />',
      'home.mdx': '<Include text="x" />',
      'service.mdx': '<Include text="x" />',
    };
    expect((await mistakesIn(files)).map(({ file, line }) => [file, line])).toEqual([['partials/x.mdx', 3]]);
  });

  test('has to be there', async () => {
    expect(await mistakesIn({ 'home.mdx': '\n<Include text="cauton" />', 'partials/caution.mdx': '' })).toMatchObject([
      { file: 'home.mdx', line: 2, found: 'text="cauton"', expected: 'caution', remedy: 'Did you mean "caution"?' },
    ]);
    expect(await mistakesIn({ 'home.mdx': '<Include text="caution" />' })).toMatchObject([
      { remedy: 'Write the text into content/partials/caution.mdx.' },
    ]);
  });

  test('cannot include itself, by whatever way, whether anybody reads it or not', async () => {
    const circle = { 'partials/a.mdx': '<Include text="b" />', 'partials/b.mdx': 'B.\n\n<Include text="a" />' };
    for (const files of [circle, { ...circle, 'home.mdx': '<Include text="a" />' }]) {
      const details = await mistakesIn(files);
      expect(details).toContainEqual(
        expect.objectContaining({
          what: 'A text includes itself',
          file: 'partials/b.mdx',
          line: 3,
          found: 'a → b → a',
        }),
      );
    }
  });

  test('stands on lines of its own and has no head', async () => {
    expect(await mistakesIn({ 'home.mdx': 'So <Include text="a" />.', 'partials/a.mdx': '' })).toMatchObject([
      { what: '<Include> stands inside a paragraph' },
    ]);
    expect(await mistakesIn({ 'partials/a.mdx': '---\ntitle: A\n---\n' })).toMatchObject([{ line: 2, field: 'title' }]);
  });
});

describe('a picture', () => {
  const picture = (markdown: string, files: Readonly<Record<string, string | Uint8Array>> = {}) =>
    ({ 'pages/why/index.mdx': page(`\n${markdown}`), ...files }) as const;

  test.each([
    ['beside the text', 'steps.png', 'pages/why/steps.png'],
    ['below the text', './drawn/steps.png', 'pages/why/drawn/steps.png'],
    ['in the folder of pictures', 'steps.png', 'images/steps.png'],
    ['in that folder by its whole path', 'images/steps.png', 'images/steps.png'],
    ['whose name holds a blank', 'my%20steps.png', 'images/my steps.png'],
  ])('%s is found', async (_, written, file) => {
    const { commentary } = await read(picture(`![Three steps](${written})`, { [file]: TINY_PNG }));
    expect(commentary).toHaveLength(1);
  });

  test.each(['', '  ', 'image', 'Picture', 'a diagram', 'steps', 'steps.png', 'IMG_2041.JPG'])(
    'needs words in its place: “%s” are none',
    async (alt) => {
      const details = await mistakesIn(picture(`Text ![${alt}](steps.png)`, { 'images/steps.png': TINY_PNG }));
      expect(details).toMatchObject([{ what: 'The picture has no words in its place', line: 5, column: 6 }]);
    },
  );

  test.each<[string, string, Readonly<Record<string, string | Uint8Array>>, Partial<Mistake['details']>]>([
    [
      'that is not there',
      '![Steps taken](step.png)',
      { 'images/steps.png': TINY_PNG },
      { remedy: 'Did you mean "steps.png"?' },
    ],
    [
      'in other capitals',
      '![Steps taken](Steps.png)',
      { 'images/steps.png': TINY_PNG },
      { what: 'The picture is not there' },
    ],
    ['named from the top', '![Steps taken](/images/steps.png)', {}, { remedy: 'Write “images/steps.png”.' }],
    ['outside the folder', '![Steps taken](../../../../etc/x.png)', {}, { what: 'The picture is not there' }],
    [
      'of another site',
      '![Steps taken](https://example.org/x.png)',
      {},
      { what: 'The picture is not a part of the report' },
    ],
    [
      'written into the address',
      '![Steps taken](data:image/png;base64,AAAA)',
      {},
      { what: 'The picture is not a part of the report' },
    ],
    [
      'of another kind',
      '![Steps taken](steps.bmp)',
      { 'images/steps.bmp': 'x' },
      { what: 'A picture of this kind cannot be shown' },
    ],
    ['that is none', '![Steps taken](steps.png)', { 'images/steps.png': 'no' }, { remedy: 'Save the picture again.' }],
    [
      'that holds a program',
      '![Steps taken](s.svg)',
      { 'images/s.svg': '<svg viewBox="0 0 1 1"><script/></svg>' },
      { what: 'The drawing holds a program' },
    ],
    [
      'without a size',
      '![Steps taken](s.svg)',
      { 'images/s.svg': '<svg xmlns="x"></svg>' },
      { what: 'The drawing does not say how large it is' },
    ],
    ['written as HTML', '<img src="steps.png" alt="Steps taken" />', {}, { found: '<img>' }],
    ['named elsewhere', '![Steps taken][s]\n\n[s]: steps.png', {}, { found: '![…][…]' }],
  ])('%s is a mistake', async (_, markdown, files, details) => {
    expect(await mistakesIn(picture(markdown, files))).toMatchObject([
      { file: 'pages/why/index.mdx', line: 5, ...details },
    ]);
  });
});
