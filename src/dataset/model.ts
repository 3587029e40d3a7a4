/**
 * The canonical tables: which fields each has and of what type.
 *
 * The importer fills them, the dataset links them, and nothing else decides what a field is called.
 * Free text is never held: of comments the sets of their words, of `tags` nothing.
 */
import type { ColumnTypes } from './column.ts';

export const TICKET_FIELDS = {
  ticket_id: 'id',
  customer_id: 'id',
  created_at: 'instant',
  first_response_at: 'instant',
  first_response_minutes: 'number',
  resolved_at: 'instant',
  resolution_minutes: 'number',
  closed_at: 'instant',
  updated_at: 'instant',
  reply_due_at: 'instant',
  due_at: 'instant',
  status: 'category',
  channel: 'category',
  department: 'category',
  priority: 'category',
  category: 'category',
  segment: 'category',
  reopens: 'number',
  replies: 'number',
  transfers: 'number',
  csat: 'score',
  csat_at: 'instant',
  csat_offered: 'flag',
  csat_comment: 'words',
  proactive: 'flag',
  automated: 'flag',
  sla_met: 'flag',
  dated_by_day: 'flag',
} as const;

export const RESPONSE_FIELDS = {
  response_id: 'id',
  customer_id: 'id',
  ticket_id: 'id',
  invited_at: 'instant',
  submitted_at: 'instant',
  survey: 'category',
  stage: 'category',
  touchpoint: 'category',
  department: 'category',
  channel: 'category',
  segment: 'category',
  csat: 'score',
  nps: 'score',
  ces: 'score',
  emotion: 'score',
  resolved_first: 'flag',
  comment: 'words',
  completed: 'flag',
  weight: 'number',
} as const;

export const CUSTOMER_FIELDS = {
  customer_id: 'id',
  segment: 'category',
  joined_at: 'instant',
  churned_at: 'instant',
  renewed_at: 'instant',
} as const;

/** What people, or a tool, say about comments. */
export const COMMENT_CODE_FIELDS = {
  response_id: 'id',
  coder: 'category',
  code: 'category',
} as const;

/** What happened to tickets; `from` and `to` are departments or states, as the type has it. */
export const TICKET_EVENT_FIELDS = {
  ticket_id: 'id',
  at: 'instant',
  type: 'category',
  from: 'category',
  to: 'category',
} as const;

/** When customers and the company were in touch. */
export const TOUCHPOINT_FIELDS = {
  customer_id: 'id',
  at: 'instant',
  stage: 'category',
  department: 'category',
  initiated_by: 'category',
} as const;

/** What was done about answers. Who did it is not held. */
export const ACTION_FIELDS = {
  response_id: 'id',
  action_at: 'instant',
  action: 'category',
} as const;

/** How answers rate single aspects, such as speed, or stages of the journey. */
export const ASPECT_FIELDS = {
  response_id: 'id',
  aspect: 'category',
  score: 'score',
} as const;

/** How many of the population have each value of a dimension: what answers are weighted to. */
export const MARGIN_FIELDS = {
  dimension: 'category',
  value: 'category',
  count: 'number',
} as const;

export const TABLES = {
  tickets: TICKET_FIELDS,
  responses: RESPONSE_FIELDS,
  customers: CUSTOMER_FIELDS,
  comment_codes: COMMENT_CODE_FIELDS,
  ticket_events: TICKET_EVENT_FIELDS,
  touchpoints: TOUCHPOINT_FIELDS,
  actions: ACTION_FIELDS,
  aspects: ASPECT_FIELDS,
  margins: MARGIN_FIELDS,
} as const;

export type TableName = keyof typeof TABLES;
/** Tables whose rows are of customers; margins are of a population. */
export type LinkedTable = Exclude<TableName, 'margins'>;
export type FieldName<T extends TableName> = keyof (typeof TABLES)[T] & string;

/** The columns of a table; a field that no source supplies is absent. */
export type Columns<T extends TableName> = {
  readonly [F in FieldName<T>]?: ColumnTypes[(typeof TABLES)[T][F] & keyof ColumnTypes];
};

/** Scores a response can hold. */
export const SCORES = ['csat', 'nps', 'ces', 'emotion'] as const;
export type ScoreName = (typeof SCORES)[number];

/** Ticket states after the words of each tool are read. A ticket counts as solved in `solved` and `closed` only. */
export const TICKET_STATES = ['new', 'open', 'pending', 'solved', 'closed', 'cancelled'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** What can happen to a ticket; events of one moment stand in this order. */
export const TICKET_EVENT_TYPES = [
  'assigned',
  'group_changed',
  'status_changed',
  'customer_message',
  'agent_message',
  'bot_message',
  'human_requested',
  'confirmed',
] as const;
export type TicketEventType = (typeof TICKET_EVENT_TYPES)[number];

/** Who can begin a contact. */
export const INITIATORS = ['company', 'customer'] as const;
export type Initiator = (typeof INITIATORS)[number];

/** What can be done about an answer. */
export const ACTIONS = ['contacted', 'coded', 'escalated', 'changed'] as const;
export type Action = (typeof ACTIONS)[number];

/** What a comment can be said to be. */
export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** Codes of comments by what they tell: of each kind a coder can give a comment one. */
export const COMMENT_CODES = {
  sentiment: SENTIMENTS,
  /** Whether it tells of a memorable moment. */
  moment: ['moment', 'no_moment'],
  /** Whether it is about what was done or about how it felt. */
  focus: ['functional', 'emotional'],
} as const;
export type CodeKind = keyof typeof COMMENT_CODES;
export type CommentCode = (typeof COMMENT_CODES)[CodeKind][number];
export const CODE_KINDS = Object.keys(COMMENT_CODES) as CodeKind[];

/** What a code tells; its place in `CODE_KINDS`. */
export function kindOfCode(code: string): number {
  return CODE_KINDS.findIndex((kind) => (COMMENT_CODES[kind] as readonly string[]).includes(code));
}

/** The coder that is no person. */
export const TOOL_CODER = 'tool';
