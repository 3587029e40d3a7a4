/**
 * How each analysis is shown. A new one is its view's file and one line here.
 */
import { experienceWeighting } from '../../metrics/experience/weighting.ts';
import { csatDepartments } from '../../metrics/satisfaction/csat-departments.ts';
import { csatMix } from '../../metrics/satisfaction/csat-mix.ts';
import { satisfactionWeighting } from '../../metrics/satisfaction/weighting.ts';
import { fcrDepartments } from '../../metrics/service/fcr-departments.ts';
import { fcrMix } from '../../metrics/service/fcr-mix.ts';
import { departmentsView } from './departments-view.ts';
import { driversView } from './drivers-view.ts';
import { handOffsView } from './hand-offs-view.ts';
import { journeyStagesView } from './journey-stages-view.ts';
import { leadView } from './lead-view.ts';
import { leavingView } from './leaving-view.ts';
import { mixView } from './mix-view.ts';
import { peakEndView } from './peak-end-view.ts';
import { sentimentView } from './sentiment-view.ts';
import { themesView } from './themes-view.ts';
import type { AnalysisView } from './view.ts';
import { weightingView } from './weighting-view.ts';
import { wordsView } from './words-view.ts';

/** In the order in which pages show them. */
export const VIEWS: readonly AnalysisView<object>[] = [
  mixView(csatMix, 'csat'),
  departmentsView(csatDepartments, 'csat'),
  weightingView(satisfactionWeighting),
  mixView(fcrMix, 'fcr_7d_any'),
  departmentsView(fcrDepartments, 'fcr_7d_any'),
  handOffsView,
  driversView,
  journeyStagesView,
  peakEndView,
  leadView,
  leavingView,
  themesView,
  wordsView,
  sentimentView,
  weightingView(experienceWeighting),
];
