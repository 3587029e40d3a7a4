/**
 * What two people made of the longer comments, each without seeing the score or what the other wrote.
 */
import { createRandom, type Random } from './random.ts';
import type { Remark } from './remarks.ts';

export interface CommentCode {
  readonly responseId: string;
  readonly coder: string;
  readonly code: string;
}

/** Share of the codes that each of them would give otherwise on another day. */
const SLIPS: Readonly<Record<string, number>> = { Iris: 0.05, Tom: 0.07 };

/** Three codes of each coder for each comment: mood, moment, kind. */
export function createCommentCodes(seed: number, remarks: ReadonlyMap<string, Remark>): readonly CommentCode[] {
  const random = createRandom(seed, 'comment codes');
  const codes: CommentCode[] = [];
  for (const [responseId, remark] of remarks) {
    for (const coder of Object.keys(SLIPS)) {
      for (const code of read(random, remark, SLIPS[coder] as number)) codes.push({ responseId, coder, code });
    }
  }
  return codes;
}

function read(random: Random, { mood, moment, emotional }: Remark, slips: number): string[] {
  const unclear = mood === 'neutral' ? (random.chance(0.5) ? 'positive' : 'negative') : 'neutral';
  const isMoment = moment !== random.chance(slips);
  const isEmotional = emotional !== random.chance(slips);
  return [
    random.chance(slips) ? unclear : mood,
    isMoment ? 'moment' : 'no_moment',
    isEmotional ? 'emotional' : 'functional',
  ];
}
