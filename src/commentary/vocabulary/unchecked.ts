import { Mistake } from '../../config/mistake.ts';
import { nearest } from '../../config/nearest.ts';
import { RULE_IDS, type RuleId } from '../../config/writing.schema.ts';
import type { WriterComponent } from './component.ts';

/** The rules from which an excuse excuses, as written; what is no rule is a mistake. */
export function rulesNamed(props: Readonly<Record<string, string | true>>): RuleId[] {
  return String(props.rule ?? '')
    .split(',')
    .map((rule) => rule.trim() as RuleId);
}

export const unchecked: WriterComponent = {
  name: 'Unchecked',
  words:
    'Excuses a sentence from a rule of the lint. Readers see the reason where the sentence stands and on the page of claims; an excuse that is not needed stops the build.',
  props: {
    rule: { kind: 'text', words: 'the rule, or several with commas between them: bare-number', required: true },
    reason: {
      kind: 'text',
      words: 'why nothing checks the sentence, for readers, without a full stop',
      required: true,
    },
  },
  filters: false,
  content: 'text',
  check: ({ props, place }) => {
    const wrong = rulesNamed(props).find((rule) => !RULE_IDS.some((id) => id === rule));
    if (wrong === undefined) return;
    const guess = nearest(wrong, RULE_IDS);
    throw new Mistake({
      ...place,
      what: `There is no rule called "${wrong}"`,
      found: wrong,
      expected: RULE_IDS.join(', '),
      remedy: guess === undefined ? 'Use one of the rules above.' : `Did you mean "${guess}"?`,
    });
  },
  example:
    '<Unchecked rule="bare-number" reason="from the annual report of 2024">Two years ago the response rate was 28%.</Unchecked>',
};
