/**
 * How the cells of each category are understood.
 */
import { ACTIONS, COMMENT_CODES, INITIATORS, TICKET_EVENT_TYPES } from '../dataset/model.ts';
import { readAnyTicketState, readCategory, readMarginDimension, readTicketState } from './columns/category-column.ts';
import type { Reading } from './columns/coded-column.ts';
import { coderReader } from './columns/comment-code.ts';
import { knownWord } from './columns/known-word.ts';
import type { TableMapping } from './formats/format.ts';

/** Fields whose words are ours. */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  'comment_codes.code': Object.values(COMMENT_CODES).flat(),
  'ticket_events.type': TICKET_EVENT_TYPES,
  'touchpoints.initiated_by': INITIATORS,
  'actions.action': ACTIONS,
};

/** @param key of the report's hashes. */
export function categoryWords(mapping: TableMapping, field: string, key: bigint): (text: string) => Reading<string> {
  const words = VOCABULARIES[`${mapping.kind}.${field}`];
  if (words !== undefined) return knownWord(words, field);
  if (mapping.kind === 'comment_codes' && field === 'coder') return coderReader(key);
  if (mapping.kind === 'margins' && field === 'dimension') return readMarginDimension;
  if (mapping.kind !== 'tickets' || field !== 'status') return readCategory;
  return mapping.unknown_states === 'refuse' ? readTicketState : readAnyTicketState;
}
