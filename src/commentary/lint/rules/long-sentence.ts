import { type Find, type Rule, shown } from '../rule.ts';

export const longSentence: Rule = {
  id: 'long-sentence',
  words: 'A sentence of more words than `writing.longest_sentence`, which is 35 unless set; a component counts as one.',
  example: 'A sentence that goes on, and on, and on, until nobody knows how it began.',
  find: ({ sentences }, { settings }) =>
    sentences.flatMap((sentence): Find[] => {
      const words = sentence.text.match(/[\p{L}\d\ufffc][\p{L}\d’'%.,-]*/gu)?.length ?? 0;
      if (words <= settings.longest_sentence || sentence.passage.kind === 'cell') return [];
      return [
        {
          at: { passage: sentence.passage, index: sentence.start + sentence.text.search(/\S/) },
          what: 'A sentence is long',
          sentence: shown(sentence),
          found: `${words} words`,
          expected: `at most ${settings.longest_sentence} words`,
          remedy: 'Make two of it.',
        },
      ];
    }),
};
