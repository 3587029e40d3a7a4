/**
 * What the contrasts come to, in one sentence.
 */
import type { ContrastReport, Outcome } from '../report/types/contrast.ts';

const CLAUSES: Readonly<Record<Outcome, readonly [one: string, many: string]>> = {
  holds: ['holds here', 'hold here'],
  mixed: ['holds in part', 'hold in part'],
  contradicted: ['is not so here', 'are not so here'],
  open: ['is not settled by these data', 'are not settled by these data'],
  described: ['is described without a verdict', 'are described without a verdict'],
  untold: ['cannot be told from these data', 'cannot be told from these data'],
};

/** `Of 11 statements, 5 hold here, 2 hold in part and 4 cannot be told from these data.` */
export function contrastsAnswer(contrasts: readonly Pick<ContrastReport, 'outcome'>[]): string {
  const clauses = (Object.keys(CLAUSES) as Outcome[]).flatMap((outcome) => {
    const n = contrasts.filter((contrast) => contrast.outcome === outcome).length;
    return n === 0 ? [] : [`${n} ${CLAUSES[outcome][n === 1 ? 0 : 1]}`];
  });
  const last = clauses.at(-1) ?? '';
  const list = clauses.length < 2 ? last : `${clauses.slice(0, -1).join(', ')} and ${last}`;
  return `Of ${contrasts.length} statements, ${list}.`;
}
