-- Which request a run came from: the id that logs and containers of the run then carry, and the trace that its grading belongs
-- to. Whatever makes a run within a request tells it by the settings of its transaction.

ALTER TABLE runs
  ADD COLUMN correlation_id uuid DEFAULT nullif(current_setting('app.correlation_id', true), '')::uuid,
  ADD COLUMN trace_parent varchar(55) DEFAULT nullif(current_setting('app.trace_parent', true), '')
    CHECK (trace_parent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
