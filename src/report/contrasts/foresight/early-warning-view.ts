/**
 * C6b in words: what came of alarms and of customers without one, and the curve of the number of signs.
 */
import {
  DAYS,
  type EarlyWarning,
  earlyWarning,
  type Group,
  type Rule,
} from '../../../contrasts/foresight/early-warning.ts';
import type { Sign } from '../../../contrasts/foresight/signs.ts';
import { wilson } from '../../../statistics/proportion.ts';
import { analysisMargin } from '../../analyses/margin.ts';
import { quantityOf } from '../../analyses/quantity.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { baseText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { MosaicFigure, Quantity, RocFigure } from '../../types/analysis-figure.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { formatOf, percent } from '../../wording/format.ts';
import { betweenEnds } from '../../wording/phrases.ts';
import { baseOf, numberOf, shareQuantity, signedFormat } from '../quantities.ts';
import type { TestDesk, TestView, WrittenAnswer } from '../view.ts';

const { analysis } = earlyWarning;
const ID = analysis.id;

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  csat: 'a low satisfaction rating',
  ces: 'a low ease rating',
  emotion: 'a bad feeling',
  repeat: 'a repeated contact',
};

export const earlyWarningView: TestView<EarlyWarning> = {
  test: earlyWarning,
  charts: 'mosaic, ROC curve',
  weighed: ({ difference }, context) => ({ warned: { difference, margin: marginOf(context), unit: 'share' } }),
  answer,
};

function marginOf(context: ReportContext): number {
  return analysisMargin(context, analysis) ?? 0;
}

function ruleWords(rule: Rule): string {
  if ('sign' in rule) return SIGN_WORDS[rule.sign];
  return rule.atLeast === 1 ? 'a bad rating, a bad feeling or a repeated contact' : 'two kinds of bad signs';
}

function answer(result: EarlyWarning, desk: TestDesk): WrittenAnswer | null {
  const { context } = desk;
  const { warned, unwarned, sensitivity, difference, auc } = result;
  const { locale, minimum_base } = context.config;
  if (Math.min(warned.customers, unwarned.customers) < minimum_base) return null;
  const verdict = desk.verdict('warned');
  const format = formatFor(context, ID);
  const looks = warned.n + unwarned.n;
  const base = (warned.events + unwarned.events) / looks;
  const isWarning = verdict === 'different' && difference.difference > 0 && warned.low > base;
  const share = groupQuantity(context, warned);
  const [of, what] = [ruleWords(result.rule), result.complaints ? 'left or complained' : 'left'];
  const numbers = `${share.text} of customers with an alarm ${what} from day ${DAYS.gap} to day ${DAYS.events} after it, ${percent(base, 1)} of all`;
  const area = quantityOf(context, formatOf('coefficient', locale), {
    value: auc.value,
    ...(auc.interval ?? {}),
    n: looks,
    customers: result.customers,
    counts: 'looks at customers',
  });
  return {
    reading: isWarning ? 'supports' : verdict === 'undecided' || verdict === 'different' ? 'open' : 'contradicts',
    verdict,
    headline: isWarning
      ? `${capitalised(of)} warned in advance: ${share.text} ${what}, ${percent(base, 1)} of all`
      : verdict === 'equivalent' || verdict === 'negligible'
        ? 'Alarms are followed by an event hardly more often than no alarm'
        : 'Whether bad signs warn in advance is not settled',
    statement: isWarning
      ? `${capitalised(of)} warned in advance: ${numbers}.`
      : verdict === 'equivalent' || verdict === 'negligible'
        ? `After ${of} customers ${what} about as often as without: ${numbers}.`
        : `Whether ${of} warns of customers who leave, these data cannot tell: ${numbers}.`,
    sentences: [
      `With an alarm the share is ${difference.difference > 0 ? 'higher' : 'lower'} by ${format.difference(difference.difference)} than without (between ${betweenEnds(format.differenceRange(difference.low, difference.high))}).`,
      `Of 100 alarms ${Math.round((100 * (warned.n - warned.events)) / warned.n)} are followed by nothing, and ${percent(sensitivity.share)} of those who ${what} had an alarm (between ${percent(sensitivity.low)} and ${percent(sensitivity.high)}).`,
      `${Math.round((100 * warned.n) / looks)} of 100 customers have an alarm at a look; the rule was fixed on the earlier months, and these numbers come from ${result.looks === 1 ? 'one look' : `${result.looks} looks`} in the later ones.`,
    ],
    effect: {
      name: 'Followed by an event: with an alarm less without',
      quantity: quantityOf(context, signedShare(context), {
        value: difference.difference,
        low: difference.low,
        high: difference.high,
        n: looks,
        customers: result.customers,
        counts: 'looks at customers',
      }),
      unit: 'share',
      method: 'Newcombe',
      weighed: 'warned',
    },
    figures: [mosaic(context, result, what), roc(context, result, area, what)],
    numbers: [
      numberOf(context, `${ID}_precision`, share, 'share', 'wilson'),
      numberOf(
        context,
        `${ID}_sensitivity`,
        shareQuantity(context, format, {
          ...sensitivity,
          n: warned.events + unwarned.events,
          counts: 'events',
        }),
        'share',
        'wilson',
      ),
      numberOf(context, `${ID}_auc`, area, 'coefficient', 'delong'),
    ],
  };
}

function signedShare(context: ReportContext) {
  const format = formatFor(context, ID);
  return { ...format, ...signedFormat('share', marginOf(context)) };
}

function groupQuantity(context: ReportContext, { n, customers, events, low, high }: Group): Quantity {
  return shareQuantity(context, formatFor(context, ID), {
    share: events / n,
    low,
    high,
    n,
    customers,
    counts: 'looks at customers',
  });
}

/** Alarms and customers without one: the table of true and false alarms as shares. */
function mosaic(context: ReportContext, result: EarlyWarning, what: string): MosaicFigure {
  const { config, analyses } = context;
  const { all } = analyses.span;
  const looks = result.warned.n + result.unwarned.n;
  const format = formatFor(context, ID);
  const columns = (
    [
      ['Alarm', result.warned],
      ['No alarm', result.unwarned],
    ] as const
  ).map(([label, group]) => {
    const had = groupQuantity(context, group);
    const others = shareQuantity(context, format, {
      share: 1 - group.events / group.n,
      n: group.n,
      customers: group.customers,
      counts: 'looks at customers',
    });
    return {
      label,
      share: group.n / looks,
      text: percent(group.n / looks),
      base: baseOf(context, group.n, 'looks'),
      parts: [
        { label: capitalised(what), tone: 'negative' as const, quantity: had },
        { label: 'Did not', tone: 'neutral' as const, quantity: others },
      ],
    };
  });
  const [alarm, none] = columns as [(typeof columns)[0], (typeof columns)[0]];
  return {
    kind: 'mosaic',
    ...figureBase(
      context,
      ID,
      {},
      'alarms',
      {
        columns: ['group', 'outcome', ...ESTIMATE_COLUMNS],
        rows: columns.flatMap(({ label, parts }) =>
          parts.map(({ label: outcome, quantity }) => [
            label,
            outcome,
            ...estimateCells({ ...quantity, method: 'wilson' }, 'share', config.minimum_base),
          ]),
        ),
      },
      { base: baseOf(context, looks, 'looks at customers') },
    ),
    headline: `${capitalised(what)}: ${alarm.parts[0]?.quantity.text} after an alarm, ${none.parts[0]?.quantity.text} without`,
    subtitle: `Looks at customers in the last 30% of months, ${all.label}; ${baseOf(context, looks, 'looks')}; alarm: ${ruleWords(result.rule)}; width: share of looks; height: share within the column`,
    summary: `${columns.map(({ label, text, parts }) => `${label} (${text} of looks): ${parts[0]?.quantity.text} ${what}`).join('; ')}.`,
    columns,
    table: {
      caption: `Looks at customers by alarm and what followed, ${all.label}.`,
      columns: [
        { name: 'Group', numeric: false },
        { name: 'Looks', numeric: true },
        { name: capitalised(what), numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Did not', numeric: true },
      ],
      rows: columns.map(({ label, parts: [had, others] }) => [
        label,
        baseText(had?.quantity ?? { status: 'no_data' }, config),
        had?.quantity.text ?? '',
        had?.quantity.range ?? '',
        others?.quantity.text ?? '',
      ]),
    },
  };
}

/** The curve of the number of kinds of signs, and how many had an event at each number. */
function roc(context: ReportContext, result: EarlyWarning, auc: Quantity, what: string): RocFigure {
  const { config, analyses } = context;
  const { all } = analyses.span;
  const groups = mergedCounts(result, config.minimum_base);
  const calibration = groups.map(({ label, n, events }) => ({
    label,
    observed: shareQuantity(context, formatFor(context, ID), {
      share: events / n,
      ...wilson(events / n, n),
      n,
      counts: 'looks at customers',
    }),
  }));
  const [total, events] = [
    groups.reduce((sum, { n }) => sum + n, 0),
    groups.reduce((sum, group) => sum + group.events, 0),
  ];
  // From the most signs down; the points are those of the groups beside them.
  let [found, mistaken] = [0, 0];
  const points = [
    { falsePositive: 0, truePositive: 0 },
    ...groups.toReversed().map((group) => {
      found += group.events;
      mistaken += group.n - group.events;
      return { falsePositive: mistaken / (total - events), truePositive: found / events };
    }),
  ];
  return {
    kind: 'roc',
    ...figureBase(
      context,
      ID,
      {},
      'curve',
      {
        columns: ['signs', ...ESTIMATE_COLUMNS],
        rows: [
          ['area', ...estimateCells({ ...auc, method: 'delong' }, 'coefficient', config.minimum_base)],
          ...calibration.map(({ label, observed }) => [
            label,
            ...estimateCells({ ...observed, method: 'wilson' }, 'share', config.minimum_base),
          ]),
        ],
      },
      { base: baseOf(context, total, 'looks at customers') },
    ),
    headline: `The number of bad signs has an area under the curve of ${auc.text}`,
    subtitle: `Customers who ${what} against others, by number of kinds of bad signs, last 30% of months, ${all.label}; ${baseOf(context, total, 'looks')}; 0.50 tells nothing; bar: 95% interval`,
    summary: `${calibration.map(({ label, observed }) => `${label}: ${observed.text} ${what}`).join('; ')}.`,
    curves: [{ label: 'Number of bad signs', points, auc }],
    calibration,
    outcome: `${what} within ${DAYS.events} days`,
    table: {
      caption: `Share who ${what} by number of kinds of bad signs, ${all.label}.`,
      columns: [
        { name: 'Signs', numeric: false },
        { name: 'Share', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Looks', numeric: true },
      ],
      rows: [
        ['Area under the curve', auc.text, auc.range, baseText(auc, config)],
        ...calibration.map(({ label, observed }) => [label, observed.text, observed.range, baseText(observed, config)]),
      ],
    },
  };
}

/** By number of signs; what too few showed is put with the number below. */
function mergedCounts({ byCount }: EarlyWarning, fewest: number): { label: string; n: number; events: number }[] {
  const groups = byCount.map(({ signs, n, events }) => ({ from: signs, n, events }));
  while (groups.length > 1 && (groups.at(-1)?.n ?? 0) < fewest) {
    const last = groups.pop();
    const before = groups.at(-1);
    if (last !== undefined && before !== undefined) {
      before.n += last.n;
      before.events += last.events;
    }
  }
  return groups.map(({ from, n, events }, place) => ({
    label: place === groups.length - 1 && from > 0 ? `${from} or more` : from === 0 ? 'None' : `${from}`,
    n,
    events,
  }));
}
