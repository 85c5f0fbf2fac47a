-- Hints of past days are taken away by their day.
ALTER TABLE dialogue_hint ADD KEY dialogue_hint_day (day);
