-- One row for every figure that is published or should be, as the file writes it: nothing of fewer than ten customers.
CREATE TABLE expected AS
  WITH frame AS (
    SELECT metric, dimension, value, grain, period
    FROM metrics
    JOIN (SELECT DISTINCT about, dimension, value FROM places) USING (about),
      unnest(grains_of(dimension)) grains(grain) JOIN periods USING (grain)
    WHERE list_contains(dimensions, dimension)
  )
  SELECT frame.*,
    coalesce(n, 0) AS rows,
    coalesce(customers, 0) < getvariable('minimum_base') AND (rows > 0 OR metric IN ('backlog', 'open_age_median', 'open_age_p90')) AS hidden,
    if(hidden, NULL, coalesce(estimate, if(metric = 'backlog', 0, NULL))) AS expected
  FROM frame LEFT JOIN figures USING (metric, dimension, value, grain, period);

-- Groups that have no row at all: none of their figures may be shown, so they are not named either.
CREATE TABLE unnamed AS
  SELECT DISTINCT metric, dimension, value
  FROM expected ANTI JOIN published USING (metric, dimension, value)
  WHERE dimension <> '';

-- A figure may be kept back to protect another; it then says as little as one of too few customers. A blurred one is a
-- bound, which the true share lies beyond.
CREATE TABLE disagreements AS
  SELECT metric, dimension, value, grain, period, rows::VARCHAR AS n_here, published.n AS n_there, expected,
    published.estimate::DOUBLE AS found, published.status AS status
  FROM expected FULL JOIN published USING (metric, dimension, value, grain, period)
    ANTI JOIN unnamed USING (metric, dimension, value)
  WHERE metric IN (SELECT metric FROM metrics)
    AND CASE
      WHEN status IS NULL OR rows IS NULL THEN true
      WHEN status = 'suppressed' THEN n_there <> '<' || getvariable('minimum_base') OR found IS NOT NULL
      WHEN hidden THEN true
      WHEN published.method = 'blurred' THEN n_here <> n_there OR abs(expected) > abs(found) AND abs(expected) < 0.9
      ELSE n_here IS DISTINCT FROM n_there
        OR (expected IS NULL) <> (found IS NULL)
        OR abs(expected - found) > 1e-9 * greatest(abs(expected), 1e-300)
    END;
