import { departmentsAnalysis } from '../departments.ts';
import { missingField } from '../missing-field.ts';
import { windowOutcomes } from './fcr-window.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from './solution-moment.ts';

const NEEDS = ['tickets.customer_id', 'tickets.department', SOLUTION_FIELDS];

/** How much first-contact resolution differs between departments (B24). */
export const fcrDepartments = departmentsAnalysis({
  words: {
    id: 'fcr_departments',
    name: 'First-contact resolution: variance between departments',
    label: 'FCR-7d-any',
    lens: 'service',
    question: 'Do departments differ in first-contact resolution by more than chance?',
    needs: NEEDS,
    counts: 'solved tickets',
  },
  subject: 'first-contact resolution (FCR-7d-any), resolved or not,',
  missing: ({ dataset }) => missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset),
  sample: ({ dataset }) => windowOutcomes(dataset, 7, 'any').sample,
});
