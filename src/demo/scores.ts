/**
 * From how a customer feels, in standard deviations, to the answer that is ticked.
 */

/** Standard normal quantiles below which each next answer begins; shares of the answers stand beside them. */
const CSAT_CUTS = [-1.75, -1.34, -0.84, 0.13]; // 4, 5, 11, 35 and 45 in 100
const CES_CUTS = [-1.88, -1.48, -1.13, -0.74, -0.1, 0.74]; // 3, 4, 6, 10, 23, 31 and 23 in 100
const NPS_CUTS = [-2.33, -2.05, -1.81, -1.6, -1.41, -1.17, -0.93, -0.54, -0.03, 0.55];
const EMOTION_CUTS = [-1.7, -1.2, -0.84, -0.25, 0.75];
const EMOTIONS = ['angry', 'frustrated', 'disappointed', 'neutral', 'happy', 'delighted'] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** Middles of the feelings that each answer stands for. */
export const CSAT_MIDDLES = [-2.1, -1.53, -1.06, -0.33, 0.8] as const;
export const NPS_MIDDLES = [-2.6, -2.18, -1.92, -1.7, -1.5, -1.28, -1.05, -0.72, -0.27, 0.25, 1.05] as const;

/** How satisfied with one contact, 1 to 5. */
export function csatAnswer(feeling: number): number {
  return 1 + cutsBelow(CSAT_CUTS, feeling);
}

/** Agreement that it was easy, 1 to 7. */
export function cesAnswer(feeling: number): number {
  return 1 + cutsBelow(CES_CUTS, feeling);
}

/** How likely to recommend, 0 to 10. */
export function npsAnswer(feeling: number): number {
  return cutsBelow(NPS_CUTS, feeling);
}

/** The word that fits best. */
export function emotionAnswer(feeling: number): Emotion {
  return EMOTIONS[cutsBelow(EMOTION_CUTS, feeling)] as Emotion;
}

function cutsBelow(cuts: readonly number[], feeling: number): number {
  return cuts.filter((cut) => cut <= feeling).length;
}
