import { expect, test } from 'vitest';
import { ratings, responses } from '../report/report-of.fixture.ts';
import { PATIENT, runCommand } from './run-for-tests.ts';

const RATINGS = responses(ratings('2026-01-01', 'email', 60, 40), ratings('2026-03-31', 'email', 60, 40));

const check = (text: string) =>
  runCommand('text-check.ts', { 'data/responses.csv': RATINGS, 'content/home.mdx': text });

test('says what could be better and that nothing stops a build', PATIENT, async () => {
  const text = 'Of all <Claim metric="csat" more than="half">most are satisfied</Claim>.\n';
  const { status, stdout, stderr } = await check(text);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(
    /^About the texts: 1 warning\n\nhome\.mdx\n {2}home\.mdx:1:1 {2}warning {2}A text has no headline\..*\nNothing in the texts stops a build: 1 claim holds, 0 excused\.\n$/,
  );
});

test('tells everything that would stop one, drafts included', PATIENT, async () => {
  const { status, stdout, stderr } = await check('---\ndraft: true\n---\n\nCSAT rose to 70%.\n');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('home.mdx, line 5, column 6');
  expect(stderr).toContain('home.mdx, line 5, column 14');
});
