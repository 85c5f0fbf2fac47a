-- A span is known by its start, and grows.
DELETE shorter FROM callback_refusal shorter JOIN callback_refusal longer
  ON longer.refused_from = shorter.refused_from AND longer.refused_until > shorter.refused_until;
ALTER TABLE callback_refusal DROP PRIMARY KEY, ADD PRIMARY KEY (refused_from);
