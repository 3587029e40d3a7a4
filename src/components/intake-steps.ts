/**
 * The steps from rows read to rows kept, as bars of a waterfall.
 */

export interface IntakeStep {
  readonly label: string;
  readonly rows: number;
  /** Where the bar begins and ends, in per cent of the rows read. */
  readonly from: number;
  readonly to: number;
  readonly role: 'read' | 'aside' | 'kept';
}

/** Rows read, one step a reason, most rows first, and rows kept; what is set aside is taken off from the right. */
export function intakeSteps(
  kind: string,
  read: number,
  setAside: readonly { readonly reason: string; readonly count: number }[],
): IntakeStep[] {
  const share = (rows: number) => (read === 0 ? 0 : (100 * rows) / read);
  let left = read;
  const aside = [...setAside]
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
    .map(({ reason, count }): IntakeStep => {
      const to = share(left);
      left -= count;
      return { label: reason, rows: count, from: share(left), to, role: 'aside' };
    });
  return [
    { label: `Rows of ${kind} read`, rows: read, from: 0, to: share(read), role: 'read' },
    ...aside,
    { label: 'Rows kept', rows: left, from: 0, to: share(left), role: 'kept' },
  ];
}
