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
    coalesce(customers, 0) < getvariable('minimum_base') AND (rows > 0 OR metric = 'backlog') AS hidden,
    if(hidden, NULL, coalesce(estimate, if(metric = 'backlog', 0, NULL))) AS expected
  FROM frame LEFT JOIN figures USING (metric, dimension, value, grain, period);

CREATE TABLE disagreements AS
  SELECT metric, dimension, value, grain, period, if(hidden, '<' || getvariable('minimum_base'), rows::VARCHAR) AS n_here,
    published.n AS n_there, expected, published.estimate::DOUBLE AS found
  FROM expected FULL JOIN published USING (metric, dimension, value, grain, period)
  WHERE metric IN (SELECT metric FROM metrics)
    AND (
      n_here IS DISTINCT FROM n_there
      OR (expected IS NULL) <> (found IS NULL)
      OR abs(expected - found) > 1e-9 * greatest(abs(expected), 1e-300)
    );
