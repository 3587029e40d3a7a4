/**
 * A writer's text as a tree.
 */
import { type MdastNode, mdxToMdast } from 'satteri';
import { Mistake, throwMistakes } from '../config/mistake.ts';
import { strayCode, unknownExpressions } from './stray-code.ts';

/**
 * @param source the whole file, front matter included, so that lines are the writer's.
 * @param file how messages name it.
 * @throws Mistake or Mistakes for what MDX would take for code and stumble over, in words for who knows no code.
 */
export function parseMdx(source: string, file: string): MdastNode {
  const tree = treeOf(source, file);
  throwMistakes(unknownExpressions(tree, file));
  return tree;
}

function treeOf(source: string, file: string): MdastNode {
  try {
    return mdxToMdast(source);
  } catch (error) {
    throwMistakes(strayCode(source, file));
    const message = error instanceof Error ? error.message : String(error);
    throw notMdx(message, file);
  }
}

/** What no rule of ours foresaw, in the parser's own words. */
function notMdx(message: string, file: string): Mistake {
  const position = /^(?<line>\d+):(?<column>\d+): (?<reason>.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(message)?.groups;
  const { line, column, reason = message } = position ?? {};
  const place = { file, ...(line === undefined ? {} : { line: Number(line), column: Number(column) }) };
  const unclosed = /closing tag(?: for)? `<\/?(?<tag>\w+)>`/.exec(reason)?.groups?.tag;
  if (unclosed !== undefined && !reason.startsWith('Unexpected')) return unclosedTag(unclosed, place);
  const unopened = /^Unexpected closing tag `<\/(?<tag>\w+)>`/.exec(reason)?.groups?.tag;
  if (unopened !== undefined) {
    return new Mistake({
      ...place,
      what: `</${unopened}> closes a tag that was never opened`,
      found: `</${unopened}>`,
      expected: `<${unopened} …> before it, in the same paragraph`,
      remedy: `Write <${unopened} …> before the sentence, or take </${unopened}> out.`,
    });
  }
  return new Mistake({
    ...place,
    what: 'This text is not valid MDX',
    found: reason,
    remedy: 'Write \\< for a less-than sign and \\{ for a brace; close every tag that you open.',
  });
}

function unclosedTag(tag: string, place: { file: string; line?: number; column?: number }): Mistake {
  if (/^(br|hr|img)$/.test(tag)) {
    return new Mistake({
      ...place,
      what: `<${tag}> is never closed`,
      found: `<${tag}>`,
      expected: `<${tag} />`,
      remedy: `Write <${tag} />.`,
    });
  }
  return new Mistake({
    ...place,
    what: `<${tag}> is opened and not closed where it should be`,
    found: `<${tag} …> without </${tag}>`,
    expected: `<${tag} …>…</${tag}> in one paragraph or each on a line of its own, or <${tag} … /> with nothing in it`,
    remedy: `Write </${tag}> after the last word of it, or /> at the end of the tag.`,
  });
}
