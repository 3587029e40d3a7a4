/**
 * Signs that a writer means as text and MDX takes for code: found before MDX stumbles over them, all of them at once.
 */
import type { MdastNode } from 'satteri';
import { Mistake } from '../config/mistake.ts';
import { childrenOf, nodesIn, placeOf } from './nodes.ts';
import { positionAt } from './position.ts';

/** Code, comments, front matter and tags that are sound, in which nothing is looked for. */
const NOT_TEXT =
  /^---\n[\s\S]*?\n---(?=\n|$)|^(?<fence>`{3,}|~{3,})[\s\S]*?^\k<fence>|(?<ticks>`+)[^`][\s\S]*?\k<ticks>|\{\/\*[\s\S]*?\*\/\}|\\[<{]|<\/?[A-Za-z][\w.]*(?:\s+[\w-]+(?:="[^"]*"|='[^']*'|=\{[^}]*\})?)*\s*\/?>/gm;

interface Stray {
  readonly sign: RegExp;
  readonly mistake: (found: RegExpExecArray) => { what: string; expected?: string; remedy: string };
}

const STRAYS: readonly Stray[] = [
  {
    sign: /<=\s?(?<after>[^\s.,;:)!?]*(?:[.,]\d+)*)/g,
    mistake: ({ groups }) => ({
      what: '“<=” opens a tag in MDX, and none follows',
      remedy: `Write “at most${after(groups)}”, or &lt;=${groups?.after ?? ''}.`,
    }),
  },
  {
    sign: /<(?<address>(?:https?:\/\/|mailto:)[^\s>]+|[^\s<>@]+@[^\s<>]+)>/g,
    mistake: ({ groups }) => ({
      what: 'An address in angle brackets is no link in MDX',
      remedy: `Write [${groups?.address}](${groups?.address?.includes('@') && !groups.address.startsWith('mailto:') ? 'mailto:' : ''}${groups?.address}).`,
    }),
  },
  {
    sign: /<!--[\s\S]*?(?:-->|$)/g,
    mistake: () => ({
      what: 'A comment is written otherwise in MDX',
      expected: '{/* a comment */}',
      remedy: 'Write {/* before it and */} after it.',
    }),
  },
  {
    sign: /<(?<after>[+−-]?[£$€]?\d+(?:[.,]\d+)*[^\s.,;:)!?]*)/g,
    mistake: ({ groups }) => ({
      what: 'A less-than sign opens a tag in MDX, and none follows',
      remedy: `Write “fewer than${after(groups)}” or “less than${after(groups)}”, or &lt;${groups?.after}.`,
    }),
  },
  {
    sign: /<(?<tag>[A-Z]\w*)\s[^<>]*?(?:(?<name>[\w-]+)=(?<value>[“”„][^“”"]*[”“"]|[^"'\s/>{][^\s/>]*)|[“”])[^<>]*>/g,
    mistake: ({ groups }) => ({
      what: `A prop of <${groups?.tag}> has no straight quotes around its value`,
      expected: `${groups?.name ?? 'metric'}="…" with the quotes of a keyboard`,
      remedy: `Write ${groups?.name ?? 'each prop'}="${(groups?.value ?? '…').replace(/[“”„"]/g, '')}".`,
    }),
  },
  {
    sign: /<(?<tag>[A-Z]\w*)\s[^<>"]*(?:"[^"<>]*"[^<>"]*)*"[^"<>]*>/g,
    mistake: ({ groups }) => ({
      what: `A quote in <${groups?.tag}> is opened and not closed`,
      expected: 'a quote before each value and one after it, as in metric="nps"',
      remedy: 'Write the missing quote.',
    }),
  },
  {
    sign: /<(?![A-Za-z/!?\s>])\S*/g,
    mistake: () => ({
      what: 'A less-than sign opens a tag in MDX, and none follows',
      remedy: 'Write &lt; in its place, or say it in words.',
    }),
  },
  {
    sign: /<(?=[a-z][^<>]*(?:<|$))\S*/gm,
    mistake: () => ({
      what: 'A less-than sign opens a tag in MDX, and none follows',
      remedy: 'Write &lt; in its place, or leave a blank after it.',
    }),
  },
  {
    sign: /\{(?!\s*["'`\d])(?<inside>[^{}\n]*)(?<close>\}?)/g,
    mistake: ({ groups }) => bracesMistake(groups?.inside ?? '', groups?.close === '}'),
  },
];

/**
 * Everything in a text that MDX cannot read as the writer means it. Only for texts that MDX refuses: in others the same
 * signs may be meant.
 */
export function strayCode(source: string, file: string): Mistake[] {
  let text = source.replace(NOT_TEXT, (sound) => sound.replace(/[^\n]/g, '\u0000'));
  const found: { at: number; mistake: Mistake }[] = [];
  for (const { sign, mistake } of STRAYS) {
    for (const match of text.matchAll(sign)) {
      const details = {
        file,
        ...positionAt(source, match.index),
        found: match[0].trim(),
        ...mistake(match as RegExpExecArray),
      };
      found.push({ at: match.index, mistake: new Mistake(details) });
    }
    // What one sign explains is no sign of anything else.
    text = text.replace(sign, (explained) => explained.replace(/[^\n]/g, '\u0000'));
  }
  return found.sort((a, b) => a.at - b.at).map(({ mistake }) => mistake);
}

/**
 * Words in braces: MDX takes them for the names of values, finds none, and stops while the page is drawn. Paragraphs that
 * begin with “import” or “export” are taken for code as well.
 */
export function unknownExpressions(tree: MdastNode, file: string): Mistake[] {
  const code = childrenOf(tree)
    .flatMap((node) => (node.type === 'mdxjsEsm' ? [node.value] : []))
    .join('\n');
  const isKnown = (name: string) => /^(frontmatter|props)$/.test(name) || new RegExp(`\\b${name}\\b`).test(code);
  return nodesIn(tree).flatMap((node) => {
    const place = placeOf(node, file);
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      const name = /^\s*\{?\s*(?<name>[\p{L}_$][\p{L}\w$]*)/u.exec(node.value)?.groups?.name;
      const isText = node.value.trim() === '' || (name !== undefined && !isKnown(name));
      return isText ? [new Mistake({ ...place, found: `{${node.value}}`, ...bracesMistake(node.value, true) })] : [];
    }
    return node.type === 'mdxjsEsm' && !IS_CODE.test(node.value) ? [takenForCode(node.value, place)] : [];
  });
}

const IS_CODE = /^(import\s*(['"]|[^'"]+\sfrom\s*['"])|export\s+(const|let|var|function|async|class|default|\{|\*))/;

function takenForCode(value: string, place: { file: string; line: number; column: number }): Mistake {
  const word = value.trim().split(/\s/)[0] ?? '';
  return new Mistake({
    ...place,
    what: `A paragraph that begins with “${word}” is taken for code`,
    found: value.split('\n')[0] ?? '',
    expected: 'another word at its beginning',
    remedy: `Begin with another word, or with a capital: “${word.charAt(0).toUpperCase()}${word.slice(1)}”.`,
  });
}

function bracesMistake(inside: string, isClosed: boolean) {
  const words = inside
    .trim()
    .replace(/^\{+|\}+$/g, '')
    .trim();
  const isName = /^\p{Lu}[\p{Lu}\d_-]{1,20}$/u.test(words);
  return {
    what: isClosed ? 'Braces hold code in MDX, and this is none' : 'A brace opens code in MDX, and none follows',
    expected: 'text without braces, or a component',
    remedy:
      isClosed && isName
        ? `For a figure write <Value metric="${words.toLowerCase()}" />; for the words themselves leave the braces out.`
        : 'Leave the braces out, or write &#123; for a brace; a figure is written as in <Value metric="nps" />.',
  };
}

function after(groups: Readonly<Record<string, string>> | undefined): string {
  const number = groups?.after?.replace(/[.,;:)!?]+$/, '');
  return number ? ` ${number}` : '';
}
