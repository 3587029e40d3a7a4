/**
 * Colours of a company's own for the three panels, checked against the papers they stand on.
 */
import { z } from 'zod';
import { contrast, type Hex, mix } from './contrast.ts';
import { wording } from './values.ts';

/** What the site is printed on and with; `src/styles/tokens.css` holds the same. */
export const PAPERS = {
  light: { paper: '#fcfbf8', ink: '#1c1b19' },
  dark: { paper: '#16171a', ink: '#eceae4' },
} as const;

type Scheme = keyof typeof PAPERS;

/** A panel's colour is used for text and for marks, so that the stricter of the two decides. */
const TEXT = 4.5;
const MARKS = 3;

/** Of the panel's colour in the bars of stacked answers that carry their label in ink. */
const TINT = 0.45;

const colour = (scheme: Scheme) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .register(wording, { expected: 'a colour such as "#0B6BA8", in quotes' })
    .superRefine((hex, context) => {
      if (!/^#[0-9a-f]{6}$/i.test(hex)) return;
      const found = faultOf(hex, scheme);
      if (found === null) return;
      const { expected, ...params } = found;
      context.addIssue({ code: 'custom', message: expected, params });
    })
    .optional()
    .describe(`On ${scheme === 'light' ? 'light paper and in print' : 'dark screens'}, as "#rrggbb"`);

const panel = (name: string) =>
  z
    .strictObject({ light: colour('light'), dark: colour('dark') })
    .optional()
    .describe(`Colour of the panel ${name}; the built-in one where left out`);

export const coloursSchema = z.strictObject({
  satisfaction: panel('Satisfaction'),
  service: panel('Service'),
  experience: panel('Experience'),
});

interface Fault {
  readonly what: string;
  readonly expected: string;
  readonly remedy: string;
}

function faultOf(hex: Hex, scheme: Scheme): Fault | null {
  const { paper, ink } = PAPERS[scheme];
  const onPaper = contrast(hex, paper);
  if (onPaper < TEXT) {
    const marks = onPaper < MARKS ? `and ${MARKS}:1 for marks` : `(the ${MARKS}:1 for marks are reached)`;
    return {
      what: `has a contrast of ${ratio(onPaper)} on the ${scheme} paper ${paper}, ${missing(onPaper)} too little`,
      expected: `at least ${TEXT}:1 for text ${marks}`,
      remedy: `Choose a ${scheme === 'light' ? 'darker' : 'lighter'} colour`,
    };
  }
  const onTint = contrast(ink, mix(hex, paper, TINT));
  if (onTint >= TEXT) return null;
  return {
    what: `leaves the labels in its tint a contrast of ${ratio(onTint)}, ${missing(onTint)} too little`,
    expected: `at least ${TEXT}:1 for the text colour ${ink} on a tint of ${Math.round(TINT * 100)}%`,
    remedy: `Choose a ${scheme === 'light' ? 'lighter' : 'darker'} colour`,
  };
}

/** Cut, not rounded: 4.49 is not 4.5. */
function ratio(value: number): string {
  return `${(Math.floor(value * 100) / 100).toFixed(2)}:1`;
}

function missing(value: number): string {
  return (Math.ceil((TEXT - value) * 100) / 100).toFixed(2);
}
