/**
 * A first draft of the mapping for a file that nobody can place, for a person to check.
 */
import { distance } from 'fastest-levenshtein';
import { TABLES, type TableName } from '../dataset/model.ts';
import type { HeaderRow } from './headers.ts';

/** Headers by which tools commonly call a field, beside the field's own name. */
const CUSTOMARY: Readonly<Record<string, readonly string[]>> = {
  ticket_id: [
    'ticket number',
    'case number',
    'case id',
    'request id',
    'issue key',
    'conversation id',
    'number',
    'id',
    'key',
  ],
  customer_id: [
    'requester id',
    'contact id',
    'client id',
    'user id',
    'account id',
    'customer',
    'requester',
    'contact',
    'email',
  ],
  created_at: ['created', 'created date', 'created time', 'date created', 'opened', 'opened at', 'start date'],
  first_response_at: ['first reply', 'initially assigned at', 'first replied at', 'first response time'],
  resolved_at: ['resolved', 'solved at', 'resolved date', 'resolved time', 'resolution date', 'completed'],
  closed_at: ['closed', 'closed date', 'closed time'],
  due_at: ['due date', 'due by time', 'deadline'],
  status: ['state', 'ticket status'],
  channel: ['source', 'via', 'origin', 'contact type'],
  department: ['group', 'team', 'assignment group', 'business unit'],
  category: ['type', 'topic', 'subject area', 'reason'],
  segment: ['plan', 'tier', 'customer type'],
  reopens: ['reopen count', 'reopened'],
  replies: ['agent interactions', 'agent replies', 'public replies'],
  transfers: ['reassignment count', 'group stations', 'handovers'],
  csat: ['satisfaction', 'satisfaction score', 'satisfaction rating', 'rating', 'score'],
  nps: ['likelihood to recommend', 'recommend', 'nps score'],
  ces: ['effort', 'effort score', 'ease'],
  emotion: ['feeling', 'mood'],
  comment: ['comments', 'feedback', 'feedback comment', 'verbatim', 'remarks', 'open comment'],
  csat_comment: ['satisfaction comment', 'rating comment'],
  submitted_at: [
    'submitted',
    'end date',
    'response date',
    'responded at',
    'completed at',
    'timestamp',
    'recorded date',
    'date',
  ],
  invited_at: ['sent', 'sent at', 'invited', 'invitation date', 'start date'],
  response_id: ['response id', 'respondent id', 'submission id', 'id'],
  joined_at: ['customer since', 'signup date', 'start date', 'created'],
  churned_at: ['cancelled at', 'cancellation date', 'end date'],
};

/** Fields without which a table makes no sense, or a score to begin with. */
const NEEDED: Readonly<Record<TableName, readonly string[]>> = {
  tickets: ['ticket_id', 'created_at'],
  responses: ['submitted_at', 'csat'],
  customers: ['customer_id'],
  comment_codes: ['response_id', 'coder', 'code'],
  ticket_events: ['ticket_id', 'at', 'type'],
  touchpoints: ['customer_id', 'at'],
  actions: ['response_id', 'action_at', 'action'],
  aspects: ['response_id', 'aspect', 'score'],
  margins: ['dimension', 'value', 'count'],
};

/** What a file of unknown headers may be. */
const LIKELY: readonly TableName[] = ['tickets', 'responses', 'customers'];

interface Suggestion {
  readonly kind: TableName;
  /** Field → header; undefined where a needed field has no like header. */
  readonly fields: ReadonlyMap<string, string | undefined>;
  /** How like the headers are, over all fields. */
  readonly likeness: number;
}

/** Lines for `sources.yaml`. Without a kind, the one whose fields the headers are most like is drafted. */
export function suggestMapping(file: string, header: HeaderRow, kind?: TableName): string[] {
  const kinds = kind === undefined ? LIKELY : [kind];
  const suggestions = kinds.map((candidate) => suggestFields(header, candidate));
  const best = suggestions.reduce((a, b) => (b.likeness > a.likeness ? b : a));
  return [
    'sources:',
    `  - glob: ${JSON.stringify(file)}`,
    `    kind: ${best.kind}`,
    '    fields:',
    ...[...best.fields].map(([field, name]) =>
      name === undefined ? `      ${field}: "…"  # name the column` : `      ${field}: ${JSON.stringify(name)}`,
    ),
  ];
}

/** Gives each header to at most one field, the likest pairs first. */
function suggestFields(header: HeaderRow, kind: TableName): Suggestion {
  const fields = Object.keys(TABLES[kind]);
  const pairs = fields
    .flatMap((field) => header.normalised().map((name) => ({ field, name, likeness: likenessOf(field, name) })))
    .filter((pair) => pair.likeness >= 0.6)
    .sort((a, b) => b.likeness - a.likeness || fields.indexOf(a.field) - fields.indexOf(b.field));
  const chosen = new Map<string, string>();
  const taken = new Set<string>();
  let likeness = 0;
  for (const pair of pairs) {
    if (chosen.has(pair.field) || taken.has(pair.name)) continue;
    chosen.set(pair.field, pair.name);
    taken.add(pair.name);
    likeness += pair.likeness;
  }
  const written = fields
    .filter((field) => chosen.has(field) || NEEDED[kind].includes(field))
    .map((field) => [field, writtenName(header, chosen.get(field))] as const);
  return { kind, fields: new Map(written), likeness };
}

function writtenName(header: HeaderRow, name: string | undefined): string | undefined {
  return name === undefined ? undefined : header.names[header.positions(name)[0] as number];
}

/** From 0 to 1. */
function likenessOf(field: string, header: string): number {
  const words = field.replaceAll('_', ' ');
  const name = header.replaceAll(/[_.-]+/g, ' ');
  const customary = CUSTOMARY[field] ?? [];
  if (name === words) return 1;
  if (customary.includes(name)) return 0.9;
  if (` ${name} `.includes(` ${words} `)) return 0.8;
  return 0.8 * (1 - distance(words, name) / Math.max(words.length, name.length));
}
