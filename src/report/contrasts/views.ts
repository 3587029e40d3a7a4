/**
 * How each test is shown, by the tests of the pages. A new test is its own file and one line here.
 */
import { satisfiedWithoutFeelingView } from './emotion/satisfied-without-feeling-view.ts';
import { uniqueContributionsView } from './emotion/unique-contributions-view.ts';
import { wordsOfTheSatisfiedView } from './emotion/words-of-the-satisfied-view.ts';
import { contactAndOverallView } from './focus/contact-and-overall-view.ts';
import { greenOutsideView } from './focus/green-outside-view.ts';
import { whichContactView } from './focus/which-contact-view.ts';
import { earlyWarningView } from './foresight/early-warning-view.ts';
import { operationsAheadView } from './foresight/operations-ahead-view.ts';
import { proactiveShareView } from './foresight/proactive-share-view.ts';
import { decayView } from './horizon/decay-view.ts';
import { foretellingView } from './horizon/foretelling-view.ts';
import { stableShareView } from './horizon/stable-share-view.ts';
import { weightOfServiceView } from './journey/weight-of-service-view.ts';
import { whoMeetsServiceView } from './journey/who-meets-service-view.ts';
import { whoStartsView } from './journey/who-starts-view.ts';
import { rescueView } from './loyalty/rescue-view.ts';
import { retentionByClassView } from './loyalty/retention-by-class-view.ts';
import { whatScoresTellView } from './loyalty/what-scores-tell-view.ts';
import { agreementOfInstrumentsView } from './measurement/agreement-of-instruments-view.ts';
import { representativenessView } from './measurement/representativeness-view.ts';
import { whoIsHeardView } from './measurement/who-is-heard-view.ts';
import { fixedAndRememberedView } from './memory/fixed-and-remembered-view.ts';
import { recoveryView } from './memory/recovery-view.ts';
import { rewardAndPenaltyView } from './memory/reward-and-penalty-view.ts';
import { departmentShareView } from './ownership/department-share-view.ts';
import { rankAgreementView } from './ownership/rank-agreement-view.ts';
import { seamCostView } from './ownership/seam-cost-view.ts';
import { automationView } from './practices/automation-view.ts';
import { compoundingView } from './scope/compounding-view.ts';
import { restOfJourneyView } from './scope/rest-of-journey-view.ts';
import { stageCoverageView } from './scope/stage-coverage-view.ts';
import { activeListeningView } from './similarities/active-listening-view.ts';
import { closedLoopView } from './similarities/closed-loop-view.ts';
import { evidenceCoverageView } from './similarities/evidence-coverage-view.ts';
import { humanTouchView } from './similarities/human-touch-view.ts';
import { interactionWeightView } from './similarities/interaction-weight-view.ts';
import { oneDirectionView } from './similarities/one-direction-view.ts';
import { functionsPerCaseView } from './teams/functions-per-case-view.ts';
import { moreFunctionsView } from './teams/more-functions-view.ts';
import { whereTimeGoesView } from './teams/where-time-goes-view.ts';
import type { TestView } from './view.ts';

export const TEST_VIEWS: readonly TestView<object>[] = [
  stageCoverageView,
  restOfJourneyView,
  compoundingView,
  uniqueContributionsView,
  satisfiedWithoutFeelingView,
  wordsOfTheSatisfiedView,
  stableShareView,
  decayView,
  foretellingView,
  departmentShareView,
  seamCostView,
  rankAgreementView,
  whoIsHeardView,
  agreementOfInstrumentsView,
  representativenessView,
  proactiveShareView,
  earlyWarningView,
  operationsAheadView,
  contactAndOverallView,
  greenOutsideView,
  whichContactView,
  whoMeetsServiceView,
  weightOfServiceView,
  whoStartsView,
  functionsPerCaseView,
  whereTimeGoesView,
  moreFunctionsView,
  whatScoresTellView,
  retentionByClassView,
  rescueView,
  rewardAndPenaltyView,
  fixedAndRememberedView,
  recoveryView,
  interactionWeightView,
  humanTouchView,
  closedLoopView,
  evidenceCoverageView,
  oneDirectionView,
  activeListeningView,
  automationView,
];

/** The view of a test; every test has one. */
export function testViewOf(id: string): TestView<object> {
  const view = TEST_VIEWS.find(({ test }) => test.id === id);
  if (view === undefined) throw new Error(`No view of test ${id}`);
  return view;
}
