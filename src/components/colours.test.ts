import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coloursSchema, PAPERS } from '../config/colours.schema.ts';
import { colourStyle, ownIcon, PANEL_COLOURS } from './colours.ts';

const file = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

test('without colours of a company’s own a page is as built in', () => {
  expect(colourStyle({})).toBe('');
  expect(colourStyle({ service: {} })).toBe('');
  expect(ownIcon({})).toBeNull();
});

test('a colour holds in its scheme alone, and outweighs the built-in one', () => {
  expect(colourStyle({ service: { light: '#004488' }, experience: { dark: '#ffaadd' } })).toBe(
    '@media print,(prefers-color-scheme:light) and (forced-colors:none){html:root{--service:#004488}}' +
      '@media screen and (prefers-color-scheme:dark) and (forced-colors:none){html:root{--experience:#ffaadd}}',
  );
});

test('the icon has the same colours, and the built-in ones for the rest', () => {
  const icon = decodeURIComponent(ownIcon({ service: { light: '#004488' } }) ?? '');
  expect(icon).toContain('.satisfaction{fill:#b4530a}.service{fill:#004488}');
  expect(icon).toContain('dark){.satisfaction{fill:#f2a65a}.service{fill:#6cb8ec}');
});

test('the built-in colours pass the check that a company’s own must pass', () => {
  expect(coloursSchema.safeParse(PANEL_COLOURS).success).toBe(true);
});

test('the built-in colours and papers are those of the style sheet and the icon', () => {
  const [light = '', dark = ''] = file('src/styles/tokens.css').split('prefers-color-scheme: dark');
  for (const [scheme, css] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    for (const [name, value] of Object.entries(PAPERS[scheme])) expect(css).toContain(`--${name}: ${value};`);
    for (const [lens, colours] of Object.entries(PANEL_COLOURS)) {
      expect(css).toContain(`--${lens}: ${colours[scheme]};`);
      expect(file('public/favicon.svg')).toContain(`.${lens} { fill: ${colours[scheme]} }`);
    }
  }
});
