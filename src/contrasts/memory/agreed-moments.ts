/**
 * Which comments tell of a memorable moment, as those who coded them agree.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { CODE_KINDS, TOOL_CODER } from '../../dataset/model.ts';

const MOMENT = CODE_KINDS.indexOf('moment');

/** Whether each coded comment tells of a moment, by the row of its response; where two people disagree it is left out. */
export function agreedMoments({ comment_codes: table }: Dataset): ReadonlyMap<number, boolean> {
  const said = new Map<number, boolean | null>();
  const { code, coder } = table?.columns ?? {};
  if (table === null || code === undefined || coder === undefined) return new Map();
  for (let row = 0; row < table.rows; row++) {
    if (table.kind[row] !== MOMENT || coder.values[coder.codes[row] as number] === TOOL_CODER) continue;
    const response = table.response[row] as number;
    const tells = code.values[code.codes[row] as number] === 'moment';
    const before = said.get(response);
    said.set(response, before === undefined || before === tells ? tells : null);
  }
  return new Map([...said].filter((entry): entry is [number, boolean] => entry[1] !== null));
}
