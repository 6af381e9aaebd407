-- A page of candidates is a few. Where a thousand were expected, what is shown of them was joined by going through all portfolios.
ALTER FUNCTION search_candidates(text, double precision, text, double precision, text, double precision, timestamptz, text, timestamptz, uuid, int) ROWS 20;
ALTER FUNCTION search_candidate_cards(text, double precision, text, double precision, text, double precision, timestamptz, text, timestamptz, uuid, int) ROWS 20;
