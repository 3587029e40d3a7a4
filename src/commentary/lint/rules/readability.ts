import type { Rule, WrittenText } from '../rule.ts';

/** A shorter text says too little about how its author writes. */
const FEWEST_WORDS = 100;

export const readability: Rule = {
  id: 'readability',
  words:
    'A text of 100 words or more that takes more years of school to read easily than `writing.school_years`, which is 12 unless set, by the automated readability index (Smith and Senter 1967).',
  example: 'Organisational transformation necessitates comprehensive stakeholder considerations.',
  find: (text, { settings }) => {
    const years = schoolYears(text);
    if (years === null || years <= settings.school_years) return [];
    return [
      {
        what: 'A text is hard to read',
        found: `${Math.ceil(years)} years of school, by the length of its words and its sentences`,
        expected: `at most ${settings.school_years}`,
        remedy: 'Use shorter words, and make two sentences of long ones.',
      },
    ];
  },
};

/**
 * Automated readability index: years of school after which English text is read easily. Smith and Senter, Automated
 * Readability Index, AMRL-TR-66-220, 1967. Null for a text that is too short.
 */
export function schoolYears({ sentences }: Pick<WrittenText, 'sentences'>): number | null {
  const prose = sentences.filter(({ passage, text }) => passage.kind === 'text' && /\p{L}/u.test(text));
  const words = prose.flatMap(({ text }) => text.match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? []);
  if (words.length < FEWEST_WORDS) return null;
  const letters = words.reduce((sum, word) => sum + word.replace(/[^\p{L}\d]/gu, '').length, 0);
  return 4.71 * (letters / words.length) + 0.5 * (words.length / prose.length) - 21.43;
}
