/**
 * C6b in words: whether alarms were followed by more than no alarm, and by how much.
 */
import { type EarlyWarning, earlyWarning } from '../../../contrasts/foresight/early-warning.ts';
import { DAYS } from '../../../contrasts/foresight/looks.ts';
import { comparedFrom } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import type { Quantity } from '../../types/analysis-figure.ts';
import type { Reading } from '../../types/contrast.ts';
import type { Verdict } from '../../types/estimate.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { formatOf } from '../../wording/format.ts';
import { ABOUT_THE_SAME, BELOW_MARGIN, betweenEnds, moved, nothingClear } from '../../wording/phrases.ts';
import { differenceQuantity, numberOf, shareQuantity, signedFormat } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';
import { alarmMosaic, behind, eventWords, groupQuantity, ruleWords, signsFigure } from './early-warning-figures.ts';

const { analysis } = earlyWarning;
const ID = analysis.id;

export const earlyWarningView: TestView<EarlyWarning> = {
  test: earlyWarning,
  charts: 'mosaic, ROC curve',
  weighed: ({ difference }, context) => ({
    warned: { difference, margin: comparedFrom(context, analysis), unit: 'share' },
  }),
  answer,
};

/** What the verdict comes to: an alarm is a warning only where its events are also more than those of all looks. */
type Finding = 'warned' | 'fewer' | 'same' | 'hardly' | 'unsettled';

function findingOf({ warned, everybody, difference }: EarlyWarning, verdict: Verdict): Finding {
  if (verdict === 'equivalent') return 'same';
  if (verdict === 'negligible') return 'hardly';
  if (verdict !== 'different') return 'unsettled';
  if (difference.difference < 0) return 'fewer';
  return warned.low > everybody.events / everybody.n ? 'warned' : 'unsettled';
}

const READINGS: Readonly<Record<Finding, Reading>> = {
  warned: 'supports',
  fewer: 'contradicts',
  same: 'contradicts',
  hardly: 'contradicts',
  unsettled: 'open',
};

function answer(result: EarlyWarning, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { everybody, warned, unwarned, sensitivity, difference } = result;
  if (Math.min(warned.customers, unwarned.customers) < context.config.minimum_base) return null;
  const verdict = desk.verdict('warned');
  const finding = findingOf(result, verdict);
  const what = eventWords(result);
  const alarm = ruleWords(result);
  const [share, base] = [groupQuantity(context, warned), groupQuantity(context, everybody)];
  const caught = shareQuantity(context, formatFor(context, ID), {
    ...sensitivity,
    n: everybody.events,
    counts: 'events',
  });
  const area = areaOf(context, result);
  const numbers = `${share.text} of customers with an alarm ${what} from day ${DAYS.gap} to day ${DAYS.events} after it, ${base.text} of all`;
  const more = difference.difference < 0 ? 'fewer' : 'more';
  const per100 = (part: number, whole: number) => Math.round((100 * part) / whole);
  return {
    reading: READINGS[finding],
    verdict,
    headline: {
      warned: `${capitalised(alarm)} warned in advance: ${share.text} ${what}, ${base.text} of all`,
      fewer: `After an alarm fewer customers ${what} than without one`,
      same: `After an alarm ${ABOUT_THE_SAME} share of customers ${what} as without one`,
      hardly: `After an alarm hardly ${more} customers ${what} than without one`,
      unsettled: 'Whether bad signs warn in advance is not settled',
    }[finding],
    statement: {
      warned: `${capitalised(alarm)} warned in advance: ${numbers}.`,
      fewer: `After ${alarm} fewer customers ${what} than without: ${numbers}.`,
      same: `After ${alarm} ${ABOUT_THE_SAME} share of customers ${what} as without: ${numbers}.`,
      hardly: `After ${alarm} hardly ${more} customers ${what} than without, ${BELOW_MARGIN}: ${numbers}.`,
      unsettled: `Whether ${alarm} warns of customers who leave, these data cannot tell: ${numbers}.`,
    }[finding],
    sentences: [
      differenceSentence(context, result, verdict),
      `Of 100 alarms ${per100(warned.n - warned.events, warned.n)} are followed by nothing${caught.value === undefined ? '' : `, and ${caught.text} of those who ${what} had an alarm (between ${betweenEnds(caught.range)})`}.`,
      `At a look ${per100(warned.n, everybody.n)} of 100 customers have an alarm; the rule was fixed on the earlier months, and these numbers come from ${result.looks === 1 ? 'one look' : `${result.looks} looks`} since ${result.since.label}.`,
    ],
    effect: {
      name: 'Followed by an event: with an alarm less without',
      quantity: differenceQuantity(context, 'share', comparedFrom(context, analysis), difference, behind(everybody)),
      unit: 'share',
      method: 'Newcombe',
      weighed: 'warned',
    },
    figures: [alarmMosaic(context, result), signsFigure(context, result, area)],
    numbers: [
      numberOf(context, `${ID}_precision`, share, 'share', 'wilson'),
      numberOf(context, `${ID}_sensitivity`, caught, 'share', 'wilson'),
      numberOf(context, `${ID}_base_rate`, base, 'share', 'wilson'),
      numberOf(context, `${ID}_auc`, area, 'coefficient', 'delong'),
    ],
  };
}

function differenceSentence(context: ReportContext, { difference }: EarlyWarning, verdict: Verdict): string {
  const format = formatFor(context, ID);
  if (verdict === 'different' || verdict === 'negligible') {
    const size = format.difference(difference.difference);
    const range = betweenEnds(format.differenceRange(difference.low, difference.high));
    return `With an alarm the share ${moved(difference.difference > 0, 'between groups', size, range, '')}.`;
  }
  const { value, range } = signedFormat('share', comparedFrom(context, analysis));
  const words = verdict === 'equivalent' ? ABOUT_THE_SAME : nothingClear('between groups');
  return `Shares with an alarm and without: ${words} (${value(difference.difference)}, between ${betweenEnds(range(difference.low, difference.high))}).`;
}

function areaOf(context: ReportContext, { auc, everybody }: EarlyWarning): Quantity {
  return quantityOf(context, formatOf('coefficient', context.config.locale), {
    value: auc.value,
    ...(auc.interval ?? {}),
    ...behind(everybody),
  });
}
