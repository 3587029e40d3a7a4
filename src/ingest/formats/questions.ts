/**
 * Which columns of a survey hold a score, as far as a file says so.
 */
import type { ScoreName } from '../../dataset/model.ts';
import { parseNumber } from '../values/number.ts';
import { foldWords, trimmed } from '../values/text.ts';
import type { TableHead } from './format.ts';
import type { ColumnDraft } from './mapping.ts';

interface Question {
  readonly score: ScoreName;
  /** What the header of such a question says. */
  readonly says: RegExp;
  readonly scale: readonly [number, number];
}

const QUESTIONS: readonly Question[] = [
  { score: 'nps', says: /\bnps\b(?!.*group)|recommend/, scale: [0, 10] },
  { score: 'ces', says: /\bces\b|effort|\beas(?:y|e|ily)\b/, scale: [1, 7] },
  { score: 'csat', says: /\bcsat\b|satisf|\brating\b|\bscore\b/, scale: [1, 5] },
];

/** Answers in words, on the usual scale from 1 to 5. */
const SATISFACTION_WORDS: Readonly<Record<string, number>> = {
  'Very dissatisfied': 1,
  Dissatisfied: 2,
  'Somewhat dissatisfied': 2,
  'Neither satisfied nor dissatisfied': 3,
  Neutral: 3,
  Satisfied: 4,
  'Somewhat satisfied': 4,
  'Very satisfied': 5,
  'Extremely satisfied': 5,
  'Extremely dissatisfied': 1,
};

/**
 * The first column of each kind of question whose header says what it asks and whose answers lie on its usual scale.
 *
 * A column beside which `…_NPS_GROUP` stands is the question about recommending.
 *
 * @param missing codes of the tool that mean "no answer".
 */
export function scoreColumns(
  { header, sample }: TableHead,
  missing: Readonly<Record<string, string>> = {},
): Partial<Record<ScoreName, ColumnDraft>> {
  const found: Partial<Record<ScoreName, ColumnDraft>> = {};
  const taken = new Set<string>();
  const marked = header.normalised().find((name) => header.has(`${name}_nps_group`));
  for (const { score, says, scale } of QUESTIONS) {
    const column =
      score === 'nps' && marked !== undefined
        ? marked
        : header
            .normalised()
            .find(
              (name) =>
                says.test(header.says(name)) &&
                !taken.has(name) &&
                liesOn(scale, answersIn({ header, sample }, name, missing)),
            );
    if (column === undefined) continue;
    taken.add(column);
    const labels = score === 'csat' ? { labels: SATISFACTION_WORDS } : {};
    found[score] = { column, missing, ...labels };
  }
  return found;
}

function answersIn({ header, sample }: TableHead, name: string, missing: Readonly<Record<string, string>>): string[] {
  const [position] = header.positions(name);
  return sample
    .map((cells) => trimmed(cells[position as number] ?? ''))
    .filter((cell) => cell !== '' && !Object.hasOwn(missing, cell));
}

const WORDS: ReadonlySet<string> = new Set(Object.keys(SATISFACTION_WORDS).map(foldWords));

/** Whether there are answers and all lie on the scale. */
function liesOn([min, max]: readonly [number, number], answers: readonly string[]): boolean {
  return (
    answers.length > 0 &&
    answers.every((answer) => {
      const number = parseNumber(/^\d+(?= - |$)/.exec(answer)?.[0] ?? answer);
      return (number >= min && number <= max) || WORDS.has(foldWords(answer));
    })
  );
}
