/** Changes whenever the tables below or the other files of an index do; an index with another number is built anew. */
export const STORE_SCHEMA = 6

/**
 * `json` columns hold the domain's objects; every other column is there to filter or to order by.
 * Chunk labels are never used twice (AUTOINCREMENT), so that a vector cannot come to stand for another text.
 */
export const CREATE_TABLES = `
  CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    sort_key TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX documents_in_order ON documents (sort_key);

  CREATE TABLE texts (
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    lines TEXT NOT NULL
  ) STRICT;

  -- Of documents whose lines are not those of the file; packed by LinePlaces. Beside the texts, so that these need not be read past.
  CREATE TABLE places (
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    packed BLOB NOT NULL
  ) STRICT;

  CREATE TABLE tables (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX tables_in_order ON tables (document_id, position);

  CREATE TABLE facts (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    fiscal_year INTEGER,
    basis TEXT,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    code TEXT,
    project TEXT,
    json TEXT NOT NULL
  ) STRICT;
  -- Holds all that a filter asks for, so that facts which do not match are never read.
  CREATE UNIQUE INDEX facts_in_order ON facts (document_id, position, fiscal_year, basis, role, name, code, project);

  CREATE TABLE checks (
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    json TEXT NOT NULL
  ) STRICT;

  CREATE TABLE chunks (
    label INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text_sha256 TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX chunks_in_order ON chunks (document_id, position);
  CREATE INDEX chunks_by_text ON chunks (text_sha256);

  -- The terms are cut by terms.ts; "ascii" then splits at spaces and leaves all that is not ASCII alone.
  CREATE VIRTUAL TABLE chunk_terms USING fts5 (
    terms, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.'"
  );

  CREATE TABLE vectors (
    embedder TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (embedder, text_sha256)
  ) STRICT, WITHOUT ROWID;
`
