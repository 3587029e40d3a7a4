/**
 * How an export is made in each tool, as far as the tool's own material says; by the format's id.
 */
export const HOW_TO_EXPORT: Readonly<Record<string, string>> = {
  'zendesk-csv':
    'In Admin Center, export tickets as CSV. A large account gets several files in a zip: leave them as they are. The export goes by when tickets last changed, so a ticket may stand in two exports; the latest state counts. Deleted tickets and comments are not in it.',
  'zendesk-explore':
    'In Explore, make a report with one row a ticket: put `Ticket ID` on the rows, with `Ticket created - Timestamp` and the attributes you want, and export it as CSV. A dashboard exports totals, which are refused.',
  freshdesk:
    'On the list of tickets choose Export, CSV, and all fields. Take the moments (`Created time`, `Initial response time`, `Resolved time`) along: the durations are often blank.',
  freshservice: 'On the list of tickets choose Export, CSV, and all fields.',
  gorgias:
    'Export a view of tickets as CSV; ticket fields that you use as a reason for contact come as columns of their own.',
  'hubspot-tickets':
    'Export the view of tickets as CSV, with all properties, in English: headers follow the language of whoever exports.',
  'intercom-prodsight': 'Export conversations from Prodsight, one row a message or one a conversation; both are read.',
  jira: 'From the search of issues choose Export, CSV (all fields). An export ends at 1,000 issues on many sites: export month by month.',
  'jira-translated':
    'As for Jira. With your language set to English the whole export is read; in Russian, what is listed below.',
  servicenow:
    'Export the list of incidents as CSV, which writes field names and moments in UTC. The log of updates is read too. A list ends at 10,000 rows on many instances.',
  'servicenow-labels':
    'Export the list of incidents as CSV or Excel with labels. Moments are then in the zone of whoever exported.',
  'salesforce-report':
    'Run a report of cases with details (not a summary), with `Case Number` and `Date/Time Opened`, and export it as CSV in UTF-8. The lines of totals below the table may stay.',
  'salesforce-data-export': 'Use Data Export or Data Loader for the object Case, with all fields.',
  'zoho-desk': 'Make a tabular report of tickets with `Ticket Id` and `Created Time (Ticket)`, and export it as CSV.',
  zammad: 'Download the report of tickets. It is an Excel workbook, which can go into `data/` as it is.',
  osticket: 'Export the queue as CSV, with all fields, in English.',
  'front-messages': 'Create an analytics export of messages.',
  'nyc-311': 'From the open data portal of New York City: 311 Service Requests, as CSV.',
  'boston-311': 'From the open data portal of Boston: 311 Service Requests, as CSV.',
  cfpb: 'From the database of consumer complaints: download as CSV.',
  qualtrics:
    'In Data & Analysis, export data as CSV with all fields. Numeric values keep scales as they are; the three header rows stay.',
  surveymonkey: 'Export "All responses data" as CSV, expanded or condensed. Summaries and cross-tabs are refused.',
  typeform: 'Download the responses as CSV.',
  'google-forms': 'Download the responses as CSV from the form, or the sheet as CSV.',
  'microsoft-forms':
    'Open the results in Excel. The workbook can go into `data/` as it is; saved as CSV it follows your locale.',
  limesurvey: 'Export responses as CSV, with question codes as headings.',
  formbricks: 'Download all responses as CSV.',
  alchemer: 'Export individual responses as CSV.',
  asknicely: 'Export the responses, those without an answer included: they are what the response rate is counted from.',
  'medallia-agent-connect': 'Export the requests, answered or not.',
  'medallia-experience-cloud': 'Export survey records with their field keys.',
  'hubspot-feedback': 'Export feedback submissions with internal names of properties.',
  'chatwoot-csat': 'In the report about ratings, download the CSV.',
  'chatwoot-reports': '',
  'chatwoot-sla': '',
  'surveymonkey-crosstab': '',
};
