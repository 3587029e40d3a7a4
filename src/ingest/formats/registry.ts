/**
 * All formats that are recognised by their headers. A new tool is one new file and one line here.
 */
import { alchemer } from './alchemer.ts';
import { asknicely } from './asknicely.ts';
import { cfpb } from './cfpb.ts';
import { chatwootCsat, chatwootReports, chatwootSla } from './chatwoot.ts';
import { boston311, nyc311 } from './city-requests.ts';
import type { Format } from './format.ts';
import { formbricks } from './formbricks.ts';
import { googleForms, microsoftForms } from './forms.ts';
import { freshdesk } from './freshdesk.ts';
import { freshservice } from './freshservice.ts';
import { frontMessages } from './front-messages.ts';
import { gorgias } from './gorgias.ts';
import { hubspotFeedback } from './hubspot-feedback.ts';
import { hubspotTickets } from './hubspot-tickets.ts';
import { intercomProdsight } from './intercom-prodsight.ts';
import { jira } from './jira.ts';
import { jiraTranslated } from './jira-translated.ts';
import { limesurvey } from './limesurvey.ts';
import { medalliaAgentConnect, medalliaExperienceCloud } from './medallia.ts';
import { osticket } from './osticket.ts';
import { qualtrics } from './qualtrics.ts';
import { salesforceDataExport, salesforceReport } from './salesforce.ts';
import { servicenow, servicenowLabels } from './servicenow.ts';
import { surveymonkey, surveymonkeyCrosstab } from './surveymonkey.ts';
import { typeform } from './typeform.ts';
import { zammad } from './zammad.ts';
import { zendeskCsv } from './zendesk-csv.ts';
import { zendeskExplore } from './zendesk-explore.ts';
import { zohoDesk } from './zoho-desk.ts';

export const FORMATS: readonly Format[] = [
  zendeskCsv,
  zendeskExplore,
  freshdesk,
  freshservice,
  gorgias,
  hubspotTickets,
  intercomProdsight,
  jira,
  jiraTranslated,
  servicenow,
  servicenowLabels,
  salesforceReport,
  salesforceDataExport,
  zohoDesk,
  zammad,
  osticket,
  frontMessages,
  nyc311,
  boston311,
  cfpb,
  qualtrics,
  surveymonkey,
  typeform,
  googleForms,
  microsoftForms,
  limesurvey,
  formbricks,
  alchemer,
  asknicely,
  medalliaAgentConnect,
  medalliaExperienceCloud,
  hubspotFeedback,
  chatwootCsat,
  chatwootReports,
  chatwootSla,
  surveymonkeyCrosstab,
];
