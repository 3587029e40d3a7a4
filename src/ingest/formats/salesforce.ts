/**
 * Salesforce Service Cloud: cases, as a report (labels) or from Data Export and Data Loader (API names).
 *
 * A case has one end, its closing, which counts as its solution. Its owner may be a person and is no department.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const salesforceReport: ReadFormat = {
  id: 'salesforce-report',
  name: 'Salesforce report of cases',
  attested: 'real headers',
  signature: {
    all: ['case number'],
    any: [
      'date/time opened',
      'date/time closed',
      'case owner',
      'case owner alias',
      'case owner: full name',
      'case origin',
      'case reason',
      'case status',
    ],
    atLeast: 2,
  },
  fits: ({ header }) => header.has('date/time opened') || header.has('opened date'),
  mapping: ({ header }) =>
    ticketsOf(header, {
      ticket_id: 'Case Number',
      customer_id: ['Contact ID', 'Current Contact Email', 'Contact Name', 'Account Name'],
      created_at: ['Date/Time Opened', 'Opened Date'],
      resolved_at: ['Date/Time Closed', 'Closed Date'],
      closed_at: ['Date/Time Closed', 'Closed Date'],
      status: ['Case Status', 'Status'],
      channel: 'Case Origin',
      priority: 'Priority',
      category: ['Case Reason', 'Type'],
      segment: 'Account Name',
    }),
};

export const salesforceDataExport: ReadFormat = {
  id: 'salesforce-data-export',
  name: 'Salesforce data export of cases',
  attested: 'the tool’s documentation',
  signature: {
    all: ['casenumber', 'createddate', 'isclosed'],
    any: ['isdeleted', 'masterrecordid', 'origin', 'ownerid', 'contactid', 'accountid'],
  },
  mapping: ({ header }) =>
    ticketsOf(
      header,
      {
        ticket_id: 'CaseNumber',
        customer_id: ['ContactId', 'AccountId'],
        created_at: 'CreatedDate',
        updated_at: ['LastModifiedDate', 'SystemModstamp'],
        resolved_at: 'ClosedDate',
        closed_at: 'ClosedDate',
        status: 'Status',
        channel: 'Origin',
        priority: 'Priority',
        category: ['Reason', 'Type'],
      },
      {
        set_aside: [
          { column: 'MasterRecordId', filled: true, reason: 'merged' },
          { column: 'IsDeleted', is: ['true', '1'], reason: 'deleted' },
        ],
      },
    ),
};
