/**
 * What texts name from the writers' tables: events, actions and quotes.
 */
import { formatDate } from '../calendar/dates.ts';
import { startOfDate } from '../calendar/zone.ts';
import type { WrittenAction } from '../commentary/actions.ts';
import type { ComponentUse } from '../commentary/uses.ts';
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import type { ChartEventConfig } from '../config/report.schema.ts';
import { sameName } from '../config/values.ts';
import type { ReportContext } from './context.ts';
import { namedQuote, type QuoteShelf } from './quotes/named-quote.ts';

/** What the writers' tables hold. */
export interface Records {
  readonly actions: readonly WrittenAction[];
  readonly quotes: QuoteShelf;
}

type Named = Pick<ComponentUse, 'props' | 'place'>;

/**
 * Checks what a component names from a table.
 *
 * @throws Mistake for what the tables do not hold.
 */
export function checkRecord(context: ReportContext, { actions, quotes }: Records, use: ComponentUse): void {
  if (use.component === 'Event') namedEvent(context, use);
  if (use.component === 'Quote') namedQuote(quotes, use);
  if (use.props.action !== undefined) namedAction(actions, use);
}

/**
 * The event of that name, or of that day.
 *
 * @throws Mistake for one that is not there, and for a name or a day that several have.
 */
export function namedEvent({ config }: ReportContext, { props, place }: Named): ChartEventConfig {
  const { name } = props;
  const date = props.date === undefined ? undefined : String(props.date).trim();
  const found = config.events.filter(
    (event) =>
      (name === undefined || sameName(event.label) === sameName(String(name))) &&
      (date === undefined || event.date === date),
  );
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const written = [name, date].filter((each) => each !== undefined).join(', ');
  const labels = [...new Set(config.events.map(({ label }) => label))];
  if (found.length > 1) {
    throw new Mistake({
      ...place,
      what: `Several events are meant by "${written}"`,
      found: found.map((event) => `${event.date}, ${event.label}`).join('; '),
      expected: 'name and date of one of them',
      remedy: 'Write both: name="…" date="…".',
    });
  }
  const guess = name === undefined ? nearestDay(config.events, date ?? '') : nearest(String(name), labels);
  throw new Mistake({
    ...place,
    what: `There is no event called "${written}"`,
    found: written,
    expected: labels.length === 0 ? 'an event in content/events.csv or report.yaml' : labels.join(', '),
    remedy:
      guess === undefined ? 'Add it to content/events.csv, or name one that is there.' : `Did you mean "${guess}"?`,
  });
}

/** The event whose day is written most like the one that is not there. */
function nearestDay(events: readonly ChartEventConfig[], date: string): string | undefined {
  return nearest(
    date,
    events.map((event) => event.date),
  );
}

/** `2026-04-01` in words. */
export function eventDay({ config }: ReportContext, { date }: Pick<ChartEventConfig, 'date'>): string {
  return formatDate(config.time_zone, startOfDate(config.time_zone, date));
}

/**
 * The place of an action in the file.
 *
 * @throws Mistake for one that is not there.
 */
export function namedAction(actions: readonly WrittenAction[], { props, place }: Named): number {
  const written = String(props.action);
  const index = actions.findIndex(({ action }) => sameName(action) === sameName(written));
  if (index >= 0) return index;
  const known = actions.map(({ action }) => action);
  const guess = nearest(written, known);
  throw new Mistake({
    ...place,
    what: 'There is no such action in content/actions.csv',
    found: `action="${written}"`,
    expected: known.length === 0 ? 'an action in that file' : known.map((action) => `“${action}”`).join(', '),
    remedy: guess === undefined ? 'Write it as the file has it, or add it there.' : `Did you mean “${guess}”?`,
  });
}
