import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadReportConfig } from '../config/report.ts';
import { loadSourcesConfig } from '../config/sources.ts';
import { rowsOfPart, withFolder } from './data-folder-for-tests.ts';
import { type Ingested, ingest } from './ingest.ts';

const EXAMPLES = join(import.meta.dirname, '../../docs/examples');

/** Reads invented files as the example's `sources.yaml` describes them. */
function readExample(example: string, files: Record<string, string>): Promise<Ingested> {
  const sources = readFileSync(join(EXAMPLES, example, 'sources.yaml'), 'utf8');
  return withFolder({ ...files, 'sources.yaml': sources }, async (dataFolder) =>
    ingest({
      dataFolder,
      cacheFolder: null,
      timeZone: 'UTC',
      idKey: 1n,
      words: true,
      sources: await loadSourcesConfig(dataFolder),
    }),
  );
}

test.each(['sfo-airport', 'olist'])('the settings of the report of %s are valid', async (example) => {
  expect((await loadReportConfig(join(EXAMPLES, example))).title).not.toBe('');
});

describe('the survey with coded answers', () => {
  const items2017 =
    'Q7ART,Q7FOOD,Q7STORE,Q7SIGN,Q7WALKWAYS,Q7SCREENS,Q7INFODOWN,Q7INFOUP,Q7WIFI,Q7ROADS,Q7PARK,Q7AIRTRAIN,Q7LTPARKING,Q7RENTAL,Q9BOARDING,Q9AIRTRAIN,Q9RENTAL,Q9FOOD,Q9RESTROOM,Q9ALL,Q13GETRATE,Q14FIND,Q14PASSTHRU';
  const items2018 = items2017.replace('WALKWAYS', 'WALKWAY').replace('Q9ALL', 'Q9All').replace('Q14FIND', 'Q14FIND ');
  const used = '4'.repeat(23).split('').join(',');
  const files = {
    '2017_SFO_Customer_Survey.csv': [
      `RESPNUM,INTDATE,BAREA,${items2017},Q7ALL,NETPRO,WEIGHT`,
      `1,5,A,${used},5,10,0.5`,
      `2,13,B,${used.replace('4,4', '0,6')},Blank,11,1`,
      '',
    ].join('\n'),
    '2018_SFO_Customer_Survey.csv': `RESPNUM,INTDATE,BAREA,${items2018},Q7ALL,NETPRO  ,WEIGHT\n1,31,G,${used},BLANK,0,1\n`,
    'agg_nps_daily.csv': 'date,nps\n2017-05-05,41\n',
  };

  test('is read as its dictionary says', async () => {
    const { parts, accounts } = await readExample('sfo-airport', files);
    const [first, second] = rowsOfPart(parts[0] as never);
    const [later] = rowsOfPart(parts[1] as never);
    expect(first).toMatchObject({
      submitted_at: '2017-05-05T07:00:00.000Z',
      department: 'Area A',
      csat: 5,
      nps: 10,
      weight: 0.5,
      Restaurants: 4,
      'Cleanliness overall': 4,
      'Finding the way': 4,
    });
    expect(second).toMatchObject({ submitted_at: '2017-05-13T07:00:00.000Z', csat: null, nps: null, Shops: 4 });
    expect(second).not.toHaveProperty('Restaurants');
    expect(later).toMatchObject({ submitted_at: '2018-05-31T07:00:00.000Z', department: 'Area G', nps: 0 });
    expect(later?.customer_id).not.toBe(first?.customer_id);
    expect(accounts[0]?.missing).toContainEqual({ column: 'NETPRO', code: '11', meaning: 'don’t know', count: 1 });
    expect(accounts[2]).toMatchObject({ path: 'agg_nps_daily.csv', kind: 'ignore' });
  });
});

describe('the marketplace', () => {
  const files = {
    'olist_orders_dataset.csv': [
      'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
      'o1,c1,delivered,2017-07-09 21:57:05,2017-07-09 22:10:13,,2017-07-26 10:57:55,2017-08-01 00:00:00',
      'o2,c2,unavailable,2017-07-09 21:57:05,,,,2017-08-01 00:00:00',
      '',
    ].join('\n'),
    'olist_order_reviews_dataset.csv':
      'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\n' +
      'r1,o1,5,,"bom\r\nmuito bom",2017-07-27 00:00:00,2017-07-28 10:00:00\n',
    'olist_customers_dataset.csv': 'customer_id,customer_unique_id\nc1,person\nc2,person\n',
  };

  test('is read as tickets and responses of the same people', async () => {
    const { parts } = await readExample('olist', files);
    const [review] = rowsOfPart(parts[0] as never);
    const [delivered, unavailable] = rowsOfPart(parts[1] as never);
    expect(delivered).toMatchObject({
      created_at: '2017-07-10T00:57:05.000Z',
      resolved_at: '2017-07-26T13:57:55.000Z',
      status: 'solved',
    });
    expect(unavailable).toMatchObject({ status: 'cancelled', resolved_at: null, customer_id: delivered?.customer_id });
    expect(review).toMatchObject({ csat: 5, ticket_id: delivered?.ticket_id, invited_at: '2017-07-27T03:00:00.000Z' });
  });
});
