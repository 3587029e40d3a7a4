import { DUE_EXAMPLES, dueDate } from '../../calendar/due-date.ts';
import { Mistake } from '../../config/mistake.ts';
import type { EnclosingUse, UsePlace, WriterComponent } from './component.ts';

export const soWhat: WriterComponent = {
  name: 'SoWhat',
  words:
    'What follows from a finding: what is to be done, who sees to it and by when. An action of actions.csv brings its own ' +
    'owner and date.',
  props: {
    action: {
      kind: 'text',
      words: 'an action of content/actions.csv, in its words there; owner and by are then its own',
    },
    owner: { kind: 'text', words: 'who sees to it, where no action is named' },
    by: { kind: 'text', words: `by when, where no action is named, such as ${DUE_EXAMPLES}` },
  },
  filters: false,
  content: 'block',
  check: ({ props, place }) => {
    if (props.action !== undefined) return checkNamed(props, place);
    const missing = (['owner', 'by'] as const).find((name) => props[name] === undefined);
    if (missing !== undefined) {
      throw new Mistake({
        ...place,
        what: `<SoWhat> has no ${missing}`,
        found: Object.keys(props).join(', ') || 'nothing',
        expected: 'owner="Ann Lee" by="30 September 2026", or action="…"',
        remedy: `Add ${missing}="…", or name an action of content/actions.csv.`,
      });
    }
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

/** What the file of actions says is not said twice, so that the two cannot differ. */
function checkNamed(props: EnclosingUse['props'], place: UsePlace): void {
  const repeated = (['owner', 'by'] as const).filter((name) => props[name] !== undefined);
  if (repeated.length === 0) return;
  throw new Mistake({
    ...place,
    what: `<SoWhat> names an action, which has its own ${repeated.join(' and ')}`,
    found: repeated.map((name) => `${name}="${String(props[name])}"`).join(' '),
    expected: 'action="…" alone',
    remedy: `Take ${repeated.join(' and ')} out, and change content/actions.csv where it differs.`,
  });
}
