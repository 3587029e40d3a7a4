import { expect, test } from 'vitest';
import { coloursSchema } from './colours.schema.ts';
import { contrast, mix } from './contrast.ts';
import { explain } from './explain.ts';

const findings = (colours: unknown) => explain(coloursSchema, colours, ['colours']);

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
});

test('colours are mixed as CSS mixes them in oklab', () => {
  expect(mix('#ffffff', '#000000', 0.5)).toBe('#636363');
  expect(mix('#b4530a', '#fcfbf8', 1)).toBe('#b4530a');
});

test.each([
  [
    'pale text',
    { service: { light: '#55AADD' } },
    ['colours', 'service', 'light'],
    '“light” has a contrast of 2.48:1 on the light paper #fcfbf8, 2.02 too little',
    'at least 4.5:1 for text and 3:1 for marks',
    'Choose a darker colour',
  ],
  [
    'a colour that would do for marks alone',
    { service: { light: '#c8600f' } },
    ['colours', 'service', 'light'],
    '“light” has a contrast of 3.95:1 on the light paper #fcfbf8, 0.55 too little',
    'at least 4.5:1 for text (the 3:1 for marks are reached)',
    'Choose a darker colour',
  ],
  [
    'dark text on dark paper',
    { experience: { dark: '#8a3a7b' } },
    ['colours', 'experience', 'dark'],
    '“dark” has a contrast of 2.53:1 on the dark paper #16171a, 1.97 too little',
    'at least 4.5:1 for text and 3:1 for marks',
    'Choose a lighter colour',
  ],
  [
    'a colour whose tint swallows the labels',
    { satisfaction: { light: '#000000' } },
    ['colours', 'satisfaction', 'light'],
    '“light” leaves the labels in its tint a contrast of 3.46:1, 1.04 too little',
    'at least 4.5:1 for the text colour #1c1b19 on a tint of 45%',
    'Choose a lighter colour',
  ],
])('%s fails, with what and by how much', (_, colours, path, what, expected, remedy) => {
  expect(findings(colours)).toMatchObject([{ path, what, expected, remedy }]);
});

test('what is no colour is told apart from a colour that fails', () => {
  expect(findings({ service: { light: 'blue' } })).toMatchObject([
    { expected: 'a colour such as "#0B6BA8", in quotes' },
  ]);
  expect(findings({ service: { bright: '#004488' } })).toMatchObject([{ about: 'name' }]);
});
