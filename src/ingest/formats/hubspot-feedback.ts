/**
 * HubSpot: feedback submissions, by their internal names. The kind of survey decides what its value means.
 */
import type { ReadFormat } from './format.ts';
import { responsesOf } from './mapping.ts';

export const hubspotFeedback: ReadFormat = {
  id: 'hubspot-feedback',
  name: 'HubSpot feedback submissions',
  attested: 'real headers',
  signature: {
    all: ['hs_survey_type', 'hs_value'],
    any: [
      'hs_submission_timestamp',
      'hs_response_group',
      'hs_content',
      'hs_survey_name',
      'hs_survey_channel',
      'hs_contact_id',
    ],
  },
  mapping: ({ header }) =>
    responsesOf(header, {
      response_id: ['hs_object_id', 'hs_submission_id'],
      customer_id: 'hs_contact_id',
      ticket_id: 'hs_ticket_id',
      submitted_at: 'hs_submission_timestamp',
      survey: ['hs_survey_name', 'hs_survey_type'],
      channel: 'hs_survey_channel',
      nps: { column: 'hs_value', when: { column: 'hs_survey_type', is: ['NPS'] } },
      csat: {
        column: 'hs_value',
        when: { column: 'hs_survey_type', is: ['CSAT'] },
        scale: { min: 0, max: 2, direction: 'up', positive_from: 2 },
      },
      ces: { column: 'hs_value', when: { column: 'hs_survey_type', is: ['CES'] } },
      comment: 'hs_content',
    }),
};
