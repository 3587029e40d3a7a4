/**
 * What has to be known beside a figure, as sentences of its section.
 */
import type { Period } from '../calendar/period.ts';
import { baseContacts } from '../metrics/service/base-contacts.ts';
import { WINDOWS, windowOutcomes } from '../metrics/service/fcr-window.ts';
import { ticketFlow } from '../metrics/service/ticket-flow.ts';
import type { ReportContext } from './context.ts';
import { baseContactsInWords, flowInWords } from './wording/service.ts';

/** Sentences about a metric's figure for a period; none where too few customers are behind what they would say. */
export function remarks(context: ReportContext, metricId: string, period: Period): string[] {
  const { config, metricContext } = context;
  const { dataset } = metricContext;
  const isPublishable = (customers: number) => customers >= config.minimum_base;
  const [lead, ...others] = [config.fcr_window_days, ...WINDOWS.filter((days) => days !== config.fcr_window_days)];
  if (metricId === 'backlog') {
    const through = ticketFlow(dataset, period);
    if (through === null || !isPublishable(through.customers)) return [];
    // The arrivals of the period are known, so λ would give a hidden backlog of the period before away. When the data
    // begin there is none.
    const isBeginning = period.start <= dataset.coverage.start && through.flow.opening === 0;
    if (!isBeginning && !isPublishable(through.openingCustomers)) return [];
    return [flowInWords(through.flow, config.locale)];
  }
  if (metricId === `fcr_${lead}d_any`) {
    const { customers, perDay } = baseContacts(dataset, windowOutcomes(dataset, lead, 'any').sample, period);
    return isPublishable(customers) ? [baseContactsInWords(perDay, [lead, ...others])] : [];
  }
  return [];
}
