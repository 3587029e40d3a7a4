/**
 * Several departments with one aim, or a support department.
 */
import type { Contrast } from './contrast.ts';
import { functionsPerCase } from './teams/functions-per-case.ts';
import { moreFunctions } from './teams/more-functions.ts';
import { whereTimeGoes } from './teams/where-time-goes.ts';

export const teams: Contrast = {
  id: 'teams',
  name: 'Teams',
  group: 'experience and service',
  sides: ['Departments that share an aim', 'A support department with good tools and staff'],
  question: 'Can a support department settle what customers bring, or does it take several departments?',
  idea: [
    'Service is the work of a support department with good tools and staff; experience takes departments that work together.',
    'If that is so, many cases need more than one department, much of the wait passes outside support, and cases that go ' +
      'through several departments end worse than others of their kind.',
  ],
  tests: [functionsPerCase, whereTimeGoes, moreFunctions],
  practices: [
    {
      text: 'For the topics that need several departments, bring those together in one team with one queue and one target.',
      fits: ['holds', 'mixed'],
      metric: 'functions_per_case',
    },
    {
      text: 'Agree with the departments outside support how soon they answer a case, and measure it on the clock that customers see.',
      fits: ['holds', 'mixed', 'open'],
      metric: 'where_time_goes',
    },
    {
      text: 'Invest in the tools and the staff of support first: that is where cases are settled here.',
      fits: ['contradicted', 'mixed'],
      metric: 'fcr_7d_any',
    },
    {
      text: 'Export what happens to tickets, with the department that has them: without it nobody can say where the time goes.',
      fits: ['untold', 'open', 'described'],
      metric: 'resolution_median',
    },
  ],
};
