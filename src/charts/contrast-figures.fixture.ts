/**
 * One invented figure of each kind of contrast: small, deterministic, as the report would hand it over.
 */
import type { ContrastFigure } from '../report/types/contrast-figure.ts';
import { bumpFigure, levelsFigure, slopeFigure } from './contrast-lines.fixture.ts';
import { stackFigure, stepsFigure, stripFigure, upsetFigure } from './contrast-parts.fixture.ts';
import { intervalsFigure, opposedFigure, strataFigure } from './contrast-rows.fixture.ts';

/** One figure of each kind. */
export function contrastFigures(): ContrastFigure[] {
  return [
    stripFigure(
      ['CSAT', 'Effort', 'Emotion', 'Recommendation'],
      [
        ['Choosing and comparing', 0, 'no_data', 'no_data', 214],
        ['Onboarding', 318, 22, 0, 'suppressed'],
        ['Everyday use', 'not_applicable', 'not_applicable', 46, 640],
        ['Support', 2412, 1190, 388, 'suppressed'],
        ['Bills and payment', 41, 12, 'suppressed', 0],
        ['Renewal', 'no_data', 'no_data', 'no_data', 'no_data'],
      ],
    ),
    stackFigure(
      [
        ['Support', 'main'],
        ['Other departments', 'second'],
        ['Nobody', 'unassigned'],
        ['Waiting for the customer', 'waiting'],
      ],
      [
        ['Bills and payment', [0.31, 0.34, 0.12, 0.23], '1,204 tickets'],
        ['Delivery', [0.44, 0.27, 0.03, 0.26], '980 tickets'],
        ['Password and access', [1, 0, 0, 0], '611 tickets'],
        ['Change of contract holder after a death', null],
      ],
    ),
    levelsFigure(
      'Contacts per customer',
      ['1', '2', '3', '5', '8'],
      [
        ['One contact satisfied', [0.9, 0.9, 0.89, 0.88, 0.87], 0.02],
        ['Every contact satisfied', [0.9, 0.82, 0.75, 0.64, 0.55], 0.05],
      ],
      { reference: { label: 'If independent', values: [0.9, 0.81, 0.73, 0.59, 0.43] } },
    ),
    slopeFigure([
      ['Promoters', 'positive', 0.52, 0.38],
      ['Passives', 'neutral', 0.27, 0.31],
      ['Detractors', 'negative', 0.21, 0.31],
    ]),
    upsetFigure(
      ['Score', 'Comment', 'Ticket'],
      [
        [[], 0.57, 7114],
        [['Ticket'], 0.21, 2621],
        [['Score', 'Ticket'], 0.1, 1248],
        [['Score', 'Comment', 'Ticket'], 0.07, 874],
        [['Score'], 0.04, 499],
        [['Score', 'Comment'], 0.01, 124],
        [['Comment', 'Ticket'], 0, 0],
        [['Comment'], null, 0],
      ],
    ),
    bumpFigure(
      ['CSAT', 'Effort', 'Solved at once', 'Recommendation'],
      [
        ['Onboarding', true, [1, 1, 3], [2, 1, 4], [7, 5, 8], [3, 1, 6]],
        ['Technical support', true, [6, 4, 8], [5, 3, 7], [1, 1, 2], [6, 3, 8]],
        ['Bills and payment', false, [3, 2, 5], [4, 2, 6], [4, 2, 6], [1, 1, 4]],
        ['Sales', false, [2, 1, 4], [1, 1, 3], [6, 4, 8], [2, 1, 5]],
        ['Delivery', false, [4.5, 3, 7], [7, 5, 8], [3, 2, 5], [7, 4, 8]],
        ['Returns', false, [4.5, 3, 7], [6, 4, 8], [5, 3, 7], [5, 2, 8]],
        ['Complaints', false, [8, 6, 8], [8, 7, 8], [8, 6, 8], [8, 6, 8]],
        ['Account management', false, [7, 5, 8], [3, 1, 5], [2, 1, 4], null],
      ],
    ),
    opposedFigure(
      ['Customer first', 'Company first'],
      [
        ['Onboarding', 2.1, 6.4, 'mostly proactive'],
        ['Everyday use', 3.8, 0.9, 'mostly reactive'],
        ['Bills and payment', 5.6, 1.2, 'mostly reactive'],
        ['Renewal', 1.1, 0, ''],
        ['Moving house or changing the contract holder', 0.8, null, ''],
      ],
    ),
    strataFigure(
      [
        ['Bill or payment, 1 contact', 0.88, 0.79],
        ['Bill or payment, 2 contacts', 0.81, 0.74],
        ['Delivery, 1 contact', 0.92, 0.84],
        ['Delivery, 2 contacts', 0.8, 0.8],
        ['Change of contract holder, 2 or more contacts', 0.71, null],
        ['Password, 1 contact', 1, 0.94],
        ['Complaint, 3 or more contacts', null, null],
      ],
      [['All strata together', -0.09, 0.034]],
    ),
    intervalsFigure(
      [
        [
          'Leaving within 90 days',
          [
            ['CSAT', 0.72, 0.05],
            ['Likelihood to recommend', 0.63, 0.06],
            ['Effort', 0.66, 0.07],
            ['Emotion', null, 0],
            ['Solved at once', 0.58, 0.05],
            ['First reply', 0.52, 0.05],
          ],
        ],
        [
          'Renewing or buying more',
          [
            ['CSAT', 0.55, 0.06],
            ['Likelihood to recommend', 0.67, 0.05],
            ['Effort', 0.54, 0.07],
            ['Emotion', 0.61, 0.11],
            ['Solved at once', 0.5, 0.05],
            ['First reply', 0.49, 0.05],
          ],
        ],
      ],
      { reference: { value: 0.5, text: 'chance alone 0.50' } },
    ),
    stepsFigure('comments', [
      ['Received', 1480, 0],
      ['Answered', 984, 0.024],
      ['Coded', 902, 0.025],
      ['Acted on', 466, 0.024],
      ['Told what was changed', null, 0],
    ]),
  ];
}
