import type { Find, Rule } from '../rule.ts';

export const missingHeadline: Rule = {
  id: 'missing-headline',
  words:
    'A text without a title in its front matter, without a heading and without a `<Finding>`; a heading that is the name of a metric and says nothing of it.',
  example: '## NPS',
  find: ({ passages, sentences, hasTitle }) => {
    const isHeaded =
      hasTitle ||
      passages.some(({ kind, spans }) => kind === 'heading' || spans.some(({ component }) => component === 'Finding'));
    const first = passages[0];
    const none: Find[] =
      isHeaded || first === undefined
        ? []
        : [
            {
              what: 'A text has no headline',
              expected: 'a title in the front matter, a heading, or a <Finding headline="…">',
              remedy: 'Begin the file with “---”, “title: …” and “---”, each on a line of its own.',
            },
          ];
    const bare = sentences.flatMap(({ passage, text, mentions }): Find[] => {
      const isName = mentions.some(
        ({ from, to }) => text.slice(0, from).trim() === '' && /^[\s.:()]*$/.test(text.slice(to)),
      );
      if (passage.kind !== 'heading' || !isName || passage.text.trim() !== text.trim()) return [];
      return [
        {
          at: { passage, index: 0 },
          what: 'A heading is the name of a metric and says nothing of it',
          found: text.trim(),
          expected: 'what was found, or what the section is about',
          remedy: `Say it in a sentence, or make the section a <Finding headline="…" metric="${mentions[0]?.metric.id}" …>.`,
        },
      ];
    });
    return [...none, ...bare];
  },
};
