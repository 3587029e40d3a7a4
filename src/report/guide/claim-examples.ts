/**
 * Claims that the guide may show: which of them hold is seen once they are judged.
 */
import { yearEarlier } from '../../calendar/periods.ts';
import type { ReportContext } from '../context.ts';
import { changePair } from '../sections.ts';
import type { GuideTag } from '../types/guide.ts';
import { midSentence } from '../wording/headline.ts';
import type { Subject } from './subjects.ts';

/** A claim in a writer's words. */
export interface ClaimCandidate {
  /** Claims of one kind stand for each other: the first that holds is shown. */
  readonly kind: (typeof CLAIM_KINDS)[number];
  readonly props: GuideTag['props'];
  readonly sentence: string;
}

/** In the order of the guide. */
export const CLAIM_KINDS = [
  'A rise',
  'A fall',
  'No change worth speaking of',
  'More than a number',
  'Less than a number',
  'More than a share',
  'Less than a share',
  'More than another group',
  'As much as another group',
  'The highest of all groups',
  'The lowest of all groups',
  'A record',
  'What these data do not support',
] as const;

/** How many metrics are tried for claims about groups, and how many pairs of groups of each. */
const MOST_TRIED = 4;

/** Candidates of every kind, in no order of kinds. */
export function claimCandidates(context: ReportContext, subjects: readonly Subject[]): readonly ClaimCandidate[] {
  return [
    ...subjects.flatMap((subject) => changes(context, subject)),
    ...subjects.flatMap(levels),
    ...subjects.slice(0, MOST_TRIED).flatMap(groups),
    ...subjects.flatMap(records),
  ];
}

function changes(context: ReportContext, { card, latest }: Subject): ClaimCandidate[] {
  return (['year-earlier', 'previous'] as const).flatMap((against): ClaimCandidate[] => {
    const pair = changePair(context, { metric: card.id, where: {}, period: latest.period, against });
    // A period that is no quarter, month or year has no name that a writer could give.
    if (pair === null || yearEarlier(pair.a.period) === null) return [];
    const { a, b } = pair;
    const periods = { from: a.period.code, to: b.period.code };
    const between = `from ${a.name} to ${b.name}`;
    return [
      {
        kind: 'A rise',
        props: { metric: card.id, rose: true, ...periods },
        sentence: `${card.label} rose ${between}.`,
      },
      {
        kind: 'A fall',
        props: { metric: card.id, fell: true, ...periods },
        sentence: `${card.label} fell ${between}.`,
      },
      {
        kind: 'No change worth speaking of',
        props: { metric: card.id, is: true, about: true, the: true, same: true, ...periods },
        sentence: `${card.label} is about the same in ${b.name} as in ${a.name}.`,
      },
    ];
  });
}

function levels({ card, latest: { value = 0, low = value, high = value } }: Subject): ClaimCandidate[] {
  const { id: metric, label } = card;
  if (card.unit !== 'share') return [];
  // Five points away from where the figure may lie, as a round number.
  const [under, over] = [Math.floor(low * 20 - 1) * 5, Math.ceil(high * 20 + 1) * 5];
  const above: ClaimCandidate = {
    kind: 'More than a number',
    props: { metric, is: true, above: `${under}%` },
    sentence: `${label} is above ${under}%.`,
  };
  const below: ClaimCandidate = {
    kind: 'Less than a number',
    props: { metric, is: true, below: `${over}%` },
    sentence: `${label} is below ${over}%.`,
  };
  const isMore = value > 0.5;
  return [
    ...(under > 0 ? [above] : []),
    ...(over < 100 ? [below] : []),
    {
      kind: isMore ? 'More than a share' : 'Less than a share',
      props: { metric, [isMore ? 'more' : 'less']: true, than: 'half' },
      sentence: `${label} is ${isMore ? 'more' : 'less'} than half.`,
    },
  ];
}

function groups({ card: { id: metric, label }, dimensions }: Subject): ClaimCandidate[] {
  const name = midSentence(label);
  return dimensions.slice(0, MOST_TRIED).flatMap(({ dimension, groups: names }): ClaimCandidate[] => {
    const [first, last] = [names[0] as string, names.at(-1) as string];
    const beside = names.slice(1, MOST_TRIED).map(
      (other, index): ClaimCandidate => ({
        kind: 'As much as another group',
        props: { metric, [dimension]: names[index] as string, is: true, the: true, same: true, as: other },
        sentence: `${label} is about the same for ${names[index]} as for ${other}.`,
      }),
    );
    return [
      {
        kind: 'More than another group',
        props: { metric, [dimension]: first, is: true, above: last },
        sentence: `${label} is higher for ${first} than for ${last}.`,
      },
      ...beside,
      {
        kind: 'The highest of all groups',
        props: { metric, [dimension]: first, is: true, the: true, highest: true, of: dimension },
        sentence: `No ${dimension} has a higher ${name} than ${first}.`,
      },
      {
        kind: 'The lowest of all groups',
        props: { metric, [dimension]: last, is: true, the: true, lowest: true, of: dimension },
        sentence: `No ${dimension} has a lower ${name} than ${last}.`,
      },
    ];
  });
}

function records({ card: { id: metric, label } }: Subject): ClaimCandidate[] {
  return (['highest', 'lowest'] as const).map((which) => ({
    kind: 'A record',
    props: { metric, is: true, the: true, [which]: true, since: 'all' },
    sentence: `${label} is the ${which} since these data begin.`,
  }));
}

/** A claim that the data contradict where they support this one: the other way round. */
export function contrary({ props, sentence }: ClaimCandidate): ClaimCandidate | null {
  const swapped = [
    ['rose', 'fell'],
    ['fell', 'rose'],
    ['above', 'below'],
    ['below', 'above'],
  ].find(([word]) => (word as string) in props);
  if (swapped === undefined) return null;
  const [word, other] = swapped as [string, string];
  const opposite: Readonly<Record<string, string>> = {
    rose: 'fell',
    fell: 'rose',
    higher: 'lower',
    above: 'below',
    below: 'above',
  };
  return {
    kind: 'What these data do not support',
    props: Object.fromEntries(Object.entries(props).map(([name, value]) => [name === word ? other : name, value])),
    sentence: sentence.replace(/\b(rose|fell|higher|above|below)\b/, (found) => opposite[found] ?? found),
  };
}
