-- Makes of the demonstration's exports others with what real ones have besides: blanks, ratings in ticket rows, the same
-- record in several states and files, repeated answers, values that only one table knows.

-- One of a hundred lots for a record, the same in every run.
CREATE MACRO lot(id, purpose) AS (md5_number_lower(id || purpose) % 100)::INT;
CREATE MACRO blanked(cell, id, purpose, percent) AS if(lot(id, purpose) < percent, NULL, cell);

-- The dialect is told, not guessed: guessing that of many small files takes longer than reading them.
CREATE MACRO cells(files) AS TABLE
  SELECT * FROM read_csv(files, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', sample_size = 100);

-- Half a year will do; then some answers are about tickets that no export has.
CREATE TABLE demo_tickets AS
  SELECT * REPLACE (
      created_at::TIMESTAMP AS created_at, first_response_at::TIMESTAMP AS first_response_at,
      resolved_at::TIMESTAMP AS resolved_at
    )
  FROM cells(getvariable('demo') || '/tickets/*.csv') WHERE created_at >= '2026';
CREATE TABLE demo_responses AS
  SELECT * REPLACE (invited_at::TIMESTAMP AS invited_at, submitted_at::TIMESTAMP AS submitted_at)
  FROM cells(getvariable('demo') || '/responses/*.csv') WHERE invited_at >= '2026';
CREATE TABLE demo_customers AS SELECT * FROM cells(getvariable('demo') || '/customers.csv');

CREATE TABLE harder_tickets AS
  SELECT * REPLACE (
      blanked(customer_id, ticket_id, 'customer', 5) AS customer_id,
      blanked(first_response_at, ticket_id, 'answer', 5) AS first_response_at,
      blanked(channel, ticket_id, 'channel', 3) AS channel,
      blanked(category, ticket_id, 'category', 5) AS category,
      blanked(reply_due_at, ticket_id, 'reply due', 10) AS reply_due_at,
      blanked(due_at, ticket_id, 'due', 10) AS due_at,
      blanked(reopens, ticket_id, 'reopens', 4) AS reopens,
      blanked(replies, ticket_id, 'replies', 4) AS replies,
      blanked(transfers, ticket_id, 'transfers', 4) AS transfers
    ),
    coalesce(resolved_at, created_at) AS updated_at,
    if(status = 'cancelled' AND lot(ticket_id, 'closed') < 50, created_at + INTERVAL 3 DAY, resolved_at) AS closed_at,
    if(lot(ticket_id, 'segment') < 8, 'Islands', NULL) AS segment,
    if(resolved_at IS NOT NULL AND lot(ticket_id, 'rated') < 15, 1 + lot(ticket_id, 'rating') % 5, NULL) AS csat
  FROM demo_tickets;

-- Later states of some tickets, which were reopened and solved again, and states of others from before their solution.
CREATE TABLE other_states AS
  SELECT * REPLACE (
      updated_at + INTERVAL 30 HOUR AS updated_at, resolved_at + INTERVAL 30 HOUR AS resolved_at,
      resolved_at + INTERVAL 30 HOUR AS closed_at, 1 + lot(ticket_id, 'reopens again') % 2 AS reopens
    )
  FROM harder_tickets WHERE resolved_at IS NOT NULL AND resolved_at < '2026-07-05' AND lot(ticket_id, 'again') < 5
  UNION ALL
  SELECT * REPLACE (created_at AS updated_at, NULL AS resolved_at, NULL AS closed_at, 'open' AS status, NULL AS csat)
  FROM harder_tickets WHERE resolved_at > created_at AND lot(ticket_id, 'before') < 5;

CREATE TABLE harder_responses AS
  SELECT * EXCLUDE (comment) REPLACE (
      -- Without a ticket the answer would belong to nobody.
      if(ticket_id IS NULL, customer_id, blanked(customer_id, response_id, 'customer', 5)) AS customer_id,
      blanked(ticket_id, response_id, 'ticket', if(lot(response_id, 'customer') < 5, 0, 5)) AS ticket_id,
      blanked(touchpoint, response_id, 'touchpoint', 5) AS touchpoint
    ),
    if(lot(response_id, 'channel') < 10, 'kiosk', NULL) AS channel,
    if(lot(response_id, 'segment') < 5, 'Islands', NULL) AS segment
  FROM demo_responses;

-- Further answers: the next day, some weeks later, to another survey or touchpoint, and corrected ones.
CREATE TABLE further_answers AS
  SELECT * REPLACE (
      response_id || 'a' AS response_id, submitted_at + INTERVAL 25 HOUR AS submitted_at,
      if(csat IS NULL, NULL, 1 + lot(response_id, 'csat a') % 5) AS csat, if(nps IS NULL, NULL, lot(response_id, 'nps a') % 11) AS nps
    )
  FROM harder_responses WHERE submitted_at < '2026-07-10' AND lot(response_id, 'a') < 8
  UNION ALL
  SELECT * REPLACE (
      response_id || 'b' AS response_id, submitted_at + INTERVAL 40 DAY AS submitted_at,
      if(csat IS NULL, NULL, 1 + lot(response_id, 'csat b') % 5) AS csat, if(nps IS NULL, NULL, lot(response_id, 'nps b') % 11) AS nps
    )
  FROM harder_responses WHERE submitted_at < '2026-05-30' AND lot(response_id, 'b') < 8
  UNION ALL
  SELECT * REPLACE (
      response_id || 'c' AS response_id, submitted_at + INTERVAL 2 HOUR AS submitted_at,
      if(lot(response_id, 'c') < 4, 'follow-up', survey) AS survey,
      if(lot(response_id, 'c') BETWEEN 2 AND 5, 'Help', touchpoint) AS touchpoint
    )
  FROM harder_responses WHERE submitted_at < '2026-07-10' AND lot(response_id, 'c') < 6
  UNION ALL
  SELECT * REPLACE (
      submitted_at + INTERVAL 1 HOUR AS submitted_at, if(csat IS NULL, NULL, 3) AS csat, if(nps IS NULL, NULL, 7) AS nps
    )
  FROM harder_responses WHERE submitted_at < '2026-07-10' AND lot(response_id, 'corrected') < 3;

CREATE TABLE harder_customers AS
  SELECT * REPLACE (
      blanked(segment, customer_id, 'segment', 5) AS segment, blanked(joined_at, customer_id, 'joined', 2) AS joined_at
    )
  FROM demo_customers;
