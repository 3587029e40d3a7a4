import type { Lens } from '../report/types/estimate.ts';

/** What each panel looks at, in one sentence that stays the same wherever the panel is introduced. */
export const PANEL_WORDS: Readonly<Record<Lens, string>> = {
  satisfaction: 'One transaction, judged in the moment: were needs met, was the promise kept?',
  service: 'One contact with support: was the issue solved fast, and right the first time?',
  experience: 'The whole journey, as it is remembered: would customers come back and say so?',
};
