-- Days, months, quarters and years begin in the time zone of the report.
CREATE MACRO local(moment) AS moment AT TIME ZONE 'UTC' AT TIME ZONE getvariable('time_zone');
CREATE MACRO in_utc(local_time) AS local_time AT TIME ZONE getvariable('time_zone') AT TIME ZONE 'UTC';
CREATE MACRO day_of(moment) AS date_trunc('day', local(moment));

-- The data begin with the day of the first ticket, answer or invitation and end with the day of the last one. What can
-- have happened is known up to the end of the last day on which anything did.
CREATE TABLE cover AS
  WITH moments AS (
    SELECT created_at AS moment, true AS counted FROM exported_tickets
    UNION ALL SELECT unnest([submitted_at, invited_at]), true FROM exported_responses
    UNION ALL SELECT unnest([first_response_at, resolved_at, closed_at]), false FROM exported_tickets
  ), days AS (
    SELECT
      day_of(min(moment) FILTER (counted)) AS first_day,
      day_of(max(moment) FILTER (counted)) AS last_day,
      day_of(max(moment)) AS last_known_day
    FROM moments
  )
  SELECT
    first_day, last_day, last_known_day,
    in_utc(first_day) AS begins,
    in_utc(last_day + INTERVAL 1 DAY) AS ends,
    in_utc(last_known_day + INTERVAL 1 DAY) AS known_until
  FROM days;

-- How a grain names the period of a local time.
CREATE MACRO code_of(grain, local_time) AS CASE grain
  WHEN 'all' THEN 'all'
  WHEN 'year' THEN strftime(local_time, '%Y')
  WHEN 'quarter' THEN strftime(local_time, '%Y') || '-Q' || quarter(local_time)
  ELSE strftime(local_time, '%Y-%m') END;

-- Overall figures have every grain, those of a dimension all periods together and the report's grain.
CREATE MACRO grains_of(dimension) AS
  if(dimension = '', ['all', 'year', 'quarter', 'month'], ['all', getvariable('grain')]);

-- Every period with a day in the data, as far as the data cover it.
CREATE TABLE periods AS
  SELECT grain, code_of(grain, day) AS period, in_utc(min(day)) AS begins, in_utc(max(day) + INTERVAL 1 DAY) AS ends
  FROM (SELECT unnest(range(first_day, last_day + INTERVAL 1 DAY, INTERVAL 1 DAY)) AS day FROM cover),
    unnest(grains_of('')) grains(grain)
  GROUP BY ALL;

-- The periods of every moment that can decide one; none for a moment outside the data.
CREATE TABLE dated AS
  SELECT moment, grain, code_of(grain, local(moment)) AS period
  FROM (
    SELECT created_at AS moment FROM exported_tickets
    UNION SELECT submitted_at FROM exported_responses
    UNION SELECT invited_at FROM exported_responses
    UNION SELECT resolved_at FROM exported_tickets
  ), cover, unnest(grains_of('')) grains(grain)
  WHERE moment >= begins AND moment < ends;

-- Opening hours by day of the week, but not on holidays; with the seconds of all opening hours before.
CREATE TABLE opening_hours AS
  WITH days AS (
    SELECT unnest(range(first_day, last_known_day + INTERVAL 1 DAY, INTERVAL 1 DAY)) AS day FROM cover
  ), hours AS (
    SELECT in_utc(day::DATE + hours.opens::TIME) AS opens, in_utc(day::DATE + hours.closes::TIME) AS closes
    FROM days JOIN (SELECT unnest(getvariable('business_hours'), recursive := true)) hours ON isodow(day) = weekday
    WHERE NOT list_contains(getvariable('holidays'), strftime(day, '%Y-%m-%d'))
  )
  SELECT *, coalesce(sum(epoch(closes - opens)) OVER (ORDER BY opens ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW), 0)
    AS seconds_before
  FROM hours;
