/**
 * Numbers as exports write them.
 */

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Powers of ten that a double holds exactly and that a decimal of up to 15 digits can need. */
const POWERS = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * The number a trimmed cell holds; NaN when it holds none.
 *
 * Up to 15 digits are read here: the digits as an integer and the power of ten are both exact, so that their quotient
 * is the nearest double, as `Number` would give it. Everything else is left to `Number`.
 */
export function parseNumber(text: string): number {
  const { length } = text;
  const negative = text.charCodeAt(0) === 45;
  let digits = 0;
  let decimals = -1;
  let value = 0;
  for (let index = negative ? 1 : 0; index < length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (digit === -2 && decimals < 0) decimals = 0;
    else return parseUnusual(text);
  }
  if (digits === 0 || digits > 15) return parseUnusual(text);
  const size = decimals > 0 ? value / (POWERS[decimals] as number) : value;
  return negative ? -size : size;
}

function parseUnusual(text: string): number {
  return PLAIN.test(text) ? Number(text) : Number.NaN;
}

const COMMA = /^[+-]?\d+,\d+$/;

/** Whether the cell is a number with a decimal comma: `4,5`. */
export function hasDecimalComma(text: string): boolean {
  return COMMA.test(text);
}
