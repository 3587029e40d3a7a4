/**
 * What a claim claims, told by the words in its tag.
 */
import type { ComponentUse } from '../../commentary/uses.ts';
import { Mistake } from '../../config/mistake.ts';

/** Which way the figure goes or lies. */
export type Direction = 'up' | 'down' | 'same';

export interface ClaimKind {
  /** As messages and pages name it: `rose`, `highest since`. */
  readonly words: string;
  readonly direction: Direction;
  readonly test: 'change' | 'rival' | 'record' | 'extreme' | 'share';
}

/** The word that begins each kind, and which way it goes. */
const HEADS: Readonly<Record<string, Direction>> = {
  rose: 'up',
  fell: 'down',
  same: 'same',
  above: 'up',
  below: 'down',
  highest: 'up',
  largest: 'up',
  lowest: 'down',
  smallest: 'down',
  more: 'up',
  less: 'down',
};

/** Every kind as a writer may write it. */
const KINDS =
  'rose, fell, same, above="…", below="…", highest since="…", lowest since="…", largest of="…", smallest of="…", ' +
  'more than="…", less than="…"';

/** Props that belong to some kinds only. */
const BELONG: Readonly<Record<string, { readonly tests: readonly ClaimKind['test'][]; readonly to: string }>> = {
  from: { tests: ['change'], to: 'rose, fell or same' },
  to: { tests: ['change'], to: 'rose, fell or same' },
  period: { tests: ['rival', 'record', 'extreme', 'share'], to: 'claims about one period; here write to="…"' },
  since: { tests: ['record'], to: 'highest or lowest' },
  of: { tests: ['extreme'], to: 'largest or smallest' },
  than: { tests: ['share'], to: 'more or less' },
  as: { tests: ['rival'], to: 'same' },
};

/**
 * The kind of a claim.
 *
 * @throws Mistake when it claims nothing or several things, or when its words do not go together.
 */
export function claimKind(use: ComponentUse): ClaimKind {
  const { component, props, place } = use;
  const heads = Object.keys(HEADS).filter((word) => word in props);
  const [head] = heads;
  if (head === undefined) {
    throw new Mistake({
      ...place,
      what: `<${component}> does not say what it claims`,
      found: Object.keys(props).join(', '),
      expected: `one of ${KINDS}`,
      remedy: 'Add the word that says what the sentence claims, such as rose.',
    });
  }
  if (heads.length > 1) {
    throw new Mistake({
      ...place,
      what: `<${component}> claims several things at once`,
      found: heads.join(', '),
      expected: `one of ${KINDS}`,
      remedy: `Make a <${component}> of each part of the sentence.`,
    });
  }
  const kind = kindOf(head, use);
  const stray = Object.keys(BELONG).find((name) => name in props && !BELONG[name]?.tests.includes(kind.test));
  if (stray === undefined) return kind;
  throw new Mistake({
    ...place,
    what: `${stray} does not go with ${kind.words}`,
    found: `${head} ${stray}="${props[stray]}"`,
    expected: `${stray} belongs to ${BELONG[stray]?.to}`,
    remedy: `Take ${stray} out, or say what else the sentence claims.`,
  });
}

function kindOf(head: string, use: ComponentUse): ClaimKind {
  const { props } = use;
  const direction = HEADS[head] as Direction;
  switch (head) {
    case 'rose':
    case 'fell':
      return { words: head, direction, test: 'change' };
    case 'same':
      return { words: 'about the same', direction, test: 'as' in props ? 'rival' : 'change' };
    case 'above':
    case 'below':
      return { words: `is ${head}`, direction, test: 'rival' };
    case 'more':
    case 'less':
      if (!('than' in props)) throw incomplete(head, ['than="half"'], use);
      return { words: `${head} than`, direction, test: 'share' };
    default:
      if ('since' in props === 'of' in props) throw incomplete(head, ['since="2025 Q1"', 'of="department"'], use);
      return 'since' in props
        ? { words: `${direction === 'up' ? 'highest' : 'lowest'} since`, direction, test: 'record' }
        : { words: `${head} of`, direction, test: 'extreme' };
  }
}

function incomplete(head: string, needed: readonly string[], { component, place }: ComponentUse): Mistake {
  return new Mistake({
    ...place,
    what: `${head} of <${component}> needs ${needed.length === 1 ? 'its share' : 'either a period or a dimension'}`,
    found: head,
    expected: needed.map((prop) => `${head} ${prop}`).join(' or '),
    remedy: `Write ${head} ${needed[0]}.`,
  });
}
