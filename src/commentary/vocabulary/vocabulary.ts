/**
 * Every component that writers have without an import, in the order of the guide. A new one is its own file here and one
 * line, a component in `components/`, and what the report says for it.
 */
import { change } from './change.ts';
import { claim } from './claim.ts';
import { compare } from './compare.ts';
import type { WriterComponent } from './component.ts';
import { event } from './event.ts';
import { figure } from './figure.ts';
import { finding } from './finding.ts';
import { ifData } from './if-data.ts';
import { include } from './include.ts';
import { note } from './note.ts';
import { quote } from './quote.ts';
import { soWhat } from './so-what.ts';
import { term } from './term.ts';
import { unchecked } from './unchecked.ts';
import { unknown } from './unknown.ts';
import { value } from './value.ts';

export const VOCABULARY: readonly WriterComponent[] = [
  value,
  change,
  compare,
  claim,
  finding,
  figure,
  ifData,
  event,
  term,
  quote,
  note,
  unknown,
  soWhat,
  include,
  unchecked,
];
