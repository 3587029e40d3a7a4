-- What counts as a ticket and as an answer.

-- A ticket may appear in several exports: its latest state counts. It is solved when its state says so, or where there is
-- no state when it has a solution time.
CREATE TABLE tickets AS
  SELECT
    * EXCLUDE (segment),
    coalesce(t.segment, c.segment) AS segment,
    -- A ticket that names no customer counts as a customer of its own.
    coalesce(t.customer_id, 'of ticket ' || ticket_id) AS customer,
    coalesce(status IN ('solved', 'closed'), resolved_at IS NOT NULL) AS solved,
    coalesce(status = 'cancelled', false) AS cancelled,
    NOT solved AND NOT cancelled AS open,
    coalesce(proactive, false) AS begun_by_company,
  FROM exported_tickets t LEFT JOIN (SELECT customer_id, segment FROM customers) c USING (customer_id)
  QUALIFY row_number() OVER (
    PARTITION BY ticket_id
    ORDER BY updated_at DESC NULLS LAST, closed_at DESC NULLS LAST, resolved_at DESC NULLS LAST
  ) = 1;

-- A promised time is kept when what was promised came no later, and missed when it came later. While the ticket is open,
-- it is missed once the time is past, and not yet due before. A ticket that ended without it says nothing.
CREATE MACRO promise(due, done, open, known_until) AS CASE
  WHEN due IS NULL THEN NULL
  WHEN done IS NOT NULL THEN if(done <= due, 'kept', 'missed')
  WHEN open THEN if(due < known_until, 'missed', 'not yet due') END;

-- Where an answer and a solution are promised both must be kept; what is not yet due does not count.
CREATE TABLE promises AS
  WITH parts AS (
    SELECT ticket_id, solved, [
      promise(reply_due_at, first_response_at, open, known_until), promise(due_at, resolved_at, open, known_until)
    ] AS parts
    FROM tickets, cover
  )
  SELECT ticket_id, solved, CASE
    WHEN list_contains(parts, 'missed') THEN 'missed'
    WHEN list_contains(parts, 'not yet due') THEN NULL
    WHEN list_contains(parts, 'kept') THEN 'kept' END AS outcome
  FROM parts;

-- Surveys, and ratings that stand in ticket rows: those were given when the ticket was solved. Where a response about the
-- same ticket holds a satisfaction score, that one counts.
CREATE TABLE all_answers AS
  SELECT * FROM exported_responses
  QUALIFY row_number() OVER (PARTITION BY response_id ORDER BY submitted_at DESC NULLS LAST, invited_at DESC NULLS LAST) = 1
  UNION ALL BY NAME
  SELECT 'in ' || ticket_id AS response_id, ticket_id, customer_id, 'ticket rating' AS survey, csat,
    coalesce(resolved_at, closed_at, created_at) AS submitted_at
  FROM tickets
  WHERE csat IS NOT NULL
    AND ticket_id NOT IN (SELECT ticket_id FROM exported_responses WHERE csat IS NOT NULL AND ticket_id IS NOT NULL);

-- Of several answers about one ticket to one survey, and of several answers of one customer to the same survey in one
-- period, only the latest counts. An invitation without an answer is none.
CREATE TABLE answers AS
  SELECT a.* REPLACE (
      coalesce(a.channel, t.channel) AS channel,
      coalesce(a.department, t.department) AS department,
      coalesce(a.segment, t.segment, c.segment) AS segment),
    t.category, t.priority,
    coalesce(a.customer_id, t.customer_id) AS known_customer,
    coalesce(known_customer, 'of answer ' || response_id) AS customer
  FROM all_answers a
  LEFT JOIN tickets t USING (ticket_id)
  LEFT JOIN customers c ON c.customer_id = coalesce(a.customer_id, t.customer_id)
  QUALIFY submitted_at IS NULL OR row_number() OVER (
    PARTITION BY submitted_at IS NULL, survey, touchpoint, stage, CASE
      WHEN ticket_id IS NOT NULL THEN 'ticket ' || ticket_id
      ELSE coalesce(known_customer, response_id) || ' in ' || code_of(getvariable('grain'), local(submitted_at)) END
    ORDER BY submitted_at DESC, response_id DESC
  ) = 1;

-- Where each row belongs: to everybody and to one value of each dimension that it states, that its ticket states for an
-- answer, and that the customer list states for the customer.
CREATE TABLE places AS
  SELECT 'tickets' AS about, ticket_id AS id, '' AS dimension, '' AS value FROM tickets
  UNION ALL SELECT 'answers', response_id, '', '' FROM answers
  UNION ALL SELECT 'customers', customer_id, '', '' FROM customers
  UNION ALL (
    UNPIVOT (SELECT 'tickets' AS about, ticket_id AS id, channel, department, category, priority, segment FROM tickets)
    ON channel, department, category, priority, segment INTO NAME dimension VALUE value
  )
  UNION ALL (
    UNPIVOT (
      SELECT 'answers' AS about, response_id AS id, channel, department, category, priority, segment, touchpoint, stage, survey
      FROM answers
    ) ON channel, department, category, priority, segment, touchpoint, stage, survey INTO NAME dimension VALUE value
  )
  UNION ALL SELECT 'customers', customer_id, 'segment', segment FROM customers WHERE segment IS NOT NULL
  -- Whether the promise was kept is told of solved tickets.
  UNION ALL SELECT 'tickets', ticket_id, 'promise', outcome FROM promises WHERE solved AND outcome IS NOT NULL
  UNION ALL SELECT 'answers', response_id, 'promise', outcome
    FROM answers JOIN promises USING (ticket_id) WHERE solved AND outcome IS NOT NULL;
