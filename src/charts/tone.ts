/**
 * How answers of a scale are filled: tints of the panel's colour, told apart by lightness and with text that reads.
 */

type Kind = 'negative' | 'neutral' | 'positive';

/** How an answer is filled: the panel's colour mixed with another, in per cent, and the colour that reads on it. */
export interface Tone {
  readonly share: number;
  /** `ink` deepens the colour for negative answers, `paper` pales it. */
  readonly towards: 'ink' | 'paper';
  readonly text: 'ink' | 'paper';
}

/**
 * Both ends of the scale are strong and its middle is pale, all in one hue: negative answers deepen towards the
 * ink, positive ones fill up to the panel's own colour. The mixtures keep text on them at 4.5 to 1.
 *
 * @param answers from worst to best.
 */
export function toneOf(answers: readonly { readonly tone: Kind }[], k: number): Tone {
  const kind = answers[k]?.tone ?? 'neutral';
  const alike = answers.flatMap((answer, j) => (answer.tone === kind ? [j] : []));
  const place = alike.length === 1 ? 1 : alike.indexOf(k) / (alike.length - 1);
  if (kind === 'neutral') return { share: 12, towards: 'paper', text: 'ink' };
  if (kind === 'negative') {
    const share = alike.length === 1 ? 45 : Math.round(35 + 35 * place);
    return { share, towards: 'ink', text: 'paper' };
  }
  if (place === 1) return { share: 100, towards: 'paper', text: 'paper' };
  return { share: Math.round(45 - 15 * (1 - place) * Math.min(1, alike.length - 2)), towards: 'paper', text: 'ink' };
}

/** The tone as properties for the style sheet. */
export function toneStyle({ share, towards, text }: Tone): string {
  return `--tone:color-mix(in oklab,var(--panel) ${share}%,var(--${towards}));--on-tone:var(--${text})`;
}
