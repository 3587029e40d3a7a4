import { Mistake } from '../../config/mistake.ts';
import { day } from '../../config/values.ts';
import type { WriterComponent } from './component.ts';

export const event: WriterComponent = {
  name: 'Event',
  words: 'Something that happened, with its date and a link to a chart that marks it. It is named as the events are.',
  props: {
    name: { kind: 'text', words: 'its words in content/events.csv or report.yaml' },
    date: {
      kind: 'text',
      words: 'its day instead, such as 2026-04-01; beside a name where the same thing happened twice',
    },
  },
  filters: false,
  content: 'none',
  check: ({ props, place }) => {
    if (props.name === undefined && props.date === undefined) {
      throw new Mistake({
        ...place,
        what: '<Event> does not say which event it is',
        found: 'nothing',
        expected: 'name="…" or date="2026-04-01"',
        remedy: 'Name the event by its words or its day.',
      });
    }
    if (props.date === undefined || day.safeParse(props.date).success) return;
    throw new Mistake({
      ...place,
      what: 'date of <Event> is no date',
      found: `date="${String(props.date)}"`,
      expected: 'a day such as 2026-04-01',
      remedy: 'Write the day as the events have it.',
    });
  },
  example: 'Since <Event name="New prices" />, more customers write about their bills.',
};
