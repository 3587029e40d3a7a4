/** Props with the period of their text where they name none; of a change, whose end may be named, it is where it ends. */
export function propsInPeriod<Props extends Readonly<Record<string, string | true>>>(
  props: Props,
  period: string | undefined,
): Props {
  if (period === undefined || 'period' in props || 'to' in props) return props;
  const isChange = 'rose' in props || 'fell' in props || ('same' in props && !('as' in props));
  return { ...props, [isChange ? 'to' : 'period']: period };
}
