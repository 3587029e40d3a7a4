/**
 * Formulas as MathML, set while the site is built: browsers draw it, screen readers read it, and no script is needed.
 */
import temml from 'temml';

/**
 * A formula as a `math` element.
 *
 * @param tex TeX without delimiters. Accents, `\mathcal` and the like would need fonts or styles that the site has not.
 * @param text The same as plain text, for whatever cannot read MathML; a single letter needs none.
 * @throws for TeX that cannot be read: a formula that is printed wrong is worse than a build that stops.
 */
export function mathMl(tex: string, text?: string): string {
  const math = temml.renderToString(tex, { displayMode: text !== undefined, throwOnError: true, strict: true });
  return math
    .replace(/ (?:class|style)="[^"]*"/g, '')
    .replace('<math', text === undefined ? '<math' : `<math alttext="${escaped(text)}"`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
