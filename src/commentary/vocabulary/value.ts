import type { WriterComponent } from './component.ts';

export const value: WriterComponent = {
  name: 'Value',
  words: 'A figure in a sentence, with its interval and what it rests on. It is taken from the data at every build.',
  props: {
    metric: { kind: 'metric', words: 'which figure: its id, name or label', required: true },
    period: { kind: 'period', words: 'for which period; the last complete one when left out' },
  },
  filters: true,
  content: 'none',
  example: 'The satisfied share is <Value metric="csat" />.',
};
