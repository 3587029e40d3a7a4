/**
 * Where claims stand, and where their evidence does.
 */
import { GUIDE_TEXT, pathOfText } from '../commentary/site-pages.ts';
import type { ClaimReport } from '../report/types/claim.ts';
import type { Report } from '../report/types/report.ts';
import { readingOrder, type SitePage } from './site-map.ts';
import { whereShown } from './where-shown.ts';

/**
 * The claim that a component with these props makes, noted as drawn; null while a text is being edited and its claims have
 * not been read again.
 *
 * @param locals the text being rendered, and the claims of it that have been drawn.
 */
export function drawnClaim(
  report: Pick<Report, 'claim'>,
  { page, claims }: Readonly<App.Locals>,
  props: Readonly<Record<string, string | true>>,
): ClaimReport | null {
  const claim = report.claim({ page, props, drawn: claims });
  if (claim !== null) claims.add(claim.id);
  else if (import.meta.env.PROD) throw new Error(`A claim that nobody has judged: ${JSON.stringify(props)}`);
  return claim;
}

/** What is published in place of a claim that does not hold: without a full stop where the writer's words have none. */
export function correctionOf({ text, suggestion }: Pick<ClaimReport, 'text' | 'suggestion'>): string {
  return /[.!?]$/.test(text) ? suggestion : suggestion.replace(/\.$/, '');
}

/** The place of a claim on the page of its text. */
export function claimAnchor({ id }: Pick<ClaimReport, 'id'>): string {
  return `claim-${id}`;
}

/** Site path of a claim's place on the page of claims, where its evidence stands in words; examples have it beside them. */
export function claimPath({ id, page }: Pick<ClaimReport, 'id' | 'page'>): string {
  return page === GUIDE_TEXT ? `${pathOfText(page)}#${id}` : `/claims/#${id}`;
}

/** Site path of the figure that bears a claim out, else of the definition of its metric. */
export function claimEvidence(
  report: Pick<Report, 'page' | 'analyses' | 'metrics'>,
  { metric }: Pick<ClaimReport, 'metric'>,
): string {
  const definition = report.metrics.find(({ id }) => id === metric)?.href;
  return whereShown(report).get(metric) ?? definition ?? '/methods/';
}

/** The claims of one text, or what else is listed of it, and the page that shows it. */
export interface PageClaims<C> {
  readonly page: SitePage;
  readonly claims: readonly C[];
}

/** Claims by page, in the order in which pages are read; those of texts that no page shows are left out. */
export function claimsByPage<C extends { readonly page: string }>(
  report: Pick<Report, 'contrasts' | 'ownPages'> & { readonly claims: readonly C[] },
): readonly PageClaims<C>[] {
  const byText = Map.groupBy(report.claims, ({ page }) => pathOfText(page));
  return readingOrder(report).flatMap((page) => {
    const claims = byText.get(page.path) ?? [];
    return claims.length === 0 ? [] : [{ page, claims }];
  });
}

/** How many claims hold, as a sentence. */
export function claimsAnswer(claims: readonly Pick<ClaimReport, 'status'>[]): string {
  const held = claims.filter(({ status }) => status === 'supported').length;
  const all = claims.length;
  if (all === 0) return 'No text of this report makes a claim that is checked.';
  if (all === 1)
    return held === 1
      ? 'The one claim made is supported by the data.'
      : 'The one claim made is not supported by the data.';
  if (held === all) return `The data support all ${all} claims made.`;
  const corrected = 'struck out and corrected where';
  if (held === 0) return `The data support none of the ${all} claims made; they are ${corrected} they stand.`;
  const others = held === all - 1 ? `the other is ${corrected} it stands` : `the others are ${corrected} they stand`;
  return `The data support ${held} of ${all} claims made; ${others}.`;
}
