-- Comments, and what readers do with them. Times are seconds since 1970.

-- One row. The secret is what visitors and addresses are hashed with, so that the hashes say nothing without it.
CREATE TABLE settings (
    secret BLOB NOT NULL
) STRICT;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    published INTEGER NOT NULL DEFAULT 0,
    imported INTEGER NOT NULL DEFAULT 0
) STRICT;

-- AUTOINCREMENT: an id that was erased is never given again, so that a link to it leads to nobody else's words.
-- state: 0 pending, 1 published, 2 rejected, 3 removed, 4 erased.
-- thread: the id of the comment that started it; null for that one itself.
-- replies: how many published comments are below it: all of the thread for its starter, those that answer it for a reply.
-- key: unique within the article, not the visitor: who has no cookie yet is another visitor at each try.
CREATE TABLE comments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id),
    parent INTEGER REFERENCES comments (id) DEFERRABLE INITIALLY DEFERRED,
    thread INTEGER,
    key TEXT,
    author TEXT NOT NULL,
    email TEXT NOT NULL,
    text TEXT NOT NULL,
    created INTEGER NOT NULL,
    state INTEGER NOT NULL,
    official INTEGER NOT NULL DEFAULT 0,
    pinned INTEGER NOT NULL DEFAULT 0,
    foreign_text INTEGER NOT NULL DEFAULT 0,
    up INTEGER NOT NULL DEFAULT 0,
    down INTEGER NOT NULL DEFAULT 0,
    score INTEGER NOT NULL DEFAULT 0,
    replies INTEGER NOT NULL DEFAULT 0,
    reports INTEGER NOT NULL DEFAULT 0,
    visitor BLOB,
    address BLOB,
    shown INTEGER NOT NULL GENERATED ALWAYS AS (state = 1 OR (state >= 3 AND replies > 0)) VIRTUAL,
    waiting INTEGER NOT NULL GENERATED ALWAYS AS (state = 0 OR (state = 1 AND reports > 0)) VIRTUAL,
    traceable INTEGER NOT NULL
        GENERATED ALWAYS AS (email <> '' OR visitor IS NOT NULL OR address IS NOT NULL) VIRTUAL
) STRICT;

-- Each page of a list is one stretch of one of these.
CREATE INDEX starters_by_time ON comments (article, pinned, created, id) WHERE thread IS NULL AND shown = 1;
CREATE INDEX starters_by_score ON comments (article, pinned, score, id) WHERE thread IS NULL AND shown = 1;
CREATE INDEX replies_by_id ON comments (thread, id) WHERE thread IS NOT NULL AND shown = 1;
CREATE INDEX pending_of_visitor ON comments (visitor, article, id) WHERE state = 0 AND visitor IS NOT NULL;
CREATE INDEX waiting_by_id ON comments (id) WHERE waiting = 1;
CREATE INDEX by_state ON comments (state, id);

-- What is looked for by what it came with.
CREATE UNIQUE INDEX by_key ON comments (article, key) WHERE key IS NOT NULL;
CREATE INDEX by_parent ON comments (parent);
CREATE INDEX by_visitor ON comments (visitor) WHERE visitor IS NOT NULL;
CREATE INDEX by_email ON comments (email COLLATE NOCASE) WHERE email <> '';
CREATE INDEX traceable_by_time ON comments (created) WHERE traceable = 1;

-- Forgotten in time, votes and reports stay counted in comments.
CREATE TABLE votes (
    comment INTEGER NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
    visitor BLOB NOT NULL,
    vote INTEGER NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (comment, visitor)
) STRICT, WITHOUT ROWID;
CREATE INDEX votes_of_visitor ON votes (visitor);
CREATE INDEX votes_by_time ON votes (created);

-- Those that are open are counted in comments.reports; a moderator who approves closes them.
CREATE TABLE reports (
    comment INTEGER NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
    visitor BLOB NOT NULL,
    is_open INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    PRIMARY KEY (comment, visitor)
) STRICT, WITHOUT ROWID;
CREATE INDEX reports_of_visitor ON reports (visitor);
CREATE INDEX reports_by_time ON reports (created);

-- Proofs that have been used, for as long as they would be taken again.
CREATE TABLE proofs (
    name BLOB PRIMARY KEY,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX proofs_by_expiry ON proofs (expires);
