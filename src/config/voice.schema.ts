/**
 * What `report.yaml` says of customers' own words: themes that are looked for in comments, and quotes.
 */
import { z } from 'zod';
import { namesOnce, sameName, text, withoutRepeats, wording } from './values.ts';

const WORD_WORDS =
  'one word of at least two letters, such as bill, or the beginning of words with an asterisk after it, such as charge*';

/**
 * Comments are held as words of letters: digits and blanks stand in none, and hyphens part words. Joiners stand inside words
 * of many scripts.
 */
const themeWord = text
  .regex(/^\p{L}[\p{L}\p{M}'‘’\u200c\u200d]+\*?$/u, WORD_WORDS)
  .register(wording, { expected: WORD_WORDS });

/** More would be a list of words, not of themes. */
const MOST_THEMES = 20;
const LONGEST_NAME = 40;

export const themesSchema = z
  .record(z.string(), z.array(themeWord).min(1).superRefine(withoutRepeats(sameName)))
  .superRefine(namesOnce('theme'))
  .superRefine(fitChart)
  .describe(
    'Theme → words that tell of it, such as `Billing: [bill, invoice, charge*]`; an asterisk at the end stands for ' +
      'whatever follows, and a word may tell of several themes',
  );

/** Names stand beside bars: as many and as long as a chart has room for. */
function fitChart(themes: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  const names = Object.keys(themes);
  for (const name of names.filter((each) => each.trim() === '' || each.length > LONGEST_NAME)) {
    const params = { what: name.trim() === '' ? 'has no name' : 'has too long a name', remedy: 'Name the theme anew' };
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `a name of 1 to ${LONGEST_NAME} characters`,
      params,
    });
  }
  if (names.length <= MOST_THEMES) return;
  const params = { what: `has ${names.length} themes`, remedy: 'Put themes together or leave some out' };
  context.addIssue({ code: 'custom', path: [], message: `at most ${MOST_THEMES} themes`, params });
}

export const quotesSchema = z.strictObject({
  show: z
    .boolean()
    .default(false)
    .describe('Whether comments that `quotes.csv` approves are published, redacted and without anything beside them'),
  most: z.int().min(1).max(20).default(6).describe('At most so many quotes'),
});
