/**
 * The table of ratings of aspects, joined to the responses they belong to: rows of their own and ratings that stand in the
 * rows of responses.
 */
import type { CategoryColumn, ScoreColumn } from './column.ts';
import { orderByCustomer } from './customer-order.ts';
import type { AspectTable, ResponseTable } from './dataset.ts';
import { customerOfOwners } from './happenings.ts';
import type { Columns } from './model.ts';
import type { NamedRows } from './named-rows.ts';
import type { AspectAnswers, TablePart } from './part.ts';
import { sharedInt32 } from './shared-array.ts';
import { fieldsWithoutIds, gatherColumns, missingInstants, placeColumns, type Stacked, stackTable } from './stack.ts';

export interface RatedAspects {
  /** Null when no rating is kept. */
  readonly table: AspectTable | null;
  readonly stacked: Stacked<'aspects'>;
  /** Rows whose response is not in the data, or stood in for by a later one. */
  readonly unmatched: Int32Array;
  /** Rows that say again what another rating of the response says. */
  readonly repeated: Int32Array;
  /** Rows of aspects that one response rates in two ways: none of its ratings of them counts. */
  readonly contradictory: Int32Array;
}

export interface RatedResponses {
  readonly stacked: Stacked<'responses'>;
  /** Row in the table of each stacked row; -1 = it stays out. */
  readonly position: Int32Array;
  readonly named: NamedRows;
  readonly table: ResponseTable | null;
}

/** Joins ratings to responses. What comes of it does not depend on the order of rows or files. */
export function aspectsOf(parts: readonly TablePart<'aspects'>[], responses: RatedResponses): RatedAspects {
  const stacked = stackTable('aspects', parts, ['response_id']);
  const wide = ratingsInResponses(responses);
  const total = stacked.rows + wide.reduce((sum, { rows }) => sum + rows, 0);
  const columns = placeColumns('aspects', [...parts, ...wide], null, total, fieldsWithoutIds('aspects'));
  const response = new Int32Array(total);
  response.set(responses.named.find(stacked.columns.response_id, stacked.rows));
  let offset = stacked.rows;
  for (const block of wide) {
    response.set(block.response, offset);
    offset += block.rows;
  }
  const aspect = columns.aspect ?? { codes: new Int32Array(total), values: [] };
  const tie = { high: Uint32Array.from(aspect.codes), low: new Uint32Array(total) };
  const all = Int32Array.from(response.keys());
  // Of ratings that agree the first stays: the one in the row of the response itself.
  const own = new Int32Array(total);
  own.set(all.subarray(stacked.rows));
  own.set(all.subarray(0, stacked.rows), total - stacked.rows);
  const order = orderByCustomer(
    own.filter((row) => (response[row] as number) >= 0),
    response,
    responses.table?.rows ?? 0,
    missingInstants(total),
    tie,
  );
  const { kept, repeated, contradictory } = onePerAspect(order, response, aspect, columns.score);
  // Ratings in the rows of responses are no rows that anybody counts.
  const counted = (rows: readonly number[]) => Int32Array.from(rows.filter((row) => row < stacked.rows));
  const owner = sharedInt32(kept.length);
  for (const [place, row] of kept.entries()) owner[place] = response[row] as number;
  return {
    stacked,
    unmatched: counted([...all.filter((row) => (response[row] as number) < 0)]),
    repeated: counted(repeated),
    contradictory: counted(contradictory),
    table:
      kept.length === 0
        ? null
        : {
            name: 'aspects',
            rows: kept.length,
            columns: gatherColumns('aspects', columns, Int32Array.from(kept)),
            customer: customerOfOwners(owner, responses.table?.customer),
            response: owner,
          },
  };
}

interface WideBlock {
  readonly rows: number;
  /** Row in the table of responses of each rating. */
  readonly response: Int32Array;
  readonly columns: Columns<'aspects'>;
}

/** Ratings that stand in the rows of responses, as rows. */
function ratingsInResponses({ stacked, position }: RatedResponses): WideBlock[] {
  const blocks: WideBlock[] = [];
  let offset = 0;
  for (const part of stacked.parts) {
    for (const ratings of part.aspects ?? []) blocks.push(wideBlock(ratings, offset, position));
    offset += part.rows;
  }
  return blocks;
}

function wideBlock({ response, aspect, values, scale }: AspectAnswers, offset: number, position: Int32Array) {
  const score: ScoreColumn = { values, scale: new Uint8Array(values.length), scales: [scale] };
  return {
    rows: values.length,
    response: response.map((row) => position[offset + row] as number),
    columns: { aspect, score },
  };
}

/** Of the ratings that one response gives one aspect, which stand together, one when they agree, else none. */
function onePerAspect(
  order: Int32Array,
  response: Int32Array,
  aspect: CategoryColumn,
  score: ScoreColumn | undefined,
): { kept: number[]; repeated: number[]; contradictory: number[] } {
  const found = { kept: [] as number[], repeated: [] as number[], contradictory: [] as number[] };
  const areOfOne = (a: number, b: number) => response[a] === response[b] && aspect.codes[a] === aspect.codes[b];
  const agree = (a: number, b: number) => score?.values[a] === score?.values[b] && score?.scale[a] === score?.scale[b];
  for (let from = 0; from < order.length; ) {
    const first = order[from] as number;
    let to = from + 1;
    while (to < order.length && areOfOne(first, order[to] as number)) to++;
    const others = [...order.subarray(from + 1, to)];
    if (others.every((row) => agree(first, row))) {
      found.kept.push(first);
      found.repeated.push(...others);
    } else found.contradictory.push(first, ...others);
    from = to;
  }
  return found;
}
