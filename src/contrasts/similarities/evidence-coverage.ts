/**
 * S4: whether the three views rest on the same customers.
 */
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import type { ContrastTest } from '../contrast.ts';

const NEEDS = ['responses.submitted_at', 'responses.customer_id', 'tickets.customer_id', 'customers.customer_id'];

/** Respondents at each step; every step takes from the one before. */
export interface EvidenceCoverage {
  /** Everybody who answered; an answer without a customer is one of its own. */
  readonly respondents: number;
  readonly known: number;
  /** With a ticket of their own as well. */
  readonly withTicket: number;
  /** In the customer list besides, so that it is known what became of them. */
  readonly withOutcome: number;
}

const analysis: Analysis<EvidenceCoverage> = {
  id: 'evidence_coverage',
  name: 'Coverage of the evidence',
  label: 'In all three views',
  lens: 'experience',
  question: 'Do the three views rest on the same customers?',
  definition:
    'Everybody who answered a survey, followed through the data: whether the customer is known, has a ticket as well, and stands ' +
    'in the customer list besides, so that staying and leaving are known. Each step counts those of the step before. Answers ' +
    'without a customer count as one respondent each.',
  formula: 'respondents with a ticket and in the customer list ÷ respondents',
  who: 'everybody who answered a survey',
  date: 'the day of the answer',
  tex: String.raw`\frac{l}{n}`,
  symbols: [
    ['l', 'respondents who are known, have a ticket and stand in the customer list'],
    ['n', 'respondents'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'respondents',
  minimum: 'One respondent; nothing is estimated.',
  margin: null,
  interval: 'None: all respondents are counted.',
  source: 'A count of this report’s own links.',
  elsewhere: [],
  analyse,
};

export const evidenceCoverage: ContrastTest<EvidenceCoverage> = {
  id: 's4',
  analysis,
  saidWhen:
    '“The three views rest on the same customers” is said when at least 80% of respondents are linked at every step.',
  pitfalls: [
    'Respondents who are not linked are no random part: those who need no service have no ticket.',
    'What is true of the linked ones need not be true of all; the data page compares who answered with who did not.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): EvidenceCoverage | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const { responses, tickets, customers, customerCount } = dataset;
  const answered = new Uint8Array(customerCount);
  let nameless = 0;
  for (let row = 0; row < (responses?.rows ?? 0); row++) {
    const moment = responses?.columns.submitted_at?.[row] as number;
    if (responses?.item[row] === 1 || !(moment >= all.start && moment < all.end)) continue;
    const who = responses?.customer[row] as number;
    if (who < 0) nameless++;
    else answered[who] = 1;
  }
  const [hasTicket, isListed] = [tickets?.customer, customers?.customer].map((owners) => marked(owners, customerCount));
  let [known, withTicket, withOutcome] = [0, 0, 0];
  for (let who = 0; who < customerCount; who++) {
    if (answered[who] === 0) continue;
    known++;
    if (hasTicket?.[who] !== 1) continue;
    withTicket++;
    if (isListed?.[who] === 1) withOutcome++;
  }
  if (known + nameless === 0) return tooFew(1, 'respondents', 0);
  return { respondents: known + nameless, known, withTicket, withOutcome };
}

function marked(owners: Int32Array | undefined, customers: number): Uint8Array {
  const found = new Uint8Array(customers);
  for (const who of owners ?? []) if (who >= 0) found[who] = 1;
  return found;
}
