/**
 * Tables of counts and averages by agent, team or day, whichever tool made them.
 *
 * Their columns are called like those of tickets and answers, and reading a row of them as one ticket gives a plausible
 * wrong report. They are looked for before anything is guessed.
 */
import type { RefusedFormat } from './format.ts';

/** What such tables are broken down by. */
const GROUPS =
  /^(?:agent|assignee|owner|user|team|group|department|inbox|queue|brand|channel|label|tag|product|region)(?: name)?$|^(?:date|day|week|month|quarter|year|period)$/;

/** What stands in their cells. */
const MEASURES =
  /^(?:avg|average|mean|median|total|sum|count|max|min|number of|no\. of|# of|#|%|percent(?:age)?)\b|\b(?:avg|average|median|count|total)$|\(avg\)|%|^(?:tickets|conversations|cases|requests|contacts|responses|surveys|ratings)(?: (?:created|opened|solved|resolved|closed|received|assigned|handled|replied|sent|answered))?$|^(?:created|solved|resolved|closed|reopened|handled|assigned) (?:tickets|conversations|cases|requests)$/;

/** What makes a row a single ticket, answer or customer. */
const IDENTIFIERS =
  /\b(?:id|number|key|#)$|^(?:#|no\.|ticket|case|issue|conversation|respondent|e-?mail|email address|customer|requester|subject|comment|feedback)$/;

export const aggregate: RefusedFormat = {
  id: 'aggregate',
  name: 'Table of counts or averages',
  signature: { all: [GROUPS, MEASURES], none: [IDENTIFIERS] },
  holds: 'counts or averages by group',
  instead: 'Export the tickets or answers themselves, one a row.',
};
