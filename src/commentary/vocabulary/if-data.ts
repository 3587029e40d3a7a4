import { Mistake } from '../../config/mistake.ts';
import type { EnclosingUse, WriterComponent } from './component.ts';

export const ifData: WriterComponent = {
  name: 'IfData',
  words:
    'Text that is published only where the report has a figure: the data hold what it needs, and enough customers stand ' +
    'behind it. Without the figure its text is left out, and what it needs is not asked for.',
  props: {
    metric: { kind: 'metric', words: 'which figure: its id, name or label', required: true },
    period: { kind: 'period', words: 'for which period; the last complete one when left out' },
  },
  filters: true,
  content: 'text',
  check: ({ within, place }) => {
    // What a claim claims is one sentence, whatever the data hold.
    if (!standsIn('Claim', within)) return;
    throw new Mistake({
      ...place,
      what: '<IfData> stands inside <Claim>',
      found: '<Claim …> … <IfData …>',
      expected: '<IfData …><Claim …>the sentence</Claim></IfData>',
      remedy: 'Put <IfData> around the whole claim.',
    });
  },
  example:
    'Satisfied: <Value metric="csat" />.<IfData metric="nps"> They recommend us too: <Value metric="nps" />.</IfData>',
};

function standsIn(component: string, within: EnclosingUse | undefined): boolean {
  return within !== undefined && (within.component === component || standsIn(component, within.within));
}
