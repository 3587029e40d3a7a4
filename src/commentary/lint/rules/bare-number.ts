import { typedFigures } from '../numbers.ts';
import type { Passage, Span } from '../passage.ts';
import { claimAround, type Find, IN_TITLE, type Rule, shown } from '../rule.ts';

const FROM_ELSEWHERE = 'a number from elsewhere belongs in <Unchecked rule="bare-number" reason="…">.';

/** Where no component can stand. */
const REMEDIES: { readonly [K in Passage['kind']]?: string } = {
  title: IN_TITLE,
  headline: 'Leave it out of the headline: what the data say stands under it, with its numbers.',
};

export const bareNumber: Rule = {
  id: 'bare-number',
  words:
    'A number in a sentence that names a metric or shows one. Years, dates, times, prices, telephone numbers, scales, targets and counts of other things pass, and so does a number that stands in the tag of its claim.',
  example: 'The NPS is 32.',
  find: ({ sentences }) =>
    sentences.flatMap((sentence) =>
      typedFigures(sentence).flatMap(({ from, to, isChange }): Find[] => {
        const found = sentence.text.slice(from, to).trim();
        const claim = claimAround(sentence, from);
        if (claim !== undefined && isInTag(found, claim.props)) return [];
        const id = (sentence.mentions[0]?.metric ?? sentence.carried[0])?.id ?? '';
        const tag = isChange ? `<Change metric="${id}" />` : `<Value metric="${id}" />`;
        return [
          {
            at: { passage: sentence.passage, index: sentence.start + from },
            what:
              claim === undefined
                ? 'A number is typed beside a metric, and no build will keep it true'
                : 'A number is typed in a claim, which checks its own tag and not the numbers in it',
            sentence: shown(sentence),
            found,
            remedy: REMEDIES[sentence.passage.kind] ?? `Write ${tag} in its place; ${FROM_ELSEWHERE}`,
          },
        ];
      }),
    ),
};

/** Whether the tag of a claim holds the number, so that it is checked: “80 per cent” is 80%. */
function isInTag(number: string, { headline: _, ...props }: Span['props']): boolean {
  return Object.values(props).some((value) => isIn(number, value));
}

function isIn(number: string, value: string | true): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/\s?per ?cent/, '%')
      .replace(/\s+/g, ' ')
      .trim();
  return value !== true && (plain(value).includes(plain(number)) || plain(number).startsWith(plain(value)));
}
