import { beforeAll, describe, expect, test } from 'vitest';
import { componentUses } from '../../commentary/uses.ts';
import { Mistakes } from '../../config/mistake.ts';
import { DIMENSIONS } from '../../dataset/dataset.ts';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';

const DATA = responses(
  ratings('2025-10-01', 'email', 60, 30),
  ratings('2025-11-03', 'phone', 60, 30),
  ratings('2026-02-02', 'email', 60, 30),
  ratings('2026-03-31', 'phone', 60, 50),
);

/** What is wrong with each claim, as the report says it; every mistake is one fixture. */
const FIXTURES: readonly (readonly [name: string, tag: string, ...told: string[]])[] = [
  ['no kind', 'metric="csat"', '<Claim> does not say what it claims', 'Add the word that says what'],
  ['several kinds at once', 'metric="csat" rose above="half"', 'claims several things at once', 'rose, above'],
  ['no metric', 'rose', '<Claim> does not say which metric it is about'],
  ['an unknown metric', 'metric="csatt" rose', 'There is no metric called "csatt"', 'Did you mean "csat"?'],
  ['a misspelt kind', 'metric="csat" roze', '<Claim> has no prop called "roze"', 'Did you mean "rose"?'],
  ['a kind with a value', 'metric="csat" rose="yes"', 'rose of <Claim> is a word without a value', 'Write rose alone.'],
  ['a number left out', 'metric="csat" above', 'above of <Claim> says nothing', 'above="80%"'],
  ['an unknown period', 'metric="csat" rose to="last quater"', 'no period called "last quater"', '"last quarter"?'],
  ['a period outside the data', 'metric="csat" fell from="2019 Q1"', 'The data hold nothing of 2019 Q1', '"2025-Q4"?'],
  [
    'periods in the wrong order',
    'metric="csat" rose from="2026 Q1" to="2025 Q4"',
    'does not lie before to',
    'Exchange',
  ],
  [
    'a period against itself',
    'metric="csat" rose from="2026 Q1" to="2026-Q1"',
    'does not lie before to',
    'earlier period',
  ],
  [
    'periods of different length',
    'metric="csat" rose from="December 2025" to="2026 Q1"',
    'not of the same length',
    'two quarters',
  ],
  ['from where one period counts', 'metric="csat" above="half" from="2025 Q4"', 'from does not go with is above'],
  ['period where two count', 'metric="csat" rose period="2026 Q1"', 'period does not go with rose', 'write to="…"'],
  [
    'highest of nothing',
    'metric="csat" highest',
    'highest of <Claim> needs either a period or a dimension',
    'since="2025 Q1"',
  ],
  ['highest since and of', 'metric="csat" highest since="all" of="channel"', 'needs either a period or a dimension'],
  ['more than nothing', 'metric="csat" more', 'more of <Claim> needs its share', 'than="half"'],
  [
    'a record over nothing',
    'metric="csat" highest since="2025 Q4"',
    'There is nothing between',
    'Name an earlier period',
  ],
  [
    'since another length',
    'metric="csat" lowest since="2025"',
    'since of <Claim> is of another length',
    'of the same length',
  ],
  ['since the period itself', 'metric="csat" lowest since="2026 Q1"', 'does not lie before its period'],
  [
    'a dimension that is none',
    'metric="csat" channel="email" largest of="chanel"',
    'cannot be broken down by chanel',
    'Did you mean "channel"?',
  ],
  [
    'the largest of unnamed groups',
    'metric="csat" largest of="channel"',
    'does not say which channel is meant',
    'channel="…"',
  ],
  [
    'a group that is none',
    'metric="csat" channel="email" above="fone"',
    'above of <Claim> cannot be "fone"',
    'Did you mean "phone"?',
  ],
  ['a group against itself', 'metric="csat" channel="email" above="Email"', '<Claim> sets email against itself'],
  ['a group with nothing to compare', 'metric="csat" above="phone"', 'cannot be "phone"', 'name the first one as well'],
  ['a number without its unit', 'metric="csat" above="80"', 'cannot be "80"', '80%, half, two thirds or 8 in 10'],
  [
    'a share that is none',
    'metric="csat" more than="most"',
    'than of <Claim> cannot be "most"',
    'a share, such as 80%',
  ],
  ['a share of what is none', 'metric="csat_mean" more than="half"', 'is no share', 'Write above="…"'],
  ['a target that is not set', 'metric="csat" above="target"', 'has no target', 'Set targets.csat'],
];

/** The messages of a text's mistakes, as the report tells them. */
async function messagesOf(text: string): Promise<readonly string[]> {
  return reportOf({ 'data/responses.csv': DATA, 'content/home.mdx': text }).then(
    () => [],
    (error: Error) => (error instanceof Mistakes ? error.mistakes : [error]).map(({ message }) => message),
  );
}

/** True for a text that goes against the vocabulary alone, whatever the data are. */
function isMisspelt(text: string): boolean {
  try {
    componentUses(text, 'home.mdx', DIMENSIONS);
    return false;
  } catch {
    return true;
  }
}

describe('a mistake in a claim', () => {
  /** The text of a fixture: one line. */
  const lineOf = (tag: string) => `So <Claim ${tag}>it seems</Claim>.`;
  const others = FIXTURES.filter(([, tag]) => !isMisspelt(lineOf(tag)));
  /** What looks names up in the data tells all its mistakes at once: one report serves them all. */
  let together: readonly string[] = [];
  beforeAll(async () => {
    together = await messagesOf(others.map(([, tag]) => `${lineOf(tag)}\n`).join('\n'));
  });

  test.each(FIXTURES)('%s', async (name, tag, ...told) => {
    const index = others.findIndex(([other]) => other === name);
    const [message] = index < 0 ? await messagesOf(lineOf(tag)) : together.slice(index);
    expect(message).toContain(`where:    home.mdx, line ${Math.max(index, 0) * 2 + 1}, column 4`);
    for (const part of told) expect(message).toContain(part);
  });

  test('a claim around nothing', async () => {
    expect((await messagesOf('<Claim metric="csat" rose />\n'))[0]).toContain('<Claim> stands around no sentence');
  });

  test('several claims that do not hold are told at once, each with a wording that does', async () => {
    const text =
      'Intro.\n\n<Claim metric="csat" channel="phone" fell>Ratings of calls *fell*.</Claim>\n\n' +
      'And <Claim metric="csat" channel="email" rose>mail got better</Claim>.\n';
    expect((await messagesOf(text)).join('\n\n')).toMatchInlineSnapshot(`
      "These data do not support a claim.
        where:    home.mdx, line 3, column 1
        sentence: Ratings of calls fell.
        data say: Phone: Customer satisfaction (CSAT) rose by 33 points (between 17 and 48): 50% in October to December 2025, 83% in January to March 2026.
        found:    fell
        to do:    Write “CSAT for phone rose by 33 points, from 50% to 83%.” with rose in the tag, or take the sentence out.

      These data do not support a claim.
        where:    home.mdx, line 5, column 5
        sentence: mail got better
        data say: Email: There is no clear change in customer satisfaction (CSAT): 50% in October to December 2025, 50% in January to March 2026. These data cannot tell whether it moved.
        found:    rose
        to do:    Write “CSAT for email shows no clear change: 50%, then 50%.” without a claim, or take the sentence out."
    `);
  });
});
