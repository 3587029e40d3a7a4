/**
 * The guide for writers: every component with examples of what this report has.
 */
import { RELATIVE_PERIODS, relativePeriod } from '../../calendar/relative-period.ts';
import { GUIDE_TEXT } from '../../commentary/site-pages.ts';
import { claim } from '../../commentary/vocabulary/claim.ts';
import type { WriterComponent } from '../../commentary/vocabulary/component.ts';
import { VOCABULARY } from '../../commentary/vocabulary/vocabulary.ts';
import { claimKey, claimReports, unsupportedClaims } from '../claims/claim-reports.ts';
import { type ClaimJudge, judgeClaim } from '../claims/judge-claim.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Families } from '../families.ts';
import type { Records } from '../named-records.ts';
import { PageFamily } from '../page-family.ts';
import { askedPairs } from '../pages.ts';
import { comparisonsIn } from '../planned-families.ts';
import type { ClaimReport } from '../types/claim.ts';
import type { GuideEntry, GuideExample, GuideReport } from '../types/guide.ts';
import { writtenFigure } from '../written-figure.ts';
import { CLAIM_KINDS, type ClaimCandidate, claimCandidates, contrary } from './claim-examples.ts';
import { type Composition, compositions } from './compositions.ts';
import { headlined } from './headlined.ts';
import { tag } from './parts.ts';
import { exampleLevels, type PlannedExample, plannedExample } from './planned-example.ts';
import { guideSubjects } from './subjects.ts';

/** What the guide is made from. */
export interface GuideBasis {
  readonly context: ReportContext;
  readonly store: EstimateStore;
  readonly families: Families;
  readonly records: Records;
  /** Paths of the files of figures that pages show: no other figure has a file. */
  readonly figureFiles: ReadonlySet<string>;
}

export interface Guide {
  readonly report: GuideReport;
  /** Has a verdict on whatever its examples compare. */
  readonly judge: ClaimJudge;
  /** Claims of its examples with these props. */
  claimsWith(props: ClaimCandidate['props']): readonly ClaimReport[];
}

export function writingGuide(basis: GuideBasis): Guide {
  const { context, store, records } = basis;
  const plan = (composition: Composition) => plannedExample(context, store, records, composition);
  const subjects = guideSubjects(context, store);
  const candidates = claimCandidates(context, subjects).flatMap((candidate) => {
    const planned = plan(claimOf(candidate));
    return planned === null ? [] : [{ candidate, planned }];
  });
  const others = compositions(context, records, subjects)
    .map(plan)
    .filter((planned) => planned !== null);
  const all = [...candidates.map(({ planned }) => planned), ...others];
  const judge = new PageFamily(
    'the guide for writers',
    basis,
    all.flatMap(({ asked }) => comparisonsIn(context, store, asked)),
    all.flatMap(exampleLevels),
  );
  const holds = ({ asked }: PlannedExample) =>
    asked.claims.every(({ plan: claim }) => judgeClaim(context, store, judge, claim).holds);
  const held = candidates.filter(({ planned }) => holds(planned)).map(({ candidate }) => candidate);
  const kinds = CLAIM_KINDS.flatMap((kind) => held.find((candidate) => candidate.kind === kind) ?? []);
  const [refused] = kinds
    .map(contrary)
    .filter((candidate) => candidate !== null)
    .map((candidate) => plan(claimOf(candidate)))
    .filter((planned) => planned !== null && !holds(planned));
  const examples = [
    ...others,
    ...[...kinds.map(claimOf), ...headlined(kinds)].map(plan),
    ...(refused === undefined ? [] : [refused]),
  ]
    .filter((planned) => planned !== null)
    .filter((planned) => isDrawn(basis, judge, planned) && reachesBack(basis, planned));
  return assembled(
    basis,
    judge,
    [...new Map(examples.toReversed().map((each) => [keyOf(each), each])).values()].toReversed(),
  );
}

function claimOf({ kind, props, sentence }: ClaimCandidate): Composition {
  return { component: 'Claim', title: kind, parts: [tag('Claim', props, sentence)] };
}

/** One example shows one thing. */
function keyOf({ composition: { component, title } }: PlannedExample): string {
  return `${component} ${title}`;
}

/** Whether there is a year earlier where an example speaks of it. */
function reachesBack({ context, store }: GuideBasis, { asked }: PlannedExample): boolean {
  const changes = [...asked.changes, ...asked.sides.flatMap((sides) => sides.changes)];
  const yearly = changes.filter(({ query }) => query.against === 'year-earlier');
  return askedPairs(context, store, yearly).length === yearly.length;
}

/** Whether the figures of an example have files, which those of the panels' pages have. */
function isDrawn({ context, store, figureFiles }: GuideBasis, judge: ClaimJudge, { asked }: PlannedExample): boolean {
  return asked.figures.every((figure) => figureFiles.has(writtenFigure(context, store, judge, figure).csv.path));
}

function assembled(
  { context, store, records }: GuideBasis,
  judge: ClaimJudge,
  examples: readonly PlannedExample[],
): Guide {
  const ordered = VOCABULARY.flatMap(({ name }) =>
    examples.filter(({ composition }) => composition.component === name),
  );
  const placed = ordered.flatMap(({ asked }) => asked.claims);
  const claims = claimReports(context, store, judge, placed);
  const alike = Map.groupBy(claims, (_, index) => claimKey(GUIDE_TEXT, placed[index]?.written ?? {}));
  const claimsWith = (props: ClaimCandidate['props']) => alike.get(claimKey(GUIDE_TEXT, props)) ?? [];
  const shown = ordered.map(
    ({
      composition: { component, title, parts, absence = null },
      source,
      asked,
    }): GuideExample & { component: string } => ({
      component,
      title,
      source,
      parts,
      absence,
      claim: asked.claims.flatMap(({ written }) => claimsWith(written))[0] ?? null,
      refusal: unsupportedClaims(asked.claims.flatMap(({ written }) => claimsWith(written)))[0]?.message ?? null,
    }),
  );
  const periods = RELATIVE_PERIODS.flatMap((name) => {
    const period = relativePeriod(name, context.periods);
    return period ? [{ name, label: period.label }] : [];
  });
  const entries = VOCABULARY.map((component): GuideEntry => entryOf(component, records, shown));
  const metrics = [...context.cards.values()].filter(({ available }) => available).map(({ id }) => id);
  return { report: { entries, metrics, periods }, judge, claimsWith };
}

function entryOf(
  { name, words, props, filters, example }: WriterComponent,
  { quotes }: Records,
  shown: readonly (GuideExample & { readonly component: string })[],
): GuideEntry {
  return {
    name,
    words,
    filters,
    claims: name !== 'Claim' && 'rose' in props,
    props: Object.entries(props)
      .filter(([prop, own]) => name === 'Claim' || prop === 'metric' || own !== claim.props[prop])
      .map(([prop, { kind, words: meaning, required, oneOf }]) => ({
        name: prop,
        words: meaning,
        required: required === true,
        isFlag: kind === 'flag',
        oneOf: oneOf ?? [],
      })),
    examples: shown.filter(({ component }) => component === name),
    nothing:
      NOTHING[name] ??
      (name === 'Quote'
        ? quotes.shown.sentences.join(' ')
        : `These data have nothing to show for it. A text could say: \`${example}\``),
  };
}

/** Why there is no example, where it is not the data that lack something. */
const NOTHING: Readonly<Record<string, string>> = {
  Include: 'What it shows is the text of the file, as if it stood in its place.',
  Event: 'No event is written down yet: the first one goes into `content/events.csv`.',
};
