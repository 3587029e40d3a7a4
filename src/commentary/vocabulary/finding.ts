import { Mistake } from '../../config/mistake.ts';
import { claim } from './claim.ts';
import type { WriterComponent } from './component.ts';

/** A headline is read at a glance. */
const MOST_WORDS = 15;

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
  check: ({ props, place }) => {
    const headline = String(props.headline);
    const words = headline.trim().split(/\s+/).length;
    if (words <= MOST_WORDS) return;
    throw new Mistake({
      ...place,
      what: 'headline of <Finding> is too long',
      found: `${words} words`,
      expected: `at most ${MOST_WORDS} words`,
      remedy: 'Say what was found in the headline, and the rest below it.',
    });
  },
  example:
    '<Finding headline="Most answers after a contact are satisfied ones" metric="csat" more than="half">What they have in ' +
    'common is told below.</Finding>',
};
