/**
 * Every contrast in the order of the site. A new one is its own file and one line here; its tests are shown by views of
 * `report/contrasts/`.
 */
import type { Contrast, ContrastTest, Topic } from './contrast.ts';
import { emotion } from './emotion.ts';
import { focus } from './focus.ts';
import { foresight } from './foresight.ts';
import { horizon } from './horizon.ts';
import { journey } from './journey.ts';
import { loyalty } from './loyalty.ts';
import { measurement } from './measurement.ts';
import { memory } from './memory.ts';
import { ownership } from './ownership.ts';
import { practices } from './practices.ts';
import { scope } from './scope.ts';
import { similarities } from './similarities.ts';
import { teams } from './teams.ts';

export const CONTRASTS: readonly Contrast[] = [
  scope,
  emotion,
  horizon,
  ownership,
  measurement,
  foresight,
  focus,
  journey,
  teams,
  loyalty,
  memory,
];

/** Every page of tests. */
export const TOPICS: readonly Topic[] = [...CONTRASTS, similarities, practices];

/** Every test once, in the order of the pages. */
export const CONTRAST_TESTS: readonly ContrastTest<object>[] = TOPICS.flatMap(({ tests }) => tests);
