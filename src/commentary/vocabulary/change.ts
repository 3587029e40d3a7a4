import type { WriterComponent } from './component.ts';

export const change: WriterComponent = {
  name: 'Change',
  words:
    'What became of a figure, in words that the data allow: rose or fell by how much, no clear change, too few answers ' +
    'to say.',
  props: {
    metric: { kind: 'metric', words: 'which figure: its id, name or label', required: true },
    period: { kind: 'period', words: 'in which period; the last complete one when left out' },
    against: {
      kind: 'text',
      words: 'the period before (when left out), or the same period a year earlier',
      oneOf: ['previous', 'year-earlier'],
    },
  },
  filters: true,
  content: 'none',
  example: 'Set beside a year earlier, satisfaction <Change metric="csat" against="year-earlier" />.',
};
