import type { WritingRemark } from '../report/types/writing.ts';

/** So many hints are printed; what is beyond is counted. */
const MOST_HINTS = 20;

/**
 * Warnings and hints as lines for a log, file by file, each as `file:line:column`; none where there is nothing to say.
 */
export function remarkLines(remarks: readonly WritingRemark[]): string[] {
  if (remarks.length === 0) return [];
  const hints = remarks.filter(({ level }) => level === 'hint');
  const shown = remarks.filter((remark) => remark.level === 'warning' || hints.indexOf(remark) < MOST_HINTS);
  const unsaid = remarks.length - shown.length;
  const byFile = Map.groupBy(shown, ({ mistake }) => mistake.details.file ?? '');
  const sums = [
    ...(hints.length === remarks.length ? [] : [counted(remarks.length - hints.length, 'warning')]),
    ...(hints.length === 0 ? [] : [counted(hints.length, 'hint')]),
  ];
  return [
    `About the texts: ${sums.join(', ')}`,
    ...[...byFile].flatMap(([file, ofFile]) => ['', file, ...ofFile.map(lineOf)]),
    ...(unsaid === 0 ? [] : ['', `… and ${counted(unsaid, 'more hint')}`]),
  ];
}

function lineOf({ rule, level, mistake: { details } }: WritingRemark): string {
  const place = `${details.file}:${details.line}:${details.column}`;
  const found = details.found === undefined ? '' : ` (${details.found})`;
  return `  ${place}  ${level}  ${details.what}${found}. ${details.remedy}  [${rule}]`;
}

function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
