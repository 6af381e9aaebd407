-- Search across lessons: words in the title weigh most, then those of the summary, then the text.
ALTER TABLE lessons ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (
  setweight(to_tsvector('english', title), 'A') ||
  setweight(to_tsvector('english', summary), 'B') ||
  setweight(to_tsvector('english', body), 'D')
) STORED;
CREATE INDEX lessons_search_idx ON lessons USING gin (search);
