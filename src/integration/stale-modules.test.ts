import { expect, test } from 'vitest';
import { COMMENTARY_MODULE } from './commentary-module.ts';
import { REPORT_MODULE } from './report-module.ts';
import { staleAfter } from './stale-modules.ts';

const MODULES = {
  'the report': { id: REPORT_MODULE, file: null },
  'the list of texts': { id: COMMENTARY_MODULE, file: null },
  'a text': { id: '/my/content/pages/why.mdx', file: '/my/content/pages/why.mdx' },
  'another text': { id: '/my/content/home.mdx', file: '/my/content/home.mdx' },
  'a page': { id: '/triptych/src/pages/index.astro', file: '/triptych/src/pages/index.astro' },
  'a page for each contrast': {
    id: '/triptych/src/pages/contrasts/[id].astro',
    file: '/triptych/src/pages/contrasts/[id].astro',
  },
  'the pages of writers': { id: '/triptych/src/pages/[...path].astro', file: '/triptych/src/pages/[...path].astro' },
  'a component': { id: '/triptych/src/components/Figure.astro', file: '/triptych/src/components/Figure.astro' },
};

const ADDRESSED = ['a page for each contrast', 'the pages of writers'];

test.each([
  ['an export', ['/my/data/responses.csv'], []],
  ['the configuration', ['/my/content/report.yaml'], []],
  ['a text', ['/my/content/pages/why.mdx'], ['the list of texts', 'a text']],
  ['a table of actions', ['/my/content/actions.csv'], ['the list of texts']],
  ['a picture', ['/my/content/pages/plan.svg'], ['the list of texts', 'a text', 'another text']],
  ['an export and a text', ['/my/data/a.csv', '/my/content/home.mdx'], ['the list of texts', 'another text']],
])(
  'after a change of %s pages load again what holds it, and pages whose addresses come from the report',
  (...given) => {
    const [, changed, stale] = given;
    const isStale = staleAfter(changed, '/my/content');
    const found = Object.entries(MODULES).flatMap(([name, module]) => (isStale(module) ? [name] : []));
    expect(found).toEqual([...stale, ...ADDRESSED]);
  },
);
