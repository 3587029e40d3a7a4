import { claim } from './claim.ts';
import type { WriterComponent } from './component.ts';
import { checkHeadline, MOST_WORDS } from './headline.ts';

export const finding: WriterComponent = {
  name: 'Finding',
  words:
    'A headline that the data support, and under it what you have to say of it. The headline is a claim like those of ' +
    '<Claim>, with the same words.',
  props: {
    headline: { kind: 'text', words: `what was found, in at most ${MOST_WORDS} words`, required: true },
    ...claim.props,
  },
  filters: true,
  content: 'block',
  check: checkHeadline,
  example:
    '<Finding headline="Most answers after a contact are satisfied ones" metric="csat" more than="half">What they have in ' +
    'common is told below.</Finding>',
};
