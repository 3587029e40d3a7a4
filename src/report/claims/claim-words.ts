/**
 * What the data say to a claim, and what may be said in its place.
 */
import { during } from '../../calendar/period.ts';
import { extremeWords } from '../figures/base.ts';
import type { Estimate, Verdict } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { capitalised } from '../wording/capitalised.ts';
import { midSentence, shortPhrase } from '../wording/headline.ts';
import { listed } from '../wording/list.ts';
import { ABOUT_THE_SAME, BELOW_MARGIN, NOT_SHOWN, nothingClear, recordSince, sizeIn } from '../wording/phrases.ts';
import type { Direction } from './claim-kind.ts';
import type { JudgedPair, PlannedClaim } from './planned-claim.ts';

export interface ClaimWords {
  /** What the data say: whole sentences. */
  readonly says: string;
  /** A sentence that they support. */
  readonly suggestion: string;
  /** The kind of claim that they support in place of the one made, as a writer writes it; null for none. */
  readonly instead: string | null;
}

/** Most groups or periods that a sentence names. */
const MOST_NAMED = 3;

/** Where nothing may be compared at all. */
export function refusedWords(card: MetricCard, why: string): ClaimWords {
  return { says: `${card.name} ${why}.`, suggestion: `${card.label} ${why}.`, instead: null };
}

/** Of a claim that one comparison decides. */
export function pairWords(card: MetricCard, judged: JudgedPair): ClaimWords {
  const { comparison, pair, shown } = judged;
  const kinds: Readonly<Record<Direction, string>> =
    pair.occasion === 'over time'
      ? { up: 'rose', down: 'fell', same: 'same' }
      : { up: 'above', down: 'below', same: 'same as' };
  const words = pair.occasion === 'over time' ? overTime(card, judged) : betweenGroups(card, judged);
  return {
    says: words?.says ?? comparison.words,
    suggestion: words?.suggestion ?? comparison.words,
    instead: shown === null ? null : kinds[shown],
  };
}

type Said = Omit<ClaimWords, 'instead'>;

function overTime(card: MetricCard, { comparison, pair }: JudgedPair): Said | null {
  const { a, b, verdict, words } = comparison;
  const group = Object.values(pair.b.where);
  const says = group.length === 0 ? words : `${capitalised(listed(group, 'and'))}: ${words}`;
  const label = `${card.label}${whose(pair.b)}`;
  switch (verdict) {
    case 'different':
      return { says, suggestion: `${label} ${shortPhrase(comparison)}, from ${a.text} to ${b.text}.` };
    case 'negligible':
      return {
        says,
        suggestion: `${label} ${shortPhrase(comparison)}, ${BELOW_MARGIN}: from ${a.text} to ${b.text}.`,
      };
    case 'equivalent':
      return { says, suggestion: `${label} is ${ABOUT_THE_SAME}: ${a.text}, then ${b.text}.` };
    case 'undecided':
      return { says, suggestion: `${label} shows ${nothingClear('over time')}: ${a.text}, then ${b.text}.` };
    default:
      return null;
  }
}

/** What may be said of two groups, as a clause with the size of the difference and its interval. */
export function groupClause(card: MetricCard, judged: JudgedPair): string {
  const { verdict, phrase } = judged.comparison;
  const said = betweenGroups(card, judged);
  if (said === null) return `${card.label}: ${phrase}`;
  const clause = said.suggestion.replace(/\.$/, '');
  return verdict === 'different' ? `${clause}, by ${sizeIn(phrase)}` : clause;
}

/** The group that the claim is about comes first, whichever is the higher one. */
function betweenGroups({ name, label }: MetricCard, { comparison, pair, subject }: JudgedPair): Said | null {
  const { verdict, phrase } = comparison;
  const named = (side: 'a' | 'b') => `${pair[side].name} (${comparison[side].text})`;
  const [own, rival] = subject === 'a' ? [named('a'), named('b')] : [named('b'), named('a')];
  const when = during(pair.b.period);
  switch (verdict) {
    case 'different':
    case 'negligible': {
      const differs = `is ${subject === 'a' ? 'higher' : 'lower'} for ${own} than for ${rival}`;
      const small = verdict === 'negligible' ? `, by ${BELOW_MARGIN}` : '';
      return { says: `${name} ${differs} ${when}, by ${sizeIn(phrase)}.`, suggestion: `${label} ${differs}${small}.` };
    }
    case 'equivalent': {
      const same = `is ${ABOUT_THE_SAME} for ${own} as for ${rival}`;
      return { says: `${name} ${same} ${when}.`, suggestion: `${label} ${same}.` };
    }
    case 'undecided': {
      const unclear = `shows ${nothingClear('between groups')} between ${own} and ${rival}`;
      return {
        says: `${name} ${unclear} ${when}. These data cannot tell which is higher.`,
        suggestion: `${label} ${unclear}.`,
      };
    }
    default:
      return null;
  }
}

/** Of a claim that a figure goes beyond all others: periods since one, or groups. */
export function severalWords(
  card: MetricCard,
  several: {
    readonly claim: PlannedClaim;
    readonly subject: Estimate;
    /** Those with enough on both sides, nearest period first. */
    readonly told: readonly JudgedPair[];
    /** How many have too little. */
    readonly untold: number;
  },
): ClaimWords {
  const { claim, subject, told, untold } = several;
  const { direction, test } = claim.kind;
  const [most, least] = extremeWords(card);
  const extreme = direction === 'up' ? most : least;
  const among = untold === 0 ? claim.among : `${claim.among} with enough ${card.counts}`;
  const [nearest] = told;
  if (nearest === undefined) {
    const says = `There are too few ${card.counts} to say whether ${midSentence(card.name)}${whose(claim)} is the ${extreme} ${claim.among}.`;
    return { says, suggestion: says, instead: null };
  }
  const stands = `${card.name} is ${subject.text}${whose(claim)} ${during(claim.period)}`;
  const against = told.filter(({ shown }) => shown !== direction);
  const [first] = against;
  if (first === undefined) {
    const says = `${stands}, ${recordSince(extreme, among)}.`;
    return { says, suggestion: says, instead: null };
  }
  const rivals = against.slice(0, MOST_NAMED).map((each) => rivalName(each));
  const more = against.length - rivals.length;
  const names = listed([...rivals, ...(more > 0 ? [`${more} more`] : [])], 'or');
  const says = `${stands}. It is not shown to be ${direction === 'up' ? 'higher' : 'lower'} than ${names}.`;
  return { ...(test === 'record' ? lesserRecord(card, several) : lesserExtreme(card, several)), says };
}

/** The record that there is: since the nearest period that is not beaten. */
function lesserRecord(
  card: MetricCard,
  { claim, subject, told }: { claim: PlannedClaim; subject: Estimate; told: readonly JudgedPair[] },
): Omit<ClaimWords, 'says'> {
  const { direction } = claim.kind;
  const beaten = told.findIndex(({ shown }) => shown !== direction);
  const rival = told[beaten] as JudgedPair;
  if (beaten <= 0) return pairWords(card, rival);
  const extreme = extremeWords(card)[direction === 'up' ? 0 : 1];
  const since = rival.pair.a.name;
  return {
    suggestion: `${card.label}${whose(claim)} is the ${extreme} since ${since}, at ${subject.text}.`,
    instead: `${direction === 'up' ? 'highest' : 'lowest'} since="${since}"`,
  };
}

/** The groups that are shown to be beaten. */
function lesserExtreme(
  card: MetricCard,
  { claim, told }: { claim: PlannedClaim; told: readonly JudgedPair[] },
): Omit<ClaimWords, 'says'> {
  const { direction } = claim.kind;
  const beaten = told.filter(({ shown }) => shown === direction);
  if (beaten.length === 0) return pairWords(card, told[0] as JudgedPair);
  const names = listed(beaten.slice(0, MOST_NAMED).map(rivalOf), 'and');
  const word = direction === 'up' ? 'higher' : 'lower';
  return { suggestion: `${card.label} is ${word}${whose(claim)} than for ${names}.`, instead: null };
}

function rivalOf({ pair, subject }: JudgedPair): string {
  return subject === 'a' ? pair.b.name : pair.a.name;
}

/** `in January to March 2026 (+31)`, `for Billing (78%)`. */
function rivalName(judged: JudgedPair): string {
  const { pair, subject, comparison } = judged;
  const { text, period } = subject === 'a' ? comparison.b : comparison.a;
  return pair.occasion === 'over time' ? `${during(period)} (${text})` : `for ${rivalOf(judged)} (${text})`;
}

/** Of a claim that holds a figure against a number. */
export function levelWords(
  card: MetricCard,
  held: {
    readonly claim: PlannedClaim;
    readonly estimate: Estimate;
    readonly verdict: Verdict;
    readonly shown: Direction | null;
    readonly level: string;
  },
): ClaimWords {
  const { claim, estimate, verdict, shown, level } = held;
  const isShare = claim.kind.test === 'share';
  const [above, below] = isShare ? ['more than', 'less than'] : ['above', 'below'];
  const figure = `${estimate.text}${estimate.range === '' ? '' : ` (${estimate.range})`}${whose(claim)}`;
  const stands = `${card.name} is ${figure} ${during(claim.period)}`;
  switch (verdict) {
    case 'suppressed':
    case 'insufficient':
    case 'untested': {
      const says =
        verdict === 'suppressed'
          ? `${card.name}${whose(claim)} is ${NOT_SHOWN}.`
          : verdict === 'insufficient'
            ? `There are too few ${card.counts} to say whether ${midSentence(card.name)}${whose(claim)} is ${above} or ${below} ${level}.`
            : untestedWords(card, held, stands);
      return { says, suggestion: says, instead: null };
    }
    case 'undecided':
      return {
        says: `${stands}. These data cannot tell whether it is ${above} or ${below} ${level}.`,
        suggestion: `${card.label} is ${figure}, which may be ${above} or ${below} ${level}.`,
        instead: null,
      };
    case 'equivalent':
      return {
        says: `${stands}, ${ABOUT_THE_SAME} as ${level}.`,
        suggestion: `${card.label} is ${ABOUT_THE_SAME} as ${level}, at ${figure}.`,
        instead: 'same as',
      };
    default: {
      const [word, kind] =
        shown === 'up' ? [above, isShare ? 'more than' : 'above'] : [below, isShare ? 'less than' : 'below'];
      const small = verdict === 'negligible' ? `, by ${BELOW_MARGIN}` : '';
      return {
        says: `${stands}, ${word} ${level}${small}.`,
        suggestion: `${card.label} is ${figure}, ${word} ${level}${small}.`,
        instead: kind as string,
      };
    }
  }
}

function untestedWords(
  card: MetricCard,
  { claim, estimate }: { readonly claim: PlannedClaim; readonly estimate: Estimate },
  stands: string,
): string {
  return estimate.value === undefined
    ? `${card.name}${whose(claim)} has no value ${during(claim.period)}, so nothing is claimed of it.`
    : `${stands}. It has no range, so nothing is claimed of it.`;
}

/** ` for Billing`; empty for everybody. */
function whose({ where }: Pick<PlannedClaim, 'where'>): string {
  const names = Object.values(where);
  return names.length === 0 ? '' : ` for ${listed(names, 'and')}`;
}
