/**
 * What the contrasts come to, in one sentence.
 */
import type { ContrastReport, Outcome } from '../report/types/contrast.ts';

interface Clauses {
  readonly one: string;
  readonly many: string;
  /** Of all of them alike; `#` stands for how many there are. */
  readonly all: string;
}

const CLAUSES: Readonly<Record<Outcome, Clauses>> = {
  holds: { one: 'holds here', many: 'hold here', all: 'All # statements hold here.' },
  mixed: { one: 'holds in part', many: 'hold in part', all: 'All # statements hold in part.' },
  contradicted: { one: 'is not so here', many: 'are not so here', all: 'None of the # statements is so here.' },
  open: {
    one: 'is not settled by these data',
    many: 'are not settled by these data',
    all: 'None of the # statements is settled by these data.',
  },
  described: {
    one: 'is described without a verdict',
    many: 'are described without a verdict',
    all: 'All # statements are described without a verdict.',
  },
  untold: {
    one: 'cannot be told from these data',
    many: 'cannot be told from these data',
    all: 'None of the # statements can be told from these data.',
  },
};

/** `Of 11 statements, 5 hold here, 2 hold in part and 4 cannot be told from these data.` */
export function contrastsAnswer(contrasts: readonly Pick<ContrastReport, 'outcome'>[]): string {
  const found = (Object.keys(CLAUSES) as Outcome[])
    .map((outcome) => ({ ...CLAUSES[outcome], n: contrasts.filter((contrast) => contrast.outcome === outcome).length }))
    .filter(({ n }) => n > 0);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only.all.replace('#', String(only.n));
  const clauses = found.map(({ n, one, many }) => `${n} ${n === 1 ? one : many}`);
  return `Of ${contrasts.length} statements, ${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}.`;
}
