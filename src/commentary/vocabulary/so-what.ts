import { DUE_EXAMPLES, dueDate } from '../../calendar/due-date.ts';
import { Mistake } from '../../config/mistake.ts';
import type { WriterComponent } from './component.ts';

export const soWhat: WriterComponent = {
  name: 'SoWhat',
  words: 'What follows from a finding: what is to be done, who sees to it and by when.',
  props: {
    owner: { kind: 'text', words: 'who sees to it', required: true },
    by: { kind: 'text', words: `by when, such as ${DUE_EXAMPLES}`, required: true },
  },
  filters: false,
  content: 'block',
  check: ({ props, place }) => {
    const written = String(props.by);
    if (dueDate(written) !== null) return;
    throw new Mistake({
      ...place,
      what: 'by of <SoWhat> is no date',
      found: `by="${written}"`,
      expected: DUE_EXAMPLES,
      remedy: 'Write the day, the month or the quarter by which it is done.',
    });
  },
  example:
    '<SoWhat owner="Tom Averley" by="30 September 2026">Call every customer whom the chatbot sent back.</SoWhat>',
};
