-- Figures that are a mean over rows: a share of ones among ones and zeros, a score, a net of hundreds. A row whose score
-- is missing does not count; the period of each row is that of one moment.
CREATE TABLE counted (metric VARCHAR, about VARCHAR, id VARCHAR, customer VARCHAR, moment TIMESTAMP, score DOUBLE);

INSERT INTO counted
  SELECT metric, 'answers', response_id, customer, submitted_at, score
  FROM (
    UNPIVOT (
      SELECT response_id, customer, submitted_at,
        (csat >= 4)::INT AS csat,
        csat AS csat_mean,
        (ces >= 5)::INT AS ces,
        ces AS ces_mean,
        (nps >= 9)::INT AS nps_promoters,
        (nps IN (7, 8))::INT AS nps_passives,
        (nps <= 6)::INT AS nps_detractors,
        100 * ((nps >= 9)::INT - (nps <= 6)::INT) AS nps,
        CASE
          WHEN emotion IN ('delighted', 'happy') THEN 100
          WHEN emotion IN ('disappointed', 'frustrated', 'angry') THEN -100
          WHEN emotion = 'neutral' THEN 0 END AS emotion
      FROM answers
    ) ON * EXCLUDE (response_id, customer, submitted_at) INTO NAME metric VALUE score
  );

-- Invitations count on their own day.
INSERT INTO counted
  SELECT 'response_rate', 'answers', response_id, customer, invited_at, (submitted_at IS NOT NULL)::INT
  FROM answers
  WHERE invited_at IS NOT NULL;

-- Tickets count on the day they were created.
INSERT INTO counted
  SELECT 'transfers', 'tickets', ticket_id, customer, created_at, (transfers >= 1)::INT
  FROM tickets
  WHERE transfers IS NOT NULL
  UNION ALL
  SELECT 'transfers_mean', 'tickets', ticket_id, customer, created_at, transfers
  FROM tickets
  WHERE transfers IS NOT NULL
  UNION ALL
  SELECT 'sla', 'tickets', ticket_id, customer, created_at, (outcome = 'kept')::INT
  FROM promises JOIN tickets USING (ticket_id)
  WHERE outcome IS NOT NULL
  UNION ALL
  SELECT 'fcr_reply', 'tickets', ticket_id, customer, created_at, (replies < 2)::INT
  FROM tickets
  WHERE solved AND NOT begun_by_company AND replies IS NOT NULL
  UNION ALL
  SELECT 'reopen', 'tickets', ticket_id, customer, created_at, (reopens >= 1)::INT
  FROM tickets, cover
  WHERE solved AND reopens IS NOT NULL AND resolved_at + INTERVAL 7 DAY <= known_until
  UNION ALL
  SELECT 'fcr_reopen', 'tickets', ticket_id, customer, created_at, (reopens = 0)::INT
  FROM tickets, cover
  WHERE solved AND NOT begun_by_company AND reopens IS NOT NULL AND resolved_at + INTERVAL 7 DAY <= known_until;

-- No second contact: not reopened, and the customer opened no other ticket in the days after the solution.
INSERT INTO counted
  SELECT format('fcr_{}d_{}', days, topic), 'tickets', ticket_id, customer, created_at,
    (reopens = 0 AND NOT EXISTS (
      FROM tickets later
      WHERE later.customer_id = t.customer_id
        AND NOT later.begun_by_company
        AND (topic = 'any' OR later.category = t.category)
        AND later.created_at > t.resolved_at
        AND later.created_at <= t.resolved_at + to_days(days)
    ))::INT
  FROM tickets t, cover, unnest([7, 14, 30]) windows(days), unnest(['any', 'topic']) topics(topic)
  WHERE solved
    AND NOT begun_by_company
    AND reopens IS NOT NULL
    AND customer_id IS NOT NULL
    AND (topic = 'any' OR category IS NOT NULL)
    AND resolved_at + to_days(days) <= known_until;

INSERT INTO figures
  SELECT metric, dimension, value, grain, period, count(*), count(DISTINCT customer), avg(score)
  FROM counted JOIN places USING (about, id) JOIN dated USING (moment)
  WHERE list_contains(grains_of(dimension), grain)
  GROUP BY ALL;
