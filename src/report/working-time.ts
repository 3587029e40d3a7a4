/**
 * The business clock of the report: the opening hours of the configuration, for the departments of the data.
 */
import { type WorkingClock, type WorkingHours, workingClock } from '../calendar/business-hours.ts';
import { hoursInWords } from '../calendar/hours-in-words.ts';
import type { ReportConfig } from '../config/report.schema.ts';
import { sameName } from '../config/values.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { WorkingTime } from '../metrics/definition.ts';
import { listed } from './wording/list.ts';

/** One clock for each department with hours of its own and one for all others; null without opening hours. */
export function workingTimeOf(config: ReportConfig, dataset: Dataset): WorkingTime | null {
  const { time_zone: zone, business_hours: week, department_hours, holidays } = config;
  if (week === undefined) return null;
  const own = Object.entries(department_hours);
  const clocks = new Map(
    own.map(([name, hours]): [string, WorkingClock] => [
      sameName(name),
      workingClock({ zone, week: hours, holidays: hours.holidays ?? holidays }),
    ]),
  );
  const spelt = ticketDepartments(dataset).filter((name) => clocks.has(sameName(name)));
  return {
    usual: workingClock({ zone, week, holidays }),
    ofDepartment: new Map(spelt.map((name) => [name, clocks.get(sameName(name)) as WorkingClock])),
    words:
      own.length === 0
        ? `business hours (${hoursInWords(week)})`
        : `the business hours of each department (${[hoursInWords(week), ...ownHoursInWords(department_hours)].join('; ')})`,
  };
}

/** `Billing and Sales Mon–Sat 08:00–20:00`: departments with the same hours are named together. */
function ownHoursInWords(departmentHours: ReportConfig['department_hours']): string[] {
  const alike = Map.groupBy(Object.keys(departmentHours), (name) =>
    hoursInWords(departmentHours[name] as WorkingHours['week']),
  );
  return Array.from(alike, ([hours, names]) => `${listed(names, 'and')} ${hours}`);
}

/** Names of the departments that tickets have. */
export function ticketDepartments({ tickets }: Dataset): readonly string[] {
  return tickets?.columns.department?.values ?? [];
}
