-- Waits in seconds, with whether they had ended. A wait that had not is known to have lasted at least so long.
CREATE TABLE waits (wait VARCHAR, id VARCHAR, customer VARCHAR, moment TIMESTAMP, begins TIMESTAMP, ends TIMESTAMP,
  ended BOOLEAN);

-- From creation to the first answer of a person; a ticket solved without one waited until then. Tickets that the company
-- opened, that were answered automatically or that were cancelled before an answer do not count.
INSERT INTO waits
  SELECT 'first_response', ticket_id, customer, created_at, created_at,
    coalesce(first_response_at, if(open, known_until, coalesce(resolved_at, closed_at))), first_response_at IS NOT NULL
  FROM tickets, cover
  WHERE NOT begun_by_company AND automated IS NOT TRUE AND (first_response_at IS NOT NULL OR NOT cancelled);

-- From creation to the latest solution. Cancelled tickets do not count.
INSERT INTO waits
  SELECT 'resolution', ticket_id, customer, created_at, created_at, if(open, known_until, resolved_at), NOT open
  FROM tickets, cover
  WHERE NOT cancelled;

-- From the solution to the next ticket of the same customer.
INSERT INTO waits
  SELECT 'repeat_contact', ticket_id, customer, t.created_at, resolved_at,
    coalesce(later.created_at, known_until), later.created_at IS NOT NULL
  FROM cover, tickets t
  ASOF LEFT JOIN (SELECT customer_id, created_at FROM tickets WHERE NOT begun_by_company) later
    ON later.customer_id = t.customer_id AND later.created_at > t.resolved_at
  WHERE solved AND NOT begun_by_company AND t.customer_id IS NOT NULL;

-- The seconds that lie in opening hours, up to a moment.
CREATE TABLE open_seconds AS
  SELECT instant, coalesce(seconds_before + epoch(least(instant, closes) - opens), 0) AS seconds
  FROM (SELECT begins AS instant FROM waits UNION SELECT ends FROM waits) ASOF LEFT JOIN opening_hours ON instant >= opens;

-- Every wait on the clock that runs day and night, and those within a ticket in opening hours too.
CREATE TABLE clocked AS
  SELECT wait, '' AS clock, id, customer, moment, epoch(ends - begins) AS seconds, ended
  FROM waits
  WHERE ends IS NOT NULL
  UNION ALL
  SELECT wait, '_business', id, customer, moment, upto.seconds - since.seconds, ended
  FROM waits
  JOIN open_seconds since ON since.instant = waits.begins
  JOIN open_seconds upto ON upto.instant = waits.ends
  WHERE wait <> 'repeat_contact';

-- Groups are numbered: what follows is worked out for each by itself.
CREATE TABLE groups AS
  SELECT row_number() OVER () AS number, *
  FROM (SELECT DISTINCT dimension, value FROM places WHERE about = 'tickets'),
    unnest(grains_of(dimension)) grains(grain) JOIN periods USING (grain),
    (SELECT DISTINCT wait, clock FROM clocked);

CREATE TABLE placed AS
  SELECT number, seconds, ended, customer
  FROM clocked
  JOIN places ON about = 'tickets' AND places.id = clocked.id
  JOIN dated USING (moment)
  JOIN groups USING (wait, clock, dimension, value, grain, period);

CREATE TABLE bases AS
  SELECT number, count(*) AS n, count(DISTINCT customer) AS customers, bool_and(ended) AS all_ended,
    quantile_cont(seconds, [0.5, 0.9]) AS interpolated
  FROM placed
  GROUP BY number;

-- Kaplan and Meier: at each time at which waits end, those that do are divided by those that have lasted so long.
CREATE TABLE curves AS
  WITH times AS (
    SELECT number, seconds, count(*) FILTER (ended) AS events,
      sum(count(*)) OVER (PARTITION BY number ORDER BY seconds DESC) AS at_risk
    FROM placed
    GROUP BY number, seconds
  )
  SELECT number, seconds, product(1 - events / at_risk) OVER (PARTITION BY number ORDER BY seconds) AS still_waiting
  FROM times;

-- The time by which a share has ended: the first at which fewer are still waiting. Where exactly as many are, anything up
-- to the next step would do, and the middle is taken. Without waits that are still running, a first response has the
-- quantile of its values, interpolated.
CREATE MACRO time_by(share, seconds, still_waiting) AS (
    min(seconds) FILTER (still_waiting < 1 - share + 1e-9) + min(seconds) FILTER (still_waiting < 1 - share - 1e-9)
  ) / 2;

INSERT INTO figures
  WITH reached AS (
    SELECT number, [time_by(0.5, seconds, still_waiting), time_by(0.9, seconds, still_waiting)] AS times
    FROM curves
    GROUP BY number
  )
  SELECT wait || ['_median', '_p90'][quantile] || clock, dimension, value, grain, period, n, customers,
    if(wait = 'first_response' AND all_ended, interpolated[quantile], times[quantile])
  FROM groups JOIN bases USING (number) JOIN reached USING (number), unnest([1, 2]) quantiles(quantile)
  WHERE wait <> 'repeat_contact';

-- The share after whose solution the customer came back within seven days.
INSERT INTO figures
  SELECT 'repeat_contact_7d', dimension, value, grain, period, n, customers,
    1 - coalesce(min(still_waiting) FILTER (seconds <= epoch(INTERVAL 7 DAY)), 1)
  FROM groups JOIN bases USING (number) JOIN curves USING (number)
  WHERE wait = 'repeat_contact'
  GROUP BY ALL;
