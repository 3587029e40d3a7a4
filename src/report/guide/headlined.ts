/**
 * Examples of headlines that are checked.
 */
import { DIMENSIONS } from '../../dataset/dataset.ts';
import type { ClaimCandidate } from './claim-examples.ts';
import type { Composition } from './compositions.ts';
import { tag } from './parts.ts';

/** Findings and charts that a held claim can stand above; the first that can be drawn is shown. */
export function headlined(held: readonly ClaimCandidate[]): readonly Composition[] {
  return held.flatMap(({ props, sentence }): Composition[] => {
    const headline = sentence.replace(/\.$/, '');
    const dimension = DIMENSIONS.find((each) => each in props);
    return [
      {
        component: 'Finding',
        title: '',
        parts: [tag('Finding', { headline, ...props }, 'What you have to say of it stands here.')],
      },
      ...(dimension === undefined
        ? []
        : [
            {
              component: 'Figure',
              title: 'With a headline of yours',
              parts: [tag('Figure', { headline, dimension, ...props })],
            },
          ]),
    ];
  });
}
