/**
 * All analyses, in the order in which pages show them. A new analysis is its own file and one line here.
 */
import type { Analysis } from './analysis.ts';
import { drivers } from './experience/drivers.ts';
import { journeyStages } from './experience/journey-stages.ts';
import { lead } from './experience/lead.ts';
import { leaving } from './experience/leaving.ts';
import { peakEnd } from './experience/peak-end.ts';
import { sentiment } from './experience/sentiment.ts';
import { themes } from './experience/themes.ts';
import { experienceWeighting } from './experience/weighting.ts';
import { words } from './experience/words.ts';
import { csatDepartments } from './satisfaction/csat-departments.ts';
import { csatMix } from './satisfaction/csat-mix.ts';
import { satisfactionWeighting } from './satisfaction/weighting.ts';
import { fcrDepartments } from './service/fcr-departments.ts';
import { fcrMix } from './service/fcr-mix.ts';
import { handOffs } from './service/hand-offs.ts';

export const ANALYSES: readonly Analysis<object>[] = [
  csatMix,
  csatDepartments,
  satisfactionWeighting,
  fcrMix,
  fcrDepartments,
  handOffs,
  drivers,
  journeyStages,
  peakEnd,
  lead,
  leaving,
  themes,
  words,
  sentiment,
  experienceWeighting,
];
