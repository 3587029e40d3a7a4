import { Mistake } from '../../config/mistake.ts';
import { claim } from './claim.ts';
import type { EnclosingUse, WriterComponent } from './component.ts';
import { checkHeadline, MOST_WORDS } from './headline.ts';

export const figure: WriterComponent = {
  name: 'Figure',
  words:
    'A chart with its table and its download: the course of a figure over time or, with dimension, its groups side by ' +
    'side. Its headline is the report’s, or yours with the words of a <Claim>, which is checked as one.',
  props: {
    headline: {
      kind: 'text',
      words: `what the chart shows, in at most ${MOST_WORDS} words, with the words of a claim`,
    },
    dimension: { kind: 'text', words: 'whose groups are drawn, such as channel; without it the course over time' },
    ...claim.props,
    period: { kind: 'period', words: 'with dimension: for which period; the last complete one when left out' },
  },
  filters: true,
  content: 'none',
  ownLines: true,
  check: (use) => {
    if (use.props.headline === undefined) return checkBare(use);
    checkHeadline(use);
  },
  example: '<Figure metric="csat" dimension="channel" />',
};

/** Words of the claim that a chart without a headline does not make. */
const OF_CLAIM = Object.keys(claim.props).filter((name) => name !== 'metric' && name !== 'period');

function checkBare({ props, place }: EnclosingUse): void {
  const claimed = OF_CLAIM.find((name) => name in props);
  if (claimed !== undefined) {
    throw new Mistake({
      ...place,
      what: `${claimed} of <Figure> is said of no headline`,
      found: claimed,
      expected: `headline="…" beside ${claimed}`,
      remedy: `Write the headline that claims it, or leave ${claimed} out.`,
    });
  }
  if (props.period === undefined || props.dimension !== undefined) return;
  throw new Mistake({
    ...place,
    what: 'period of <Figure> needs a dimension',
    found: `period="${String(props.period)}"`,
    expected: 'dimension="channel" beside it, or no period',
    remedy: 'Leave period out: a course over time shows every period.',
  });
}
