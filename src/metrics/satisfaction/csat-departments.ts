import type { Dataset } from '../../dataset/dataset.ts';
import { departmentsAnalysis } from '../departments.ts';
import { positiveAnswers } from '../estimators/positive-answers.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['responses.csat | tickets.csat', 'responses.department | tickets.department'];

const satisfied = once((dataset: Dataset) => positiveAnswers(dataset, 'csat'));

/** How much satisfaction differs between departments (B24). */
export const csatDepartments = departmentsAnalysis({
  words: {
    id: 'csat_departments',
    name: 'CSAT: variance between departments',
    label: 'CSAT',
    lens: 'satisfaction',
    question: 'Do departments differ in satisfaction by more than chance?',
    needs: NEEDS,
    counts: 'answers',
  },
  subject: 'satisfaction, counted as satisfied or not,',
  missing: ({ dataset }) => missingField(dataset, NEEDS),
  sample: ({ dataset }) => satisfied(dataset),
});
