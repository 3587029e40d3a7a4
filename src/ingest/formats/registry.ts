/**
 * All formats that are recognised by their headers. A new tool is one new file and one line here.
 */
import { canonicalCustomers, canonicalResponses, canonicalTickets } from './canonical.ts';
import type { Format } from './format.ts';

export const FORMATS: readonly Format[] = [canonicalTickets, canonicalResponses, canonicalCustomers];
