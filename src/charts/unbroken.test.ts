import { expect, test } from 'vitest';
import { unbroken } from './unbroken.ts';

test('a base is not torn apart', () => {
  expect(unbroken('by month; n = 18,560 tickets; band: 95% interval')).toBe(
    'by month; n\u00a0=\u00a018,560 tickets; band: 95% interval',
  );
});
