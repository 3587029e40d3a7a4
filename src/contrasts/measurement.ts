/**
 * Scores or what customers say.
 */
import type { Contrast } from './contrast.ts';
import { agreementOfInstruments } from './measurement/agreement-of-instruments.ts';
import { representativeness } from './measurement/representativeness.ts';
import { whoIsHeard } from './measurement/who-is-heard.ts';

export const measurement: Contrast = {
  id: 'measurement',
  name: 'Measurement',
  group: 'satisfaction and experience',
  sides: ['Surveys, forms and scores', 'Reading of touchpoints, talks and feelings'],
  question: 'Do scores tell what customers say, and of which customers?',
  idea: [
    'Satisfaction is measured by asking: a form, a rating, a Net Promoter Score.',
    'Experience is said to need reading as well: what people write and how they come back tells what a number cannot. If that is ' +
      'so, comments differ from the scores beside them, and each way of listening hears other customers.',
  ],
  tests: [whoIsHeard, agreementOfInstruments, representativeness],
  practices: [
    {
      text: 'Read every comment beside a top score: a complaint there never shows in an average.',
      fits: ['holds', 'mixed'],
      metric: 'agreement_of_instruments',
    },
    {
      text: 'Ask those who are heard by nothing: a few calls a month to silent customers, drawn by lot.',
      fits: ['holds', 'mixed', 'open', 'described', 'untold'],
      metric: 'who_is_heard',
    },
    {
      text: 'Weight answers by what is known of everybody, or ask other customers, where those who answer are not like the rest.',
      fits: ['holds'],
      metric: 'representativeness',
    },
    {
      text: 'Keep the short form: where comments and scores tell the same, a longer one costs customers time.',
      fits: ['contradicted'],
      metric: 'response_rate',
    },
    {
      text: 'Have two people code a hundred comments without the scores in sight, once a year.',
      fits: ['open', 'untold'],
      metric: 'agreement_of_instruments',
    },
  ],
};
