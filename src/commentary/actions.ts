/**
 * `content/actions.csv`: what was done about findings, by whom, from when on, and where it should show.
 */
import { Mistake, throwMistakes } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import { day, sameName } from '../config/values.ts';
import { readWritersTable, type WrittenRow } from './writers-table.ts';

/** Where actions stand, below the content folder. */
export const ACTIONS = 'actions.csv';

export const ACTION_STATUSES = ['planned', 'running', 'done', 'stopped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** An action as a writer records it; its names are not yet checked against the report. */
export interface WrittenAction {
  /** Id of a metric, an analysis or a test, or what was found in the writer's own words; may be empty. */
  readonly finding: string;
  readonly action: string;
  readonly owner: string;
  /** `2026-02-02`; null = not yet known, of a planned action only. */
  readonly start: string | null;
  /** When it should be through; null = no date. */
  readonly due: string | null;
  readonly status: ActionStatus;
  /** Metric in which it should show; empty = none. */
  readonly metric: string;
  /** Dimension → value, as written. */
  readonly where: Readonly<Record<string, string>>;
  readonly place: WrittenRow<string>['place'];
}

const COLUMNS = {
  needed: ['finding', 'action', 'owner', 'start', 'due', 'status', 'metric'],
  optional: ['filter'],
} as const;
type Column = (typeof COLUMNS)['needed' | 'optional'][number];

/** An action is read at a glance; what else there is to say of it is a text of its own. */
const LONGEST = 200;

/**
 * All actions in the order of the file; none when there is no file.
 *
 * @throws Mistake or Mistakes, one for every cell that cannot be read.
 */
export async function readActions(contentFolder: string): Promise<readonly WrittenAction[]> {
  const rows = (await readWritersTable<Column>(contentFolder, ACTIONS, COLUMNS)) ?? [];
  const mistakes: Mistake[] = [];
  const actions = rows.map((row) => actionOf(row, mistakes));
  throwMistakes(mistakes);
  return actions;
}

function actionOf({ cells, place }: WrittenRow<Column>, mistakes: Mistake[]): WrittenAction {
  const wrong = (field: Column, what: string, expected: string, remedy?: string) => {
    mistakes.push(
      new Mistake({
        what,
        ...place,
        field,
        found: cells[field] === '' ? 'nothing' : cells[field],
        expected,
        ...(remedy === undefined ? {} : { remedy }),
      }),
    );
  };
  const dateIn = (field: 'start' | 'due'): string | null => {
    if (cells[field] === '') return null;
    if (!day.safeParse(cells[field]).success) {
      wrong(field, 'An action has a date that is none', 'a date such as 2026-03-12');
    }
    return cells[field];
  };
  for (const field of ['action', 'owner'] as const) {
    if (cells[field] === '')
      wrong(field, `An action has no ${field}`, field === 'owner' ? 'who sees to it' : 'what is done');
  }
  for (const field of ['action', 'finding'] as const) {
    if (cells[field].length > LONGEST) wrong(field, `The ${field} is too long`, `at most ${LONGEST} characters`);
  }
  const written = sameName(cells.status);
  const status = ACTION_STATUSES.find((each) => each === written);
  if (status === undefined) {
    const guess = nearest(written, ACTION_STATUSES);
    wrong(
      'status',
      'An action has no status that is known',
      ACTION_STATUSES.join(', '),
      guess === undefined ? undefined : `Did you mean “${guess}”?`,
    );
  }
  const [start, due] = [dateIn('start'), dateIn('due')];
  if (start === null && status !== undefined && status !== 'planned') {
    wrong('start', `An action that is ${status} has no start`, 'the day from which on it was done');
  }
  if (start !== null && due !== null && due < start)
    wrong('due', 'An action is due before it starts', `${start} or later`);
  return {
    finding: cells.finding,
    action: cells.action,
    owner: cells.owner,
    start,
    due,
    status: status ?? 'planned',
    metric: cells.metric,
    where: filterIn(cells.filter, () =>
      wrong('filter', 'A filter cannot be read', 'dimension: value, such as “department: Billing; channel: email”'),
    ),
    place,
  };
}

/** `department: Billing; channel: email`; each dimension once. */
function filterIn(written: string, unreadable: () => void): Record<string, string> {
  const parts = written
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^([^:=]+)[:=](.+)$/.exec(part));
  const entries = parts.flatMap((match) =>
    match === null ? [] : [[sameName(match[1] as string), (match[2] as string).trim()] as const],
  );
  if (parts.includes(null) || new Set(entries.map(([dimension]) => dimension)).size < parts.length) unreadable();
  return Object.fromEntries(entries);
}
