/**
 * Pictures of early warning: what came of alarms and of customers without one, and of each kind of sign.
 */
import { type EarlyWarning, earlyWarning } from '../../../contrasts/foresight/early-warning.ts';
import { DAYS, type Group } from '../../../contrasts/foresight/looks.ts';
import type { Sign } from '../../../contrasts/foresight/signs.ts';
import { formatFor, type ReportContext } from '../../context.ts';
import { baseText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../../figures/base.ts';
import type { MosaicFigure, Quantity, RocFigure } from '../../types/analysis-figure.ts';
import { capitalised } from '../../wording/capitalised.ts';
import { percent } from '../../wording/format.ts';
import { type Behind, baseOf, shareQuantity } from '../quantities.ts';

const ID = earlyWarning.analysis.id;

const RULE_WORDS: Readonly<Record<Sign, string>> = {
  csat: 'a low satisfaction rating',
  ces: 'a low ease rating',
  emotion: 'a bad feeling',
  repeat: 'a repeated contact',
};

/** As they stand in a table, and under five marks on a phone. */
const SIGN_WORDS: Readonly<Record<Sign, readonly [name: string, short: string]>> = {
  csat: ['Low CSAT', 'CSAT'],
  ces: ['Low CES', 'CES'],
  emotion: ['Bad feeling', 'Feeling'],
  repeat: ['Repeated contact', 'Repeat'],
};
const NO_SIGN = ['No sign', 'None'] as const;

/** What raises an alarm: `a bad feeling`. */
export function ruleWords({ rule }: EarlyWarning): string {
  if ('sign' in rule) return RULE_WORDS[rule.sign];
  return rule.atLeast === 1 ? 'a bad rating, a bad feeling or a repeated contact' : 'two kinds of bad signs';
}

/** What was warned of: `left`. */
export function eventWords({ complaints }: EarlyWarning): string {
  return complaints ? 'left or complained' : 'left';
}

export function behind({ n, customers }: Group): Required<Behind> {
  return { n, customers, counts: 'looks at customers' };
}

/** The share of looks of a group that were followed by an event. */
export function groupQuantity(context: ReportContext, group: Group): Quantity {
  const { n, events, low, high } = group;
  return shareQuantity(context, formatFor(context, ID), { share: events / n, low, high, ...behind(group) });
}

function periodWords({ since }: EarlyWarning, { analyses }: ReportContext): string {
  return `${since.label} to ${analyses.span.months.at(-1)?.label}`;
}

/** Alarms and customers without one: true and false alarms as shares. */
export function alarmMosaic(context: ReportContext, result: EarlyWarning): MosaicFigure {
  const { everybody, warned, unwarned } = result;
  const format = formatFor(context, ID);
  const what = eventWords(result);
  const when = periodWords(result, context);
  const columns = (
    [
      ['Alarm', warned],
      ['No alarm', unwarned],
    ] as const
  ).map(([label, group]) => {
    const others = shareQuantity(context, format, {
      share: 1 - group.events / group.n,
      low: 1 - group.high,
      high: 1 - group.low,
      ...behind(group),
    });
    return {
      label,
      share: group.n / everybody.n,
      text: percent(group.n / everybody.n),
      base: baseOf(context, group.n, 'looks'),
      parts: [
        { label: capitalised(what), tone: 'negative' as const, quantity: groupQuantity(context, group) },
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
            ...estimateCells({ ...quantity, method: 'wilson' }, 'share', context.config.minimum_base),
          ]),
        ),
      },
      { base: baseOf(context, everybody.n, 'looks at customers') },
    ),
    headline: `${capitalised(what)}: ${alarm.parts[0]?.quantity.text} after an alarm, ${none.parts[0]?.quantity.text} without`,
    subtitle: `Looks at customers, ${when}; ${baseOf(context, everybody.n, 'looks')}; alarm: ${ruleWords(result)}; width: share of looks; height: share within the column`,
    summary: `${columns.map(({ label, text, parts }) => `${label} (${text} of looks): ${parts[0]?.quantity.text} ${what}`).join('; ')}.`,
    columns,
    table: {
      caption: `Looks at customers by alarm and what followed, ${when}.`,
      columns: [
        { name: 'Group', numeric: false },
        { name: 'Looks', numeric: true },
        { name: capitalised(what), numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Did not', numeric: true },
      ],
      rows: columns.map(({ label, parts: [had, others] }) => [
        label,
        baseText(had?.quantity ?? { status: 'no_data' }, context.config),
        had?.quantity.text ?? '',
        had?.quantity.range ?? '',
        others?.quantity.text ?? '',
      ]),
    },
  };
}

/** The curve of the alarm and, beside it, how many had an event after each kind of sign. */
export function signsFigure(context: ReportContext, result: EarlyWarning, auc: Quantity): RocFigure {
  const { everybody, warned, bySign, apart } = result;
  const { minimum_base } = context.config;
  const what = eventWords(result);
  const when = periodWords(result, context);
  // Groups overlap: where one less another leaves too few, none is told.
  const isSafe = apart.every((customers) => customers === 0 || customers >= minimum_base);
  const shares = (isSafe ? bySign : []).map(({ sign, group }) => {
    const [label, short] = sign === null ? NO_SIGN : SIGN_WORDS[sign];
    return { label, short, observed: groupQuantity(context, group) };
  });
  const told = shares.filter(({ observed }) => observed.value !== undefined);
  return {
    kind: 'roc',
    ...figureBase(
      context,
      ID,
      {},
      'signs',
      {
        columns: ['sign', ...ESTIMATE_COLUMNS],
        rows: [
          ['area', ...estimateCells({ ...auc, method: 'delong' }, 'coefficient', minimum_base)],
          ...shares.map(({ label, observed }) => [
            label,
            ...estimateCells({ ...observed, method: 'wilson' }, 'share', minimum_base),
          ]),
        ],
      },
      { base: baseOf(context, everybody.n, 'looks at customers') },
    ),
    headline: `The alarm’s area under the curve is ${auc.text}; 0.50 would tell nothing`,
    subtitle: [
      `Customers who ${what} against others, by alarm`,
      ...(told.length === 0
        ? []
        : [`share who ${what} after each kind of sign in ${DAYS.signs} days; bar: 95% interval`]),
      when,
      baseOf(context, everybody.n, 'looks'),
    ].join('; '),
    summary:
      told.length === 0
        ? `Of those who ${what} and of the others, the curve shows how many had an alarm.`
        : `${told.map(({ label, observed }) => `${label}: ${observed.text}`).join('; ')}. These shares describe; only alarm and no alarm are compared.`,
    curves: [
      {
        label: 'Alarm',
        points: [
          { falsePositive: 0, truePositive: 0 },
          {
            falsePositive: (warned.n - warned.events) / (everybody.n - everybody.events),
            truePositive: warned.events / everybody.events,
          },
          { falsePositive: 1, truePositive: 1 },
        ],
        auc,
      },
    ],
    calibration: shares.map(({ short, observed }) => ({ label: short, observed })),
    parts: 'Kind of bad sign; some show several',
    outcome: `${what} within ${DAYS.events} days`,
    table: {
      caption: `Share who ${what} by kind of sign, ${when}.`,
      columns: [
        { name: 'Sign', numeric: false },
        { name: 'Share', numeric: true },
        { name: '95% interval', numeric: true },
        { name: 'Looks', numeric: true },
      ],
      rows: [
        ['Area under the curve', auc.text, auc.range, baseText(auc, context.config)],
        ...shares.map(({ label, observed }) => [
          label,
          observed.text,
          observed.range,
          baseText(observed, context.config),
        ]),
      ],
    },
  };
}
