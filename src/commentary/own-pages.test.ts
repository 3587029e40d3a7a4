import { expect, test } from 'vitest';
import { above, below } from './own-pages.ts';

const pages = ['/why/', '/why/billing/', '/why/billing/old/', '/why-not/', '/more/deep/'].map((path) => ({ path }));
const paths = (list: readonly { path: string }[]) => list.map(({ path }) => path);

test('pages stand below the nearest one whose folder they are in', () => {
  expect(paths(above({ path: '/why/billing/old/' }, pages))).toEqual(['/why/', '/why/billing/']);
  expect(paths(above({ path: '/more/deep/' }, pages))).toEqual([]);
  expect(paths(below({ path: '/why/' }, pages))).toEqual(['/why/billing/']);
  expect(paths(below(null, pages))).toEqual(['/why/', '/why-not/', '/more/deep/']);
});
