/**
 * What writers may pass to the components of their MDX, and what they are told when it is something else.
 */
import { z } from 'zod';
import { Mistake, type MistakeDetails } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';

const text = z.string().min(1);

/** Restrictions to one value of a dimension, in the words of the data: `channel="email"`. */
const filters = {
  channel: text.optional(),
  department: text.optional(),
  category: text.optional(),
  priority: text.optional(),
  segment: text.optional(),
  touchpoint: text.optional(),
  stage: text.optional(),
  survey: text.optional(),
  promise: text.optional(),
};

/** `<Value metric="nps" segment="business" period="2026-Q2" />` */
export const valueProps = z.strictObject({ metric: text, period: text.optional(), ...filters });

/** `<Change metric="csat" against="year-earlier" />` */
export const changeProps = z.strictObject({
  metric: text,
  period: text.optional(),
  against: z.enum(['previous', 'year-earlier']).optional(),
  ...filters,
});

const EXAMPLES: Readonly<Record<string, string>> = { metric: 'csat', period: '2026-Q2', channel: 'email' };

/** A query to the report: what a component was asked, with its filters gathered. */
export interface WriterQuery {
  readonly metric: string;
  readonly period?: string;
  readonly where?: Readonly<Record<string, string>>;
  readonly against?: 'previous' | 'year-earlier';
}

/**
 * The query that props stand for.
 *
 * @param component Name as the writer types it.
 * @param file The MDX file, for the message.
 * @throws Mistake naming the property, what was given, what was expected and the nearest valid value.
 */
export function queryOf(
  component: 'Value' | 'Change',
  props: Readonly<Record<string, unknown>>,
  file: string,
): WriterQuery {
  const schema = component === 'Value' ? valueProps : changeProps;
  const parsed = schema.safeParse(props);
  if (!parsed.success) throw mistakeOf(component, props, Object.keys(schema.shape), parsed.error.issues[0], file);
  const { metric, period, against, ...rest } = parsed.data as z.infer<typeof changeProps>;
  const where = Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return {
    metric,
    ...(period !== undefined && { period }),
    ...(against !== undefined && { against }),
    ...(Object.keys(where).length > 0 && { where }),
  };
}

function mistakeOf(
  component: string,
  props: Readonly<Record<string, unknown>>,
  known: readonly string[],
  issue: z.core.$ZodIssue | undefined,
  file: string,
): Mistake {
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const meant = nearest(key, known);
    return withoutStack({
      what: `<${component}> has no property “${key}”`,
      file,
      found: shown(key, props[key]),
      expected: `one of ${known.join(', ')}`,
      remedy: meant === undefined ? 'Leave it out.' : `Write ${meant}= instead, if that is what is meant.`,
    });
  }
  const name = String(issue?.path[0] ?? '');
  const given = props[name];
  const values = issue?.code === 'invalid_value' ? issue.values.map(String) : [];
  const example = nearest(String(given), values) ?? values[0] ?? EXAMPLES[name] ?? '…';
  return withoutStack({
    what:
      given === undefined ? `<${component}> needs the property “${name}”` : `<${component}> cannot use this ${name}`,
    file,
    found: given === undefined ? 'nothing' : shown(name, given),
    expected: values.length === 0 ? 'text in quotes' : `one of ${values.join(', ')}`,
    remedy: `Write ${name}="${example}", for example.`,
  });
}

function shown(name: string, value: unknown): string {
  return typeof value === 'string' ? `${name}="${value}"` : `${name}={${JSON.stringify(value)}}`;
}

/** The message says where to look; the stack of a rendered component would lead away from it. */
function withoutStack(details: MistakeDetails): Mistake {
  const mistake = new Mistake(details);
  mistake.stack = '';
  return mistake;
}
