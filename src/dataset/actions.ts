/**
 * The table of actions on answers, joined to them.
 */
import type { ActionTable, ResponseTable } from './dataset.ts';
import { customerOfOwners, type Happenings, happeningsOf, tieOf } from './happenings.ts';
import { ACTIONS } from './model.ts';
import type { NamedRows } from './named-rows.ts';
import type { TablePart } from './part.ts';
import { fieldsWithoutIds, placeColumns, stackTable } from './stack.ts';

export interface FeedbackActions extends Happenings<'actions'> {
  /** Null when no row is kept. */
  readonly table: ActionTable | null;
}

export function actionsOf(
  parts: readonly TablePart<'actions'>[],
  named: NamedRows,
  responses: ResponseTable | null,
): FeedbackActions {
  const stacked = stackTable('actions', parts, ['response_id']);
  const columns = placeColumns('actions', parts, null, stacked.rows, fieldsWithoutIds('actions'));
  const actions = happeningsOf({
    table: 'actions',
    stacked,
    columns,
    owner: named.find(stacked.columns.response_id, stacked.rows),
    owners: responses?.rows ?? 0,
    at: columns.action_at,
    tie: tieOf(stacked.rows, columns.action, ACTIONS),
  });
  const { rows, owner } = actions;
  const customer = customerOfOwners(owner, responses?.customer);
  return {
    ...actions,
    table: rows === 0 ? null : { name: 'actions', rows, columns: actions.columns, customer, response: owner },
  };
}
