/**
 * What customers met with and how they rated it, beside whether they would recommend: attributes with low and high ends.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { promiseOutcomes } from '../../dataset/promise.ts';
import type { AspectRoles, Context } from '../../metrics/definition.ts';
import { oneScale } from '../../metrics/estimators/one-scale.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { DAYS_BEFORE, forEachBefore, forEachTicketBefore } from '../../metrics/experience/before-answer.ts';
import { windowOutcomes } from '../../metrics/service/fcr-window.ts';

/** Whether an attribute is of getting things done, or of more than that. */
export type AttributeSide = 'basic' | 'beyond';

export interface RatedAttribute {
  readonly id: string;
  readonly name: string;
  readonly side: AttributeSide;
  /** Of each answer in the order given; NaN = not known. */
  readonly values: Float64Array;
  /** Up to here a value is low, from here on high; of a yes or no there is nothing between. */
  readonly lowMax: number;
  readonly highMin: number;
  readonly isYesOrNo: boolean;
}

/** The attributes of the answers whose rows are given. */
export function attributesOf(context: Context, answers: Int32Array): RatedAttribute[] {
  const { dataset, company } = context;
  const aspects = ratedAspects(dataset, answers, company.aspects, company.stages);
  const hasEase = aspects.some(({ id }) => id === EASE);
  return [
    ...ticketAttributes(dataset, answers),
    ...(hasEase ? [] : easeOfContacts(dataset, answers)),
    ...aspects,
  ].filter(({ values }) => values.some((value) => !Number.isNaN(value)));
}

const EASE = 'ease';

/** Of the last ticket before the answer: whether it was resolved at first contact, whether promises about it were kept. */
function ticketAttributes(dataset: Dataset, answers: Int32Array): RatedAttribute[] {
  if (dataset.tickets === null) return [];
  const { proactive } = dataset.tickets.columns;
  const resolved = windowOutcomes(dataset, 7, 'any').sample.values;
  const kept = promiseOutcomes(dataset);
  const last = (known: (ticket: number) => number) =>
    Float64Array.from(answers, (answer) => {
      let value = Number.NaN;
      forEachTicketBefore(dataset, answer, DAYS_BEFORE, (ticket) => {
        const outcome = known(ticket);
        if (proactive?.[ticket] !== 1 && outcome >= 0) value = outcome;
      });
      return value;
    });
  const yesOrNo = { side: 'basic', lowMax: 0, highMin: 1, isYesOrNo: true } as const;
  return [
    { id: 'fcr', name: 'Resolved at first contact', values: last((ticket) => resolved[ticket] as number), ...yesOrNo },
    { id: 'promise', name: 'Promised times kept', values: last((ticket) => kept[ticket] as number), ...yesOrNo },
  ];
}

/** Of the last contact that was rated before the answer. */
function easeOfContacts(dataset: Dataset, answers: Int32Array): RatedAttribute[] {
  const { inUse, sample } = oneScale(dataset, 'ces');
  const [scale] = inUse;
  const item = dataset.responses?.item ?? new Uint8Array(0);
  if (scale === undefined) return [];
  const values = Float64Array.from(answers, (answer) => {
    let value = Number.NaN;
    forEachBefore(dataset, answer, DAYS_BEFORE, (row) => {
      const rating = sample.values[row] as number;
      if (item[row] === 0 && !Number.isNaN(rating) && rating !== ABSENT) value = rating;
    });
    return value;
  });
  return [{ id: 'ces', name: 'Ease of contacts', side: 'basic', values, ...endsOf(scale) }];
}

/** Aspects rated together with the answer; stages of the journey, feelings and dealings with people are asked elsewhere. */
function ratedAspects(
  { aspects }: Dataset,
  answers: Int32Array,
  roles: AspectRoles,
  stages: readonly string[],
): RatedAttribute[] {
  const { aspect, score } = aspects?.columns ?? {};
  if (aspects === null || aspect === undefined || score === undefined) return [];
  const placeOf = new Map(Array.from(answers, (row, place) => [row, place]));
  const left = new Set(
    [...stages, ...roles.emotional, roles.interaction, roles.personal, roles.noRepeat].map(sameName),
  );
  const found = new Map<number, RatedAttribute>();
  for (let row = 0; row < aspects.rows; row++) {
    const place = placeOf.get(aspects.response[row] as number);
    const scale = score.scales[score.scale[row] as number];
    const code = aspect.codes[row] as number;
    const name = aspect.values[code] as string;
    if (place === undefined || scale === undefined || left.has(sameName(name))) continue;
    const known = found.get(code) ?? {
      id: name,
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      side: roles.rational.map(sameName).includes(sameName(name)) ? ('basic' as const) : ('beyond' as const),
      values: new Float64Array(answers.length).fill(Number.NaN),
      ...endsOf(scale),
    };
    found.set(code, known);
    // On another scale the same number says something else.
    if (known.lowMax === scale.min + 1 && known.highMin === scale.max)
      known.values[place] = score.values[row] as number;
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Low are the two lowest answers, high is the highest. */
function endsOf({ min, max }: { readonly min: number; readonly max: number }) {
  return { lowMax: min + 1, highMin: max, isYesOrNo: false };
}

function sameName(name: string): string {
  return name.trim().toLowerCase();
}
