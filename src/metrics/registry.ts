/**
 * All metrics, in the order in which pages show them. A new metric is its own file and one line here.
 */
import type { Metric } from './definition.ts';
import { emotion } from './experience/emotion.ts';
import { nps } from './experience/nps.ts';
import { npsDetractors, npsPassives, npsPromoters } from './experience/nps-shares.ts';
import { retention } from './experience/retention.ts';
import { watermelon, watermelonGood, watermelonMixed } from './experience/watermelon.ts';
import { ces } from './satisfaction/ces.ts';
import { cesMean } from './satisfaction/ces-mean.ts';
import { csat } from './satisfaction/csat.ts';
import { csatMean } from './satisfaction/csat-mean.ts';
import { responseRate } from './satisfaction/response-rate.ts';
import { backlog } from './service/backlog.ts';
import { contactRate } from './service/contact-rate.ts';
import { fcrReopen } from './service/fcr-reopen.ts';
import { fcrReply } from './service/fcr-reply.ts';
import { fcrSurvey } from './service/fcr-survey.ts';
import { fcrWindow } from './service/fcr-window.ts';
import {
  firstResponseMedian,
  firstResponseMedianBusiness,
  firstResponseP90,
  firstResponseP90Business,
} from './service/first-response.ts';
import { openAgeMedian, openAgeP90 } from './service/open-age.ts';
import { reopen } from './service/reopen.ts';
import { repeatContact } from './service/repeat-contact.ts';
import {
  resolutionMedian,
  resolutionMedianBusiness,
  resolutionP90,
  resolutionP90Business,
} from './service/resolution.ts';
import { sla } from './service/sla.ts';
import { transfers } from './service/transfers.ts';
import { transfersMean } from './service/transfers-mean.ts';

export const METRICS: readonly Metric[] = [
  csat,
  csatMean,
  ces,
  cesMean,
  responseRate,

  firstResponseMedian,
  firstResponseP90,
  firstResponseMedianBusiness,
  firstResponseP90Business,
  resolutionMedian,
  resolutionP90,
  resolutionMedianBusiness,
  resolutionP90Business,
  fcrWindow(7, 'any'),
  fcrWindow(7, 'topic'),
  fcrWindow(14, 'any'),
  fcrWindow(14, 'topic'),
  fcrWindow(30, 'any'),
  fcrWindow(30, 'topic'),
  fcrReply,
  fcrReopen,
  fcrSurvey,
  reopen,
  repeatContact,
  transfers,
  transfersMean,
  sla,
  backlog,
  openAgeMedian,
  openAgeP90,
  contactRate,

  nps,
  npsPromoters,
  npsPassives,
  npsDetractors,
  emotion,
  watermelon,
  watermelonGood,
  watermelonMixed,
  retention,
];
