-- Extensions that every module may use.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
