-- Figures that depend on where a period begins and ends, not on the moment of a row.

-- Open at the end of the period: created before it and not solved before it. A cancelled ticket is open until it was
-- closed; when that is not known, it does not count.
CREATE TABLE open_at_end AS
  SELECT dimension, value, grain, period, customer, epoch(ends - created_at) AS age
  FROM tickets JOIN places ON about = 'tickets' AND id = ticket_id, unnest(grains_of(dimension)) grains(grain)
  JOIN periods USING (grain)
  WHERE created_at < ends
    AND CASE
      WHEN open THEN true
      WHEN solved THEN resolved_at >= ends
      ELSE coalesce(closed_at, resolved_at) >= ends END;

INSERT INTO figures
  SELECT 'backlog', dimension, value, grain, period, count(*), count(DISTINCT customer), count(*)
  FROM open_at_end
  GROUP BY ALL;

-- How old they were when the period ended.
INSERT INTO figures BY NAME
  UNPIVOT (
    SELECT dimension, value, grain, period, count(*) AS n, count(DISTINCT customer) AS customers,
      quantile_cont(age, 0.5) AS open_age_median, quantile_cont(age, 0.9) AS open_age_p90
    FROM open_at_end
    GROUP BY ALL
  ) ON open_age_median, open_age_p90 INTO NAME metric VALUE estimate;

-- For how long each customer was one in each period.
CREATE TABLE spans AS
  SELECT customer_id, dimension, value, grain, period, begins, ends, joined_at,
    coalesce(churned_at, TIMESTAMP 'infinity') AS left_at,
    greatest(joined_at, begins) AS here_from, least(left_at, ends) AS here_to
  FROM customers JOIN places ON about = 'customers' AND id = customer_id, unnest(grains_of(dimension)) grains(grain)
  JOIN periods USING (grain)
  WHERE joined_at IS NOT NULL;

-- A year has 365.25 days.
INSERT INTO figures
  WITH visits AS (
    SELECT dimension, value, grain, period, spans.customer_id, epoch(here_to - here_from) / (365.25 * 86400) AS years,
      count(ticket_id) AS tickets
    FROM spans LEFT JOIN tickets ON tickets.customer_id = spans.customer_id AND NOT begun_by_company
      AND created_at >= here_from AND created_at < here_to
    WHERE here_from < here_to
    GROUP BY ALL
  )
  SELECT 'contact_rate', dimension, value, grain, period, sum(tickets), count(*), sum(tickets) / sum(years)
  FROM visits
  GROUP BY ALL;

INSERT INTO figures
  SELECT 'retention', dimension, value, grain, period, count(*), count(*), avg((left_at >= ends)::INT)
  FROM spans
  WHERE joined_at <= begins AND left_at > begins
  GROUP BY ALL;

-- Of each customer the latest answer of the period to the recommendation question, and the ratings of the 180 days before.
INSERT INTO figures
  WITH latest AS (
    SELECT grain, period, response_id, customer, submitted_at, nps <= 6 AS detractor
    FROM answers, periods
    WHERE nps IS NOT NULL AND known_customer IS NOT NULL AND submitted_at >= begins AND submitted_at < ends
    QUALIFY row_number() OVER (PARTITION BY grain, period, customer ORDER BY submitted_at DESC, response_id DESC) = 1
  ), rated AS (
    SELECT grain, period, latest.response_id, any_value(detractor) AS detractor, bool_and(csat >= 4) AS all_good
    FROM latest JOIN answers ratings ON ratings.customer = latest.customer AND csat IS NOT NULL
      AND ratings.submitted_at < latest.submitted_at
      AND ratings.submitted_at >= latest.submitted_at - INTERVAL 180 DAY
    GROUP BY ALL
    HAVING count(*) >= 2
  ), shares AS (
    UNPIVOT (
      SELECT grain, period, response_id,
        (all_good AND detractor)::INT AS watermelon,
        if(all_good, detractor::INT, NULL) AS watermelon_good,
        if(all_good, NULL, detractor::INT) AS watermelon_mixed
      FROM rated
    ) ON watermelon, watermelon_good, watermelon_mixed INTO NAME metric VALUE score
  )
  SELECT metric, dimension, value, grain, period, count(*), count(*), avg(score)
  FROM shares JOIN places ON about = 'answers' AND id = response_id
  WHERE list_contains(grains_of(dimension), grain)
  GROUP BY ALL;
