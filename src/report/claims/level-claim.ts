/**
 * Claims that hold a figure against a number, the target or another group.
 */
import { Mistake } from '../../config/mistake.ts';
import { nearest } from '../../config/nearest.ts';
import { sameName } from '../../config/values.ts';
import type { Dimension } from '../../dataset/dataset.ts';
import { cardOf, formatFor, metricOf } from '../context.ts';
import { marginOf } from '../family.ts';
import { isEnough } from '../verdict.ts';
import { UNCOMPARED } from '../wording/phrases.ts';
import { groupPair } from './group-claim.ts';
import { distanceFrom, levelExamples, parseLevel } from './level.ts';
import { type Claim, type PlannedClaim, planned, textOf } from './planned-claim.ts';

export function shareClaim(claim: Claim): PlannedClaim {
  const { context, metric, use } = claim;
  const { unit, name } = cardOf(context, metric);
  const written = textOf(use.props.than);
  if (unit !== 'share') {
    throw new Mistake({
      ...use.place,
      what: `${name} is no share`,
      found: `${claim.kind.words} ${written}`,
      expected: 'a metric that is a share, such as csat',
      remedy: `Write ${claim.kind.direction === 'up' ? 'above' : 'below'}="…" in place of ${claim.kind.words}.`,
    });
  }
  const value = parseLevel(written, unit);
  if (value === null) throw noLevel(claim, 'than', written, 'a share');
  return levelClaim(claim, value, /\d/.test(written) ? formatFor(context, metric).value(value) : written.trim());
}

export function rivalClaim(claim: Claim): PlannedClaim {
  const { context, store, metric, where, use } = claim;
  const prop = (['above', 'below', 'as'] as const).find((name) => name in use.props) ?? 'above';
  const written = textOf(use.props[prop]);
  const format = formatFor(context, metric);
  if (/^(the )?target$/i.test(written.trim())) {
    const target = context.config.targets[metric];
    if (target === undefined) throw noTarget(claim, prop);
    return levelClaim(claim, target, `the target of ${format.value(target)}`);
  }
  const value = parseLevel(written, cardOf(context, metric).unit);
  if (value !== null) return levelClaim(claim, value, format.value(value));
  const candidates = (Object.keys(where) as Dimension[]).map((dimension) => ({
    dimension,
    rival: store.allValues(metric, dimension).find((each) => sameName(each) === sameName(written)),
  }));
  const group = candidates.find(({ rival }) => rival !== undefined);
  if (group?.rival === undefined) throw noLevel(claim, prop, written, 'a number, target or another group');
  if (group.rival === where[group.dimension]) {
    throw new Mistake({
      ...use.place,
      what: `<${use.component}> sets ${group.rival} against itself`,
      found: `${group.dimension}="${where[group.dimension]}" ${prop}="${written}"`,
      expected: `another ${group.dimension} in ${prop}`,
      remedy: `Name the ${group.dimension} to compare with.`,
    });
  }
  const pair = groupPair(claim, group.dimension, group.rival);
  return pair === null ? planned(claim, { refused: UNCOMPARED.scales }) : planned(claim, { pairs: [pair] });
}

function levelClaim(claim: Claim, value: number, words: string): PlannedClaim {
  const { context, store, metric, where, period } = claim;
  const { unit } = metricOf(context, metric);
  const { cell } = store.compute(metric, where, period);
  const margin = marginOf(context, metric);
  const distance =
    cell !== null && margin !== null && isEnough(cell, metricOf(context, metric))
      ? distanceFrom(value, cell, unit)
      : null;
  const id = JSON.stringify(['level', metric, Object.entries(where).sort(), period.code, value]);
  const finding = distance === null || margin === null ? null : { id, difference: distance, margin, unit };
  return planned(claim, { level: { value, words, finding } });
}

function noLevel(
  { context, metric, where, use, store }: Claim,
  prop: string,
  written: string,
  expected: string,
): Mistake {
  const groups = (Object.keys(where) as Dimension[]).flatMap((dimension) => store.values(metric, dimension));
  const guess = nearest(written, groups);
  const examples = levelExamples(cardOf(context, metric).unit);
  return new Mistake({
    ...use.place,
    what: `${prop} of <${use.component}> cannot be "${written}"`,
    found: `${prop}="${written}"`,
    expected: `${expected}, such as ${examples}`,
    remedy:
      guess !== undefined
        ? `Did you mean "${guess}"?`
        : groups.length === 0 && expected !== 'a share'
          ? 'To compare two groups, name the first one as well, such as channel="email".'
          : `Write it as in ${examples}.`,
  });
}

function noTarget({ context, metric, use }: Claim, prop: string): Mistake {
  return new Mistake({
    ...use.place,
    what: `${cardOf(context, metric).name} has no target`,
    found: `${prop}="target"`,
    expected: 'a target in content/report.yaml',
    remedy: `Set targets.${metric} in content/report.yaml, or write the number.`,
  });
}
