/**
 * What experience and service are said to share. A similarity is a claim of sameness, and is tested as one.
 */
import type { Topic } from './contrast.ts';
import { activeListening } from './similarities/active-listening.ts';
import { closedLoop } from './similarities/closed-loop.ts';
import { evidenceCoverage } from './similarities/evidence-coverage.ts';
import { humanTouch } from './similarities/human-touch.ts';
import { interactionWeight } from './similarities/interaction-weight.ts';
import { oneDirection } from './similarities/one-direction.ts';

export const similarities: Topic = {
  id: 'similarities',
  name: 'Similarities',
  question: 'Does what experience and service are said to share show in these data?',
  idea: [
    'Experience and service are said to live by the same things: good dealings with people, a human touch, learning from ' +
      'feedback, evidence, one goal, and listening.',
    'To say that two things are the same takes more than finding no difference between them: they have to be shown to differ ' +
      'by less than would matter.',
  ],
  counted: 'things that experience and service are said to share',
  tests: [interactionWeight, humanTouch, closedLoop, evidenceCoverage, oneDirection, activeListening],
  practices: [
    {
      text: 'Keep one promise to every customer who complains: somebody answers within two days, and the answer is recorded.',
      fits: ['holds', 'mixed', 'open', 'untold'],
      metric: 'closed_loop',
    },
    {
      text: 'Leave some answers without a follow-up by lot, not by choice: only then does a later answer tell what calling is worth.',
      fits: ['mixed', 'open', 'contradicted'],
      metric: 'closed_loop',
    },
    {
      text: 'Write the customer’s number into every export: what cannot be linked cannot be compared.',
      fits: ['holds', 'mixed', 'contradicted', 'open', 'untold'],
      metric: 'evidence_coverage',
    },
    {
      text: 'Give service and experience targets of their own where they do not pull in one direction, and report both.',
      fits: ['contradicted', 'mixed'],
      metric: 'one_direction',
    },
  ],
};
