import type { WriterComponent } from './component.ts';

export const compare: WriterComponent = {
  name: 'Compare',
  words:
    'Two groups, or two figures of different panels, side by side in words that the data allow: which is higher and by ' +
    'how much, or what became of each.',
  props: {
    metric: { kind: 'metric', words: 'which figure: its id, name or label', required: true },
    with: {
      kind: 'text',
      words: 'what it is set beside: another group, such as with="email" beside channel="phone", or another metric',
      required: true,
    },
    period: { kind: 'period', words: 'in which period; the last complete one when left out' },
    against: {
      kind: 'text',
      words: 'of two metrics: since the period before (when left out), or since the same period a year earlier',
      oneOf: ['previous', 'year-earlier'],
    },
  },
  filters: true,
  content: 'none',
  example: 'A year on, <Compare metric="csat" with="nps" against="year-earlier" />.',
};
