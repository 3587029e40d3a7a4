/**
 * Actions with what is measured since, for their page.
 */
import { formatDate } from '../../calendar/dates.ts';
import { startOfDate } from '../../calendar/zone.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { type Spoken, saidOf } from '../contrasts/ways.ts';
import type { Judge } from '../family.ts';
import type { ActionReport, ActionsReport, Aftermath } from '../types/action.ts';
import type { Comparison } from '../types/estimate.ts';
import { capitalised } from '../wording/capitalised.ts';
import { AFTERMATH_WORDS, actionsAnswer } from './action-words.ts';
import type { PlannedAction } from './plan-action.ts';

export function actionsReport(spoken: Spoken, panels: Judge, planned: readonly PlannedAction[]): ActionsReport {
  const actions = planned.map((plan, index): ActionReport => {
    const { written, metric, where, compared } = plan;
    const found = measured(compared, panels);
    return {
      id: `action-${index + 1}`,
      action: written.action,
      owner: written.owner,
      status: capitalised(written.status),
      when: whenOf(plan, spoken.context),
      finding: findingOf(spoken, written.finding),
      metric: metric === null ? null : cardOf(spoken.context, metric),
      where: Object.entries(where)
        .map(([dimension, value]) => `${dimension} ${value}`)
        .join(', '),
      ...found,
      aftermathWords: AFTERMATH_WORDS[found.aftermath],
    };
  });
  return { answer: actionsAnswer(actions), actions };
}

/** `From 2 February 2026, due 30 April 2026`. */
function whenOf({ written: { start, due, status } }: PlannedAction, { config }: ReportContext): string {
  const day = (date: string) => formatDate(config.time_zone, startOfDate(config.time_zone, date));
  const parts = [
    start === null ? '' : `${status === 'planned' ? 'to begin' : 'from'} ${day(start)}`,
    due === null ? '' : `due ${day(due)}`,
  ];
  return capitalised(parts.filter((part) => part !== '').join(', '));
}

/** What the report says itself where an id is named, else the writer's words. */
function findingOf(spoken: Spoken, written: string): ActionReport['finding'] {
  if (written === '') return null;
  const said = saidOf(spoken, written.toLowerCase());
  return said === null ? { text: written, href: null } : { text: said.sentence, href: said.href };
}

/** Before and after in words, with what may lead astray. */
function measured(
  compared: PlannedAction['compared'],
  panels: Judge,
): Pick<ActionReport, 'comparison' | 'aftermath' | 'measured'> {
  if (compared.pair === null) {
    const { why, isEarly } = compared;
    return { comparison: null, aftermath: isEarly ? 'early' : 'unmeasured', measured: `Not measured: ${why}.` };
  }
  const comparison = panels.comparison(compared.pair);
  const season = compared.isSameSeason ? '' : ' The two are different parts of the year.';
  return { comparison, aftermath: aftermathOf(comparison), measured: `${comparison.words}${season}` };
}

function aftermathOf({ verdict, tone }: Comparison): Aftermath {
  switch (verdict) {
    case 'different':
      return tone === 'neutral' ? 'changed' : tone;
    case 'equivalent':
    case 'negligible':
      return 'same';
    case 'undecided':
      return 'unclear';
    default:
      return 'few';
  }
}
