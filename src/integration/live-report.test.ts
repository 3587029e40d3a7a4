import { expect, test } from 'vitest';
import type { Report } from '../report/types/report.ts';
import { SHARED_REPORT_MODULE, shareReport } from './live-report.ts';

const named = (name: string) => ({ name }) as unknown as Report;
const loaded = (mark: string): Promise<{ readonly report: unknown }> =>
  import(`data:text/javascript,${encodeURIComponent(`${SHARED_REPORT_MODULE}// ${mark}`)}`);

test('pages that have loaded the report see the one that is shared next, however often they load it again', async () => {
  shareReport(named('first'));
  const module = await loaded('once');
  expect(module.report).toEqual({ name: 'first' });
  shareReport(named('second'));
  expect(module.report).toEqual({ name: 'second' });
  const again = await loaded('again');
  shareReport(named('third'));
  expect(again.report).toEqual({ name: 'third' });
});
