/**
 * Settling what has gone wrong, or seeing it come.
 */
import type { Contrast } from './contrast.ts';
import { earlyWarning } from './foresight/early-warning.ts';
import { operationsAhead } from './foresight/operations-ahead.ts';
import { proactiveShare } from './foresight/proactive-share.ts';

export const foresight: Contrast = {
  id: 'foresight',
  name: 'Foresight',
  group: 'satisfaction and experience',
  sides: ['Complaints resolved as they arise', 'Needs foreseen and met before anybody asks'],
  question: 'Does the company see trouble come, and do its data warn it in time?',
  idea: [
    'Satisfaction work is said to react: somebody complains, and the complaint is settled. Experience work is said to look ahead ' +
      'and to act before there is anything to complain of.',
    'If that can be done here, the company begins a growing part of the contacts itself, and what it already measures gives a ' +
      'warning before customers complain or leave.',
  ],
  tests: [proactiveShare, earlyWarning, operationsAhead],
  practices: [
    {
      text: 'Tell customers of what will affect them before they ask, and count whether they still have to.',
      fits: ['holds', 'mixed', 'contradicted', 'open'],
      metric: 'proactive_share',
    },
    {
      text: 'Put customers with an alarm on a list for a call, and leave some of them, drawn by lot, without one.',
      fits: ['holds', 'mixed'],
      metric: 'early_warning',
    },
    {
      text: 'Do not buy a forecast yet: find out first what else, beside scores and contacts, goes before leaving.',
      fits: ['contradicted', 'open'],
      metric: 'early_warning',
    },
    {
      text: 'Record who began each contact, and when customers left: without both nobody can tell foresight from luck.',
      fits: ['untold', 'open'],
      metric: 'proactive_share',
    },
  ],
};
