import { Mistake } from '../../config/mistake.ts';
import { nearest } from '../../config/nearest.ts';
import { GLOSSARY, termNamed } from '../glossary.ts';
import type { WriterComponent } from './component.ts';

export const term: WriterComponent = {
  name: 'Term',
  words: 'A word of the glossary, linked to its explanation.',
  props: {
    name: { kind: 'text', words: 'the term as the glossary has it, where the sentence calls it otherwise' },
  },
  filters: false,
  content: 'text',
  check: ({ props, text, place }) => {
    const written = typeof props.name === 'string' ? props.name : text;
    if (termNamed(written) !== undefined) return;
    const names = GLOSSARY.flatMap(({ term: full }) => [full, ...full.split(', ')]);
    const guess = nearest(written, names);
    throw new Mistake({
      ...place,
      what: `The glossary does not explain "${written}"`,
      found: written,
      expected: 'a term of the glossary, in the text or in name="…"',
      remedy: guess === undefined ? 'Take <Term> out, or name a term of the glossary.' : `Did you mean "${guess}"?`,
    });
  },
  example: 'Among <Term name="detractor">those who warn their friends</Term> one reason comes first.',
};
