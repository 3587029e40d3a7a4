/**
 * The props of a component as a writer wrote them, checked against its vocabulary.
 */
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import type { UsePlace, WriterComponent } from './vocabulary/component.ts';

/**
 * @param filters names of the dimensions that may restrict a figure.
 * @throws Mistake naming the prop, what was given, what was expected and the nearest valid value.
 */
export function checkProps(
  { name: component, props: known, filters: takesFilters }: WriterComponent,
  props: Readonly<Record<string, string | true>>,
  filters: readonly string[],
  place: UsePlace,
): void {
  const allowed = [...Object.keys(known), ...(takesFilters ? filters : [])];
  for (const [name, written] of Object.entries(props)) {
    if (!allowed.includes(name)) throw unknownProp(component, name, allowed, place);
    const { kind = 'text', oneOf } = known[name] ?? {};
    if (kind === 'flag' && written !== true) throw valuedFlag(component, name, place);
    if (kind !== 'flag' && (written === true || written.trim() === '')) throw empty(component, name, place);
    if (oneOf !== undefined && !oneOf.includes(String(written))) throw wrongValue(name, String(written), oneOf, place);
  }
  for (const [name, { required, oneOf }] of Object.entries(known)) {
    if (required !== true || Object.hasOwn(props, name)) continue;
    throw new Mistake({
      ...place,
      what:
        name === 'metric' ? `<${component}> does not say which metric it is about` : `<${component}> has no ${name}`,
      found: 'nothing',
      expected: `a prop such as ${name}="${oneOf?.[0] ?? EXAMPLES[name] ?? '…'}"`,
      remedy: `Add ${name}="…"; the writing guide lists what it may be.`,
    });
  }
}

/**
 * A component that stands around a sentence needs one; one that sets paragraphs apart cannot stand inside one.
 *
 * @param isInline whether it stands in a paragraph or a heading beside other text.
 */
export function checkContent(
  { name, content, ownLines }: WriterComponent,
  { text, isInline }: { text: string; isInline: boolean },
  place: UsePlace,
): void {
  if ((content === 'block' || ownLines) && isInline) {
    throw new Mistake({
      ...place,
      what: `<${name}> stands inside a paragraph`,
      found: `<${name}> beside other text`,
      expected: `${ownLines ? `<${name} … />` : `<${name}>…</${name}>`} on lines of its own`,
      remedy: `Put an empty line before <${name}> and one after ${ownLines ? 'it' : `</${name}>`}.`,
    });
  }
  if (content === 'none' || text !== '') return;
  throw new Mistake({
    ...place,
    what: `<${name}> stands around no sentence`,
    found: `<${name} … />`,
    expected: `<${name} …>the sentence</${name}>`,
    remedy: 'Put the sentence between the opening and the closing tag.',
  });
}

const EXAMPLES: Readonly<Record<string, string>> = {
  metric: 'nps',
  period: '2026 Q2',
  from: '2026 Q1',
  to: '2026 Q2',
  since: '2025 Q1',
  above: '80%',
  below: '80%',
  of: 'department',
  than: 'half',
  as: 'email',
  with: 'email',
  owner: 'Ann Lee',
  rule: 'bare-number',
  reason: 'from the annual report of 2024',
  action: 'Call back within two days',
  response: 'R15086',
  theme: 'Bills and charges',
  name: 'New prices',
  date: '2026-04-01',
  headline: 'Customers recommend us less readily',
  by: '30 September 2026',
};

function unknownProp(component: string, name: string, allowed: readonly string[], place: UsePlace): Mistake {
  const guess = nearest(name, allowed);
  return new Mistake({
    ...place,
    what: `<${component}> has no prop called "${name}"`,
    found: name,
    expected: allowed.join(', '),
    remedy: guess === undefined ? 'Use one of the props above.' : `Did you mean "${guess}"?`,
  });
}

function valuedFlag(component: string, name: string, place: UsePlace): Mistake {
  return new Mistake({
    ...place,
    what: `${name} of <${component}> is a word without a value`,
    found: `${name}="…"`,
    expected: name,
    remedy: `Write ${name} alone.`,
  });
}

function empty(component: string, name: string, place: UsePlace): Mistake {
  return new Mistake({
    ...place,
    what: `${name} of <${component}> says nothing`,
    found: name,
    expected: `text in quotes such as ${name}="${EXAMPLES[name] ?? '…'}"`,
    remedy: `Write ${name}="…", or leave it out.`,
  });
}

function wrongValue(name: string, written: string, oneOf: readonly string[], place: UsePlace): Mistake {
  return new Mistake({
    ...place,
    what: `${name} cannot be "${written}"`,
    found: `${name}="${written}"`,
    expected: oneOf.map((value) => `${name}="${value}"`).join(' or '),
    remedy: `Did you mean "${nearest(written, oneOf) ?? oneOf[0]}"?`,
  });
}
