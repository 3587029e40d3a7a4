/**
 * What contrasts found, among the main points of the home page.
 */
import type { ContrastReport } from '../types/contrast.ts';
import type { Finding } from '../types/page.ts';

/** So many at most: the others stand on the index, and what moved must not be crowded out. */
const MOST = 3;

/** Answers that are clear, the clearest first, each leading to the test that decides it. */
export function contrastFindings(contrasts: readonly { readonly report: ContrastReport }[]): Finding[] {
  return contrasts
    .flatMap(({ report: { path, clarity, decided } }): Finding[] =>
      clarity > 0 && decided?.answer != null
        ? [
            {
              lens: decided.card.lens,
              sentence: decided.answer.statement,
              href: `${path}#${decided.id}`,
              tone: 'neutral',
              clarity,
            },
          ]
        : [],
    )
    .toSorted((a, b) => b.clarity - a.clarity)
    .slice(0, MOST);
}
