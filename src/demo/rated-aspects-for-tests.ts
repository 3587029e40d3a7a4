/**
 * Answers with the aspects rated beside them, and comments with what two people made of them.
 */
import { type Answer, answers, demo, ratings, relationships } from './rows-for-tests.ts';

const answerOf = new Map(answers.map((answer) => [answer.id, answer]));
const latestOf = new Map(relationships.map((answer) => [answer.customer, answer]));
const aspectsOf = Map.groupBy(demo.aspects, ({ responseId }) => responseId);
const ratingsOf = Map.groupBy(
  ratings.filter(({ ticket }) => ticket !== null),
  ({ customer }) => customer,
);

/** Ratings of one aspect that stand beside answers of any survey. */
export function besideAnswers(aspect: string): { readonly answer: Answer; readonly score: number }[] {
  return demo.aspects
    .filter((rating) => rating.aspect === aspect)
    .map(({ responseId, score }) => ({ answer: answerOf.get(responseId) as Answer, score }));
}

/** Answers to the longer questionnaire, the latest of each customer, with the last rating of a contact before. */
export const longAnswers = [
  ...new Map(
    relationships
      .filter(({ id }) => aspectsOf.has(id))
      .map((answer) => {
        const before = (ratingsOf.get(answer.customer) ?? []).filter(
          ({ submittedAt }) => submittedAt < answer.submittedAt,
        );
        const last = before.toSorted((a, b) => b.submittedAt - a.submittedAt)[0];
        const aspects = Object.fromEntries(
          (aspectsOf.get(answer.id) ?? []).map(({ aspect, score }) => [aspect, score]),
        );
        const row = { nps: answer.nps as number, aspects, csat: last?.csat ?? null, submittedAt: answer.submittedAt };
        return [answer.customer, row] as const;
      }),
  ).values(),
];

/** Comments with three codes of each coder, and what the customer says last on recommending. */
export const codedComments = [...Map.groupBy(demo.codes, ({ responseId }) => responseId)].map(([id, own]) => {
  const answer = answerOf.get(id) as Answer;
  const last = latestOf.get(answer.customer) as Answer;
  const codes: Partial<Record<string, string[]>> = {};
  for (const { coder, code } of own) codes[coder] = [...(codes[coder] ?? []), code];
  return { answer, nps: last.nps as number, codes };
});
