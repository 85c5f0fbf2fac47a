-- troubled_since: when the first trouble was; one that lasts for too long ends parked.
-- inbox_received: how old the oldest row of a state is, read without looking at all of them.
ALTER TABLE inbox
  ADD COLUMN troubled_since DATETIME(3) NULL,
  ADD KEY inbox_received (state, received_at);
