-- Every row that was handled moved in it, for a figure that is read once in a while and is found by the ids as well.
ALTER TABLE inbox DROP KEY inbox_received;
