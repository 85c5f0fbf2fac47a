-- Which draft took over the words of one that joined it, or was restored into it.
ALTER TABLE capture_draft ADD COLUMN merged_into CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL;
