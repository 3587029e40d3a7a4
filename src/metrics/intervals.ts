/**
 * How intervals are made, in words and in mathematics: each method once, for every metric that uses it.
 */

/** A letter of a formula, in TeX, and what it stands for. */
export type MathSymbol = readonly [tex: string, meaning: string];

/** Names of the methods; those that estimates carry as their `method`. */
export type IntervalId =
  | 'wilson'
  | 'adjusted-wald'
  | 't'
  | 'order-statistic'
  | 'kaplan-meier'
  | 'poisson'
  | 'customer-cluster';

export interface IntervalMethod {
  readonly id: IntervalId;
  readonly name: string;
  /** What it is used for, as the end of “Used for”. */
  readonly usedFor: string;
  /** What is special about it, in a sentence or two. */
  readonly words: string;
  /** Its formulas in TeX and the same as plain text, in the order in which they are read. */
  readonly formulas: readonly { readonly tex: string; readonly text: string }[];
  readonly symbols: readonly MathSymbol[];
  /** How two such figures are compared. */
  readonly compared: string;
  readonly source: string;
}

/** In the order in which the methods page shows them. z and m are explained there for all. */
export const INTERVALS: readonly IntervalMethod[] = [
  {
    id: 'wilson',
    name: 'Wilson score interval',
    usedFor: 'shares',
    words:
      'It stays between 0% and 100%, and keeps its width where all answers are alike and simpler intervals shrink to ' +
      'nothing.',
    formulas: [
      {
        tex: String.raw`\frac{p + z^2 / 2m \pm z w}{1 + z^2 / m}`,
        text: '(p + z²/2m ± zw) ÷ (1 + z²/m)',
      },
      {
        tex: String.raw`w^2 = \frac{p(1 - p)}{m} + \frac{z^2}{4m^2}`,
        text: 'w² = p(1 − p)/m + z²/4m²',
      },
    ],
    symbols: [['p', 'the share']],
    compared: 'Newcombe’s interval of the difference, built from both Wilson intervals, and the pooled z test.',
    source: 'Wilson (1927); Newcombe (1998), method 10.',
  },
  {
    id: 'adjusted-wald',
    name: 'Adjusted Wald interval',
    usedFor: 'net scores',
    words:
      'Three answers that nobody gave are added before it is computed: three quarters of one on either side, one and a ' +
      'half in the middle. It is therefore not symmetric about the score, and never empty.',
    formulas: [
      {
        tex: String.raw`100\,(a - b \pm z w)`,
        text: '100 × (a − b ± zw)',
      },
      {
        tex: String.raw`w^2 = \frac{a + b - (a - b)^2}{m + 3}`,
        text: 'w² = (a + b − (a − b)²)/(m + 3)',
      },
      {
        tex: String.raw`a = \frac{mp + 0.75}{m + 3}`,
        text: 'a = (mp + 0.75)/(m + 3)',
      },
      {
        tex: String.raw`b = \frac{md + 0.75}{m + 3}`,
        text: 'b = (md + 0.75)/(m + 3)',
      },
    ],
    symbols: [
      ['p', 'the share of positive answers'],
      ['d', 'the share of negative ones'],
    ],
    compared: 'The interval and the z test of the difference, with three such answers in either group.',
    source: 'Rocks (2016); Lewis & Sauro (2021) for the difference.',
  },
  {
    id: 't',
    name: 'Student’s t interval',
    usedFor: 'means',
    words: 'Customers, not answers, decide how sure a mean is. The interval is cut at the ends of the scale.',
    formulas: [{ tex: String.raw`x \pm t_{k-1}\,s`, text: 'x ± t(k − 1) s' }],
    symbols: [
      ['x', 'the mean'],
      ['s', 'its standard error between customers'],
      ['k', 'customers'],
      ['t_{k-1}', 'the 97.5% point of Student’s t with k − 1 degrees of freedom'],
    ],
    compared: 'Welch’s interval and test of the difference, with the standard errors between customers.',
    source: 'Student (1908); Welch (1947).',
  },
  {
    id: 'order-statistic',
    name: 'Order statistics',
    usedFor: 'medians and 90th percentiles when no wait is still running',
    words:
      'Two of the waits themselves are its ends, so it holds whatever the waits look like. A median needs 6 waits for it, ' +
      'a 90th percentile 36. The figure itself lies between its two neighbours among the waits (type 7). Tickets are taken ' +
      'as independent.',
    formulas: [
      {
        tex: String.raw`x_{(l)} \text{ to } x_{(u)}`,
        text: 'x(l) to x(u)',
      },
      {
        tex: String.raw`l = B_{0.025}, \quad u = B_{0.975} + 1`,
        text: 'l = B(0.025), u = B(0.975) + 1',
      },
    ],
    symbols: [
      ['x_{(j)}', 'the jth shortest of n waits'],
      ['q', 'one half or nine tenths'],
      ['B', 'points of the binomial distribution of n waits and q'],
    ],
    compared:
      'By the ratio, on the scale of logarithms, with the standard errors that both intervals imply: an approximation.',
    source: 'Hyndman & Fan (1996), type 7, for the figure.',
  },
  {
    id: 'kaplan-meier',
    name: 'Kaplan–Meier bands',
    usedFor: 'waits and returns that are not over for everybody',
    words:
      'Who still waits counts for as long as has been seen. Bands are made on the scale log(−log), so that they stay ' +
      'between 0 and 1. The ends of a median are where the bands fall below one half, as the median is where the curve ' +
      'does. Tickets are taken as independent.',
    formulas: [
      {
        tex: String.raw`S(t) = \prod_j\,\frac{n_j - d_j}{n_j}`,
        text: 'S(t) = product over j of (n_j − d_j)/n_j',
      },
      {
        tex: String.raw`G(t) = \sum_j\,\frac{d_j}{n_j(n_j - d_j)}`,
        text: 'G(t) = sum over j of d_j/(n_j(n_j − d_j))',
      },
      {
        tex: String.raw`S^{\exp v} \text{ to } S^{\exp(-v)}, \quad v = -\frac{z\,G^{1/2}}{\ln S}`,
        text: 'S to the power exp(v) to S to the power exp(−v), v = −z G^½ / ln S',
      },
    ],
    symbols: [
      ['S(t)', 'the share still waiting after t'],
      ['j', 'the times up to t at which a wait ended'],
      ['d_j', 'waits that ended then'],
      ['n_j', 'waits that had lasted until then'],
    ],
    compared:
      'Medians and percentiles by their ratio, as with order statistics; shares as shares, with the number of answers ' +
      'that their variance is worth.',
    source: 'Kaplan & Meier (1958), with Greenwood’s variance (1926); Brookmeyer & Crowley (1982) for the median.',
  },
  {
    id: 'poisson',
    name: 'Exact Poisson interval',
    usedFor: 'rates',
    words:
      'It holds when events come independently of each other; where customers differ more, the next method is used.',
    formulas: [
      {
        tex: String.raw`\frac{\chi^2_{0.025}(2y)}{2T} \;\text{ to }\; \frac{\chi^2_{0.975}(2y + 2)}{2T}`,
        text: 'χ²(0.025; 2y)/2T to χ²(0.975; 2y + 2)/2T',
      },
    ],
    symbols: [
      ['y', 'events'],
      ['T', 'years, added up over customers'],
      [String.raw`\chi^2`, 'points of the chi-square distribution, degrees of freedom in brackets'],
    ],
    compared: 'By the difference, with the standard errors of both rates.',
    source: 'Garwood (1936).',
  },
  {
    id: 'customer-cluster',
    name: 'Customers as the unit',
    usedFor: 'every figure in which a customer may count more than once',
    words:
      'Ten answers of one customer do not tell as much as answers of ten customers. How much less is seen in the data: m ' +
      'is what n answers are worth. It is n itself where every customer counts once.',
    formulas: [
      {
        tex: String.raw`s^2 = \frac{k}{k - 1} \, \frac{1}{n^2} \sum_c e_c^2`,
        text: 's² = k/(k − 1) × Σ e_c² / n²',
      },
      {
        tex: String.raw`e_c = \sum_{i \in c} (x_i - x)`,
        text: 'e_c = Σ (x_i − x) over the answers i of customer c',
      },
      {
        tex: String.raw`m = \frac{n}{\max(1, \, s^2 / s_0^2)}`,
        text: 'm = n ÷ max(1, s²/s₀²)',
      },
      {
        tex: String.raw`r \exp(\pm t_{k-1}\, s / r)`,
        text: 'of a rate r, where customers differ more than chance explains: r × exp(± t(k − 1) s/r)',
      },
    ],
    symbols: [
      ['x', 'the figure: the mean of the answers'],
      ['x_i', 'answer i'],
      ['e_c', 'how far the answers of customer c lie from it'],
      ['k', 'customers'],
      ['s', 'its standard error between customers'],
      ['s_0', 'the same if every answer were another customer’s'],
      ['t_{k-1}', 'the 97.5% point of Student’s t with k − 1 degrees of freedom'],
      ['r', 'a rate whose variance between customers is more than 1.5 times its mean'],
    ],
    compared: 'As the figure’s own method does it, with s or m in place of what independent answers would give.',
    source: 'Linearised (sandwich) variance of a ratio mean; Kish (1965) for the design effect.',
  },
];
