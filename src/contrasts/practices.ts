/**
 * How to excel: what is commonly recommended, each beside what would show whether it works here.
 */
import type { Topic, Way } from './contrast.ts';
import { automation } from './practices/automation.ts';

export const practices: Topic = {
  id: 'practices',
  name: 'Practices',
  question: 'What is recommended to those who want to excel, and would it show in these data?',
  idea: [
    'Three things are recommended again and again: let technology streamline while the care stays personal, understand what ' +
      'customers need and prefer, and attend to every touchpoint.',
    'Advice is easily given and seldom checked; here the first is tested, and the others stand beside what this report says of them.',
  ],
  tests: [automation],
  practices: [
    {
      text: 'Judge a bot by what is held after seven days, never by what no person had to see.',
      fits: ['holds', 'mixed', 'contradicted', 'open', 'untold'],
      metric: 'automation',
    },
    {
      text: 'Give customers of bots a way to a person within two messages, and ask them afterwards as often as everybody else.',
      fits: ['contradicted', 'mixed', 'open', 'untold'],
      metric: 'response_rate',
    },
    {
      text: 'Hand the next kind of easy ticket to the bot, one at a time, and watch who comes back.',
      fits: ['holds'],
      metric: 'repeat_contact_7d',
    },
  ],
};

/** In the order of the page. */
export const WAYS: readonly Way[] = [
  {
    name: 'Let technology streamline, and keep the care personal',
    text: 'Automation should take away waiting and repetition, not the feeling of being treated as a person.',
    shownBy: ['a1', 'first_response_median'],
  },
  {
    name: 'Understand needs and preferences',
    text: 'Know what weighs most for customers, and what they say in their own words, before anything is built for them.',
    shownBy: ['drivers', 'words', 'foresight'],
  },
  {
    name: 'Attend to every touchpoint',
    text: 'A journey is as good as its weakest step, so every step is asked about and none is optimised alone.',
    shownBy: ['focus', 'scope', 'peak_end', 'ces'],
  },
];
