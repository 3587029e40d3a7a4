import type { WriterComponent } from './component.ts';

export const unknown: WriterComponent = {
  name: 'Unknown',
  words:
    'What these data cannot tell, set apart under those words: a question that readers will ask and nobody can answer yet.',
  props: {},
  filters: false,
  content: 'block',
  example: '<Unknown>Whether customers who left were ever asked how it went.</Unknown>',
};
