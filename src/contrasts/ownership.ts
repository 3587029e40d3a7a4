/**
 * One department, or the whole company.
 */
import type { Contrast } from './contrast.ts';
import { departmentShare } from './ownership/department-share.ts';
import { rankAgreement } from './ownership/rank-agreement.ts';
import { seamCost } from './ownership/seam-cost.ts';

export const ownership: Contrast = {
  id: 'ownership',
  name: 'Ownership',
  group: 'satisfaction and experience',
  sides: ['Each department on its own', 'The company as one'],
  question: 'Does satisfaction belong to departments, and recommendation to the company?',
  idea: [
    'Satisfaction is measured where work is done, department by department; experience is what all of them together leave ' +
      'with a customer.',
    'If that is so, satisfaction differs between departments more than recommendation does, customers lose out where they ' +
      'cross from one department to the next, and no department is the best at everything.',
  ],
  tests: [departmentShare, seamCost, rankAgreement],
  practices: [
    {
      text: 'Give every case that crosses departments one owner until the customer says that it is settled.',
      fits: ['holds', 'mixed'],
      metric: 'seam_cost',
    },
    {
      text: 'Set a target for recommendation that departments share, beside the satisfaction target of each.',
      fits: ['holds', 'mixed'],
      metric: 'department_share',
    },
    {
      text: 'Learn from the department that leads on all measures before starting a programme for the whole company.',
      fits: ['contradicted', 'mixed'],
      metric: 'rank_agreement',
    },
    {
      text: 'Record on every ticket which departments it passed through: crossings can only be counted where they are written down.',
      fits: ['open', 'untold', 'described'],
      metric: 'transfers',
    },
  ],
};
