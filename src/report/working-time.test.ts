import { describe, expect, test } from 'vitest';
import { reportOf } from './report-of.fixture.ts';

/** Twenty tickets of each department, created on Friday evenings and answered on Monday at 10 in London. */
const tickets = [
  'ticket_id,customer_id,created_at,first_response_at,status,department',
  ...['Billing', 'Help desk', ''].flatMap((department, group) =>
    Array.from({ length: 20 }, (_, index) => {
      const id = `${group}-${index}`;
      return `t${id},c${id},2026-02-06T17:00:00Z,2026-02-09T10:00:00Z,solved,${department}`;
    }),
  ),
  '',
].join('\n');

const week = (hours: string, days: string) => `{monday: ${days}, friday: ${days}${hours}}`;
const nine = week('', '[["09:00", "17:00"]]');
const late = week(', saturday: [["10:00", "12:00"], ["13:00", "24:00"]]', '[["08:00", "20:00"]]');
const settings = (lines: string[]) => ['time_zone: Europe/London', `business_hours: ${nine}`, ...lines, ''].join('\n');
const coverage = 'coverage: {from: 2026-01-01, to: 2026-03-31}';

const businessHours = async (lines: string[]) => {
  const report = await reportOf({ 'data/t.csv': tickets, 'content/report.yaml': settings([coverage, ...lines]) });
  const hours = (department: string) =>
    (report.estimate({ metric: 'first_response_median_business', where: { department }, period: '2026-Q1' }).value ??
      Number.NaN) / 3600;
  const card = report.metrics.find(({ id }) => id === 'first_response_median_business');
  return { billing: hours('Billing'), helpDesk: hours('Help desk'), basis: card?.basis, report };
};

describe('the section of a wait', () => {
  const clocksOf = async (yaml: string) => {
    const report = await reportOf({ 'data/t.csv': tickets, 'content/report.yaml': yaml });
    return report.page('service').sections.find(({ metric }) => metric.id === 'first_response_median')?.clocks;
  };

  test('holds the median and the 90th percentile on both clocks, and says how each runs', async () => {
    const clocks = await clocksOf(settings([coverage]));
    expect(clocks?.caption).toBe(
      'January to March 2026 on both clocks. Calendar: clock runs day and night. ' +
        'Business: clock runs in business hours (Mon 09:00–17:00, Fri 09:00–17:00).',
    );
    expect(clocks?.rows.map(({ name, calendar, business }) => [name, calendar.metric.id, business.metric.id])).toEqual([
      ['Median', 'first_response_median', 'first_response_median_business'],
      ['90th percentile', 'first_response_p90', 'first_response_p90_business'],
    ]);
    expect(clocks?.rows.map(({ calendar, business }) => [calendar.latest.value, business.latest.value])).toEqual([
      [65 * 3600, 3600],
      [65 * 3600, 3600],
    ]);
  });

  test('holds one clock where no business hours are configured', async () => {
    expect(await clocksOf(`${coverage}\n`)).toBeNull();
  });
});

describe('the business clock of a report', () => {
  test('is one clock for all tickets unless departments have hours of their own', async () => {
    const { billing, helpDesk, basis } = await businessHours([]);
    expect([billing, helpDesk]).toEqual([1, 1]);
    expect(basis).toBe('clock runs in business hours (Mon 09:00–17:00, Fri 09:00–17:00)');
  });

  test('is that of the ticket’s own department, whatever the case of its name, and says so', async () => {
    const { billing, helpDesk, basis, report } = await businessHours([
      `department_hours: {billing: ${late}, help desk: ${late}}`,
    ]);
    // Three hours on Friday, thirteen on Saturday to the end of the day, two on Monday.
    expect([billing, helpDesk]).toEqual([18, 18]);
    expect(basis).toBe(
      'clock runs in the business hours of each department (Mon 09:00–17:00, Fri 09:00–17:00; ' +
        'billing and help desk Mon 08:00–20:00, Fri 08:00–20:00, Sat 10:00–12:00 and 13:00–24:00)',
    );
    const all = report.estimate({ metric: 'first_response_median_business', period: '2026-Q1' });
    expect(all.value).toBe(18 * 3600);
  });

  test('stands still on the department’s own holidays, else on the general ones', async () => {
    const holidays = 'holidays: [2026-02-09]';
    expect(await businessHours([holidays, `department_hours: {Billing: ${late}}`])).toMatchObject({
      billing: 16,
      helpDesk: 0,
    });
    const own = late.replace('}', ', holidays: [2026-02-07]}');
    expect(await businessHours([holidays, `department_hours: {Billing: ${own}}`])).toMatchObject({
      billing: 5,
      helpDesk: 0,
    });
  });

  test('a department that no ticket has stops the build and names the nearest', async () => {
    await expect(businessHours([`department_hours: {Biling: ${late}}`])).rejects.toThrow(
      /There is no department called "Biling"[\s\S]*department_hours\.Biling[\s\S]*Did you mean "Billing"\?/,
    );
  });
});
