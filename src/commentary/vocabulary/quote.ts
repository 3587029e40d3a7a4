import { Mistake } from '../../config/mistake.ts';
import type { WriterComponent } from './component.ts';

export const quote: WriterComponent = {
  name: 'Quote',
  words:
    'A customer’s own words, as quotes.csv releases them: by the number of the answer, or the first quote of a theme. What ' +
    'is not released is never printed.',
  props: {
    response: { kind: 'text', words: 'the response_id that the quote has in content/quotes.csv; it is not published' },
    theme: { kind: 'text', words: 'a theme of the page Voice, whose first quote is shown' },
  },
  filters: false,
  content: 'none',
  ownLines: true,
  check: ({ props, place }) => {
    const given = Object.keys(props);
    if (given.length === 1) return;
    throw new Mistake({
      ...place,
      what: `<Quote> ${given.length === 0 ? 'does not say which quote it is' : 'names a quote twice'}`,
      found: given.length === 0 ? 'nothing' : given.join(' and '),
      expected: 'response="…" or theme="…"',
      remedy: 'Name the answer or the theme.',
    });
  },
  example: '<Quote theme="Bills and charges" />',
};
