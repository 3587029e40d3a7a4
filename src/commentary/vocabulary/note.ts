import type { WriterComponent } from './component.ts';

export const note: WriterComponent = {
  name: 'Note',
  words: 'Something that belongs beside the text rather than in it, set apart under the word “Note”.',
  props: {},
  filters: false,
  content: 'block',
  example: '<Note>Ratings that customers gave after a visit are asked for by text message.</Note>',
};
