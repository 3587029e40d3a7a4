/**
 * Reads finished pages as text: enough for our own markup, which always quotes its attributes.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Text with its character references replaced. */
export function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
}

/** What a reader meets: text content and spoken attributes, without code, scripts and styles; one blank for any white space. */
export function wordsOf(html: string): string {
  const spoken = [...html.matchAll(/\s(?:alt|title|aria-label|aria-description|content)="([^"]*)"/g)].map(
    (match) => match[1],
  );
  const visible = html.replace(/<(script|style|code|pre)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
  return decode(`${visible} ${spoken.join(' ')}`)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Visible text line by line, as blocks and table rows break it. */
export function linesOf(html: string): string[] {
  return decode(
    html
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
      .replace(/\s+/g, ' ')
      .replace(
        /<\/(?:p|li|h[1-6]|tr|caption|dt|dd|summary|title|text|a class="skip-link")>|<br\s*\/?>|<(?:main|nav|footer|header|figure|table|ul|dl)\b[^>]*>/g,
        '\n',
      )
      .replace(/<\/(?:td|th)>/g, ' | ')
      .replace(/<[^>]+>/g, ''),
  )
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/ \|\s*$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** Values of an attribute, wherever it stands. */
export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) => decode(match[1] ?? ''));
}
