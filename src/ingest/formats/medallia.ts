/**
 * Medallia: Agent Connect, with one row for every request sent; Experience Cloud, whose fields differ by company.
 */
import type { ReadFormat } from './format.ts';
import { responsesOf } from './mapping.ts';

export const medalliaAgentConnect: ReadFormat = {
  id: 'medallia-agent-connect',
  name: 'Medallia Agent Connect export of requests',
  attested: 'the tool’s documentation',
  signature: {
    all: ['request_id', 'star_rating'],
    any: ['response_received_at', 'areas_for_improvement', 'request_delivery_status', 'request_sent_at'],
  },
  mapping: ({ header }) =>
    responsesOf(
      header,
      {
        response_id: 'request_id',
        customer_id: ['request_sent_to', 'customer_name'],
        ticket_id: 'ext_interaction_id',
        invited_at: 'request_sent_at',
        submitted_at: 'response_received_at',
        channel: 'channel',
        csat: 'star_rating',
      },
      { time_zone: 'UTC' },
    ),
};

export const medalliaExperienceCloud: ReadFormat = {
  id: 'medallia-experience-cloud',
  name: 'Medallia Experience Cloud export of surveys',
  attested: 'real headers',
  signature: { all: ['a_surveyid'], any: [/^[aekqu]_\w+$/], atLeast: 3 },
  mapping: ({ header }) => {
    const names = header.normalised();
    const recommends = names.find((name) => /^q_.*(ltr|nps|recommend)/.test(name) && !name.endsWith('_cmt'));
    const satisfied = names.find((name) => /^q_.*(osat|csat|satisf)/.test(name) && !name.endsWith('_cmt'));
    return responsesOf(header, {
      response_id: 'a_surveyid',
      invited_at: 'e_creationdate',
      submitted_at: ['e_responsedate', 'a_responsedate'],
      ...(recommends === undefined ? {} : { nps: recommends }),
      ...(satisfied === undefined
        ? {}
        : { csat: { column: satisfied, scale: { min: 0, max: 10, direction: 'up' as const } } }),
    });
  },
};
