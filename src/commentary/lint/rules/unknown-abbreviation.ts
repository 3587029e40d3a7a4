import { GLOSSARY } from '../../glossary.ts';
import type { Passage } from '../passage.ts';
import type { Find, Known, Rule } from '../rule.ts';

/** Abbreviations that need no explanation to readers of a report in English. */
const EVERYDAY = new Set(
  'UK EU US USA UN UAE CEO CFO CTO COO CX HR IT PR QA TV PC PDF CSV XML HTML URL FAQ SMS GPS USB PIN ID VAT GDP GMT BST CET UTC AM PM OK PS NB BBC NHS ISO MDX API GBP EUR USD CHF A4 Q&A R&D B2B B2C AGM DIY CV PO VIP ATM LED'.split(
    ' ',
  ),
);
const ABBREVIATION = /(?<!\d )(?<![\p{L}\d@/.#-])\p{Lu}[\p{Lu}&]*\p{Lu}(?:-\d+)?(?=s?(?![\p{L}\d@/]))/gu;
const ROMAN = /^[IVXLC]+$/;

export const unknownAbbreviation: Rule = {
  id: 'unknown-abbreviation',
  words:
    'Capitals that stand for words which neither the glossary nor the report nor the text itself explains, as in “average handling time (AHT)”, the first time they are used. Add those that your readers know to `writing.abbreviations`.',
  example: 'Agents keep an eye on AHT.',
  find: ({ passages }, known) => {
    const explained = explainedIn(known);
    const seen = new Set(passages.flatMap(introduced));
    return passages.flatMap((passage) =>
      [...passage.text.matchAll(ABBREVIATION)].flatMap(({ 0: written, index }): Find[] => {
        const isShouted = passage.text.replace(/[^\p{L}]/gu, '') === passage.text.replace(/[^\p{Lu}]/gu, '');
        const isKnown = EVERYDAY.has(written) || ROMAN.test(written) || explained.has(written) || seen.has(written);
        if (isKnown || isShouted || isShouting(passage.text, written, index)) return [];
        seen.add(written);
        return [
          {
            at: { passage, index },
            what: `Nothing explains what ${written} stands for`,
            found: written,
            expected: 'an abbreviation of the glossary, or one that the text explains',
            remedy: `Write it out the first time: “the words in full (${written})”, or add it to writing.abbreviations in report.yaml.`,
          },
        ];
      }),
    );
  },
};

/** Abbreviations that a passage explains: “average handling time (AHT)”, “AHT, average handling time”, “AHT (average …”. */
function introduced({ text }: Passage): string[] {
  const before = Array.from(text.matchAll(/\((?<short>\p{Lu}[\p{Lu}&]+)s?\)/gu), ({ groups }) => groups?.short ?? '');
  const after = Array.from(
    text.matchAll(/(?<short>\p{Lu}[\p{Lu}&]+)s? (?:\((?:\p{L}+ )+|stands for|is short for|means)/gu),
    ({ groups }) => groups?.short ?? '',
  );
  return [...before, ...after];
}

/** A word in capitals among others, for emphasis. */
function isShouting(text: string, written: string, index: number): boolean {
  const [before, after] = [text.slice(0, index), text.slice(index + written.length)];
  return /\p{Lu}{2,}[\s,]+$/u.test(before) || /^[\s,]+\p{Lu}{2,}/u.test(after);
}

function explainedIn({ metrics, words, settings }: Known): ReadonlySet<string> {
  const texts = [
    ...GLOSSARY.flatMap(({ term, spoken }) => [term, ...(spoken ?? [])]),
    ...metrics.flatMap(({ name, label }) => [name, label]),
    ...words,
    ...settings.abbreviations,
  ];
  return new Set([...settings.abbreviations, ...texts.flatMap((text) => text.match(/\p{Lu}[\p{Lu}&]*\p{Lu}/gu) ?? [])]);
}
