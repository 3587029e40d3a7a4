-- The exports as they are, with the columns that any of them may have. Moments are in UTC; a blank cell is missing.
CREATE TABLE exported_tickets (
  ticket_id VARCHAR, customer_id VARCHAR, created_at TIMESTAMP, updated_at TIMESTAMP, first_response_at TIMESTAMP,
  resolved_at TIMESTAMP, closed_at TIMESTAMP, reply_due_at TIMESTAMP, due_at TIMESTAMP, status VARCHAR,
  channel VARCHAR, department VARCHAR, category VARCHAR, priority VARCHAR, segment VARCHAR, reopens INT, replies INT,
  transfers INT, proactive BOOLEAN, automated BOOLEAN, csat INT
);
CREATE TABLE exported_responses (
  response_id VARCHAR, customer_id VARCHAR, ticket_id VARCHAR, invited_at TIMESTAMP, submitted_at TIMESTAMP,
  survey VARCHAR, stage VARCHAR, touchpoint VARCHAR, department VARCHAR, channel VARCHAR, segment VARCHAR,
  csat INT, nps INT, ces INT, emotion VARCHAR, comment VARCHAR
);
CREATE TABLE customers (
  customer_id VARCHAR, segment VARCHAR, joined_at TIMESTAMP, churned_at TIMESTAMP, renewed_at TIMESTAMP
);
-- The dialect is told, not guessed: guessing that of many small files takes longer than reading them.
CREATE MACRO cells(files) AS TABLE
  SELECT * FROM read_csv(files, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', sample_size = 100);

INSERT INTO exported_tickets BY NAME SELECT * FROM cells(getvariable('data') || '/tickets/*.csv');
INSERT INTO exported_responses BY NAME SELECT * FROM cells(getvariable('data') || '/responses/*.csv');
INSERT INTO customers BY NAME SELECT * FROM cells(getvariable('data') || '/customers.csv');

-- What the report says.
CREATE TABLE published AS
  SELECT * REPLACE (coalesce(dimension, '') AS dimension, coalesce(value, '') AS value)
  FROM cells(getvariable('published'));
