/**
 * Codes of comments side by side: what two people said, and what a tool said.
 */
import type { CategoryColumn } from '../../dataset/column.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type CommentCode, SENTIMENTS, TOOL_CODER } from '../../dataset/model.ts';

/** One comment that two people coded. */
export interface TwiceCoded {
  /** Row of the response that it stands in. */
  readonly response: number;
  /** Number of the customer; rows without one are numbers of their own. */
  readonly customer: number;
  /** Places in the codes that were asked for. */
  readonly first: number;
  readonly second: number;
  /** -1 = the tool did not code it. */
  readonly tool: number;
}

/** One comment that the tool coded. */
export interface ToolCoded {
  readonly customer: number;
  readonly code: number;
}

export interface CodedComments {
  /** By the two people who coded most comments in common. */
  readonly twice: readonly TwiceCoded[];
  readonly tool: readonly ToolCoded[];
}

/**
 * Comments with codes of one kind, by response and by customer, as the rows stand.
 *
 * @param codes the codes of the kind.
 */
export function codedComments(dataset: Dataset, codes: readonly CommentCode[] = SENTIMENTS): CodedComments {
  const byResponse = codesByResponse(dataset, codes);
  const pair = commonestPair(byResponse);
  const twice: TwiceCoded[] = [];
  const tool: ToolCoded[] = [];
  for (const [response, said] of byResponse) {
    const known = dataset.responses?.customer[response] ?? -1;
    const customer = known < 0 ? dataset.customerCount + response : known;
    const machine = said.get(TOOL_CODER) ?? -1;
    if (machine >= 0) tool.push({ customer, code: machine });
    const [first, second] = pair.map((coder) => said.get(coder));
    if (first !== undefined && second !== undefined) twice.push({ response, customer, first, second, tool: machine });
  }
  return { twice, tool };
}

/** Response → coder → what they said. */
function codesByResponse(
  { comment_codes: table }: Dataset,
  codes: readonly CommentCode[],
): Map<number, Map<string, number>> {
  const found = new Map<number, Map<string, number>>();
  const { coder, code } = table?.columns ?? {};
  if (table === null || coder === undefined || code === undefined) return found;
  for (let row = 0; row < table.rows; row++) {
    const response = table.response[row] as number;
    const said = codes.indexOf(textAt(code, row) as CommentCode);
    const name = textAt(coder, row);
    if (response < 0 || said < 0 || name === '') continue;
    found.set(response, (found.get(response) ?? new Map<string, number>()).set(name, said));
  }
  return found;
}

function textAt({ codes, values }: CategoryColumn, row: number): string {
  return values[codes[row] as number] ?? '';
}

/** The two people who coded most comments in common; of equals the first by name. Empty when there are none. */
function commonestPair(byResponse: ReadonlyMap<number, ReadonlyMap<string, number>>): readonly string[] {
  const counts = new Map<string, { pair: readonly string[]; count: number }>();
  for (const codes of byResponse.values()) {
    const people = [...codes.keys()].filter((coder) => coder !== TOOL_CODER).sort();
    for (const [index, first] of people.entries()) {
      for (const second of people.slice(index + 1)) {
        const key = JSON.stringify([first, second]);
        counts.set(key, { pair: [first, second], count: (counts.get(key)?.count ?? 0) + 1 });
      }
    }
  }
  const [best] = [...counts].sort(([a, left], [b, right]) => right.count - left.count || (a < b ? -1 : 1));
  return best?.[1].pair ?? [];
}
