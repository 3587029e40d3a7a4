-- Every metric, the rows that it counts and the dimensions by which it is broken down.
CREATE TABLE metrics (metric VARCHAR, about VARCHAR, dimensions VARCHAR[]);

SET VARIABLE of_answers = ['', 'channel', 'department', 'category', 'priority', 'segment', 'touchpoint', 'stage', 'survey',
  'promise'];
SET VARIABLE of_tickets = ['', 'channel', 'department', 'category', 'priority', 'segment', 'promise'];
-- Not by whether the promise was kept, where the figure follows from the times that decide it.
SET VARIABLE of_times = ['', 'channel', 'department', 'category', 'priority', 'segment'];
SET VARIABLE of_customers = ['', 'segment'];

INSERT INTO metrics
  SELECT metric, 'answers', getvariable('of_answers') FROM unnest([
    'csat', 'csat_mean', 'ces', 'ces_mean', 'response_rate',
    'nps', 'nps_promoters', 'nps_passives', 'nps_detractors', 'emotion'
  ]) m(metric)
  UNION ALL SELECT metric, 'tickets', getvariable('of_tickets') FROM unnest([
    'fcr_7d_any', 'fcr_7d_topic', 'fcr_14d_any', 'fcr_14d_topic', 'fcr_30d_any', 'fcr_30d_topic',
    'fcr_reply', 'fcr_reopen', 'reopen', 'repeat_contact_7d', 'transfers', 'transfers_mean'
  ]) m(metric)
  UNION ALL SELECT metric, 'tickets', getvariable('of_times') FROM unnest([
    'first_response_median', 'first_response_p90', 'first_response_median_business', 'first_response_p90_business',
    'resolution_median', 'resolution_p90', 'resolution_median_business', 'resolution_p90_business', 'sla', 'backlog',
    'open_age_median', 'open_age_p90'
  ]) m(metric)
  UNION ALL SELECT metric, 'answers', getvariable('of_customers')
    FROM unnest(['watermelon', 'watermelon_good', 'watermelon_mixed']) m(metric)
  UNION ALL SELECT metric, 'customers', getvariable('of_customers') FROM unnest(['contact_rate', 'retention']) m(metric);

-- Results: one row for each metric, place and period with something in it.
CREATE TABLE figures (
  metric VARCHAR, dimension VARCHAR, value VARCHAR, grain VARCHAR, period VARCHAR,
  n BIGINT, customers BIGINT, estimate DOUBLE
);
