import type { WriterComponent } from './component.ts';

export const include: WriterComponent = {
  name: 'Include',
  words:
    'A text that several pages share, kept once in content/partials/. Its figures and claims are those of the page that ' +
    'includes it; a mistake in it is reported at its own line.',
  props: {
    text: {
      kind: 'text',
      words: 'its file in content/partials/ without .mdx: `text="survey-caution"`',
      required: true,
    },
  },
  filters: false,
  content: 'none',
  ownLines: true,
  example: '<Include text="who-answers" />',
};
