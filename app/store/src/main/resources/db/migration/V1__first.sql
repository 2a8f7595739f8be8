-- Ids are ULIDs, times are UTC milliseconds, everything composed is JSON text.
-- Operations, events and history outlive what they speak of: they refer to collectives and
-- connections by id without a foreign key, so that recording an outcome can never be refused for one.

CREATE TABLE collective (
    id   TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('own', 'sample', 'practice'))
) STRICT;

CREATE TABLE endpoint (
    id             TEXT NOT NULL PRIMARY KEY,
    collective_id  TEXT NOT NULL REFERENCES collective (id),
    type           TEXT NOT NULL,
    name           TEXT NOT NULL,
    settings       TEXT NOT NULL CHECK (json_type(settings) = 'object'),
    secrets        TEXT NOT NULL CHECK (json_type(secrets) = 'object'),
    writable_until INTEGER NOT NULL CHECK (writable_until >= 0)
) STRICT;

CREATE INDEX endpoint_of_collective ON endpoint (collective_id);

CREATE TABLE observation (
    endpoint_id TEXT NOT NULL PRIMARY KEY REFERENCES endpoint (id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    body        TEXT NOT NULL CHECK (json_type(body) = 'object')
) STRICT;

CREATE TABLE edit (
    collective_id TEXT NOT NULL,
    kind          TEXT NOT NULL,
    subject       TEXT NOT NULL,
    value         TEXT NOT NULL CHECK (json_type(value) = 'object'),
    PRIMARY KEY (collective_id, kind, subject)
) STRICT;

CREATE TABLE preference (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE trusted_key (
    address     TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    algorithm   TEXT NOT NULL,
    accepted_at INTEGER NOT NULL,
    accepted_by TEXT NOT NULL,
    PRIMARY KEY (address, fingerprint)
) STRICT;

-- The order of append-only rows is seq, never at: a clock may go back.

CREATE TABLE trust_history (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    at          INTEGER NOT NULL,
    act         TEXT NOT NULL CHECK (act IN ('accepted', 'forgotten')),
    address     TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    who         TEXT NOT NULL,
    format      INTEGER NOT NULL
) STRICT;

CREATE TABLE operation (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    collective_id TEXT NOT NULL,
    title         TEXT NOT NULL,
    plan          TEXT NOT NULL CHECK (json_type(plan) = 'object'),
    author        TEXT NOT NULL,
    at            INTEGER NOT NULL,
    format        INTEGER NOT NULL
) STRICT;

CREATE INDEX operation_of_collective ON operation (collective_id, seq);

CREATE TABLE event (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT NOT NULL UNIQUE,
    operation_id TEXT NOT NULL REFERENCES operation (id),
    step         INTEGER NOT NULL CHECK (step >= -1),
    kind         TEXT NOT NULL CHECK (kind IN (
        'BEGUN', 'INTENT', 'OUTCOME', 'REFUSED', 'UNKNOWN', 'PROBED', 'WAITING', 'SAID',
        'CANCELLED', 'HANDED_OVER', 'STOPPED', 'RESUMED', 'FINISHED')),
    at           INTEGER NOT NULL,
    author       TEXT NOT NULL,
    format       INTEGER NOT NULL,
    body         TEXT NOT NULL CHECK (json_type(body) = 'object')
) STRICT;

CREATE INDEX event_of_operation ON event (operation_id, seq);

CREATE TABLE history (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    collective_id TEXT NOT NULL,
    at            INTEGER NOT NULL,
    who           TEXT NOT NULL,
    text          TEXT NOT NULL,
    fills         TEXT NOT NULL CHECK (json_type(fills) = 'object'),
    operation_id  TEXT NOT NULL,
    format        INTEGER NOT NULL
) STRICT;

CREATE INDEX history_of_collective ON history (collective_id, seq);

-- INSERT OR REPLACE deletes without firing a delete trigger: hence the third trigger of each table.

CREATE TRIGGER operation_no_update BEFORE UPDATE ON operation
BEGIN SELECT RAISE(ABORT, 'operation is append-only'); END;
CREATE TRIGGER operation_no_delete BEFORE DELETE ON operation
BEGIN SELECT RAISE(ABORT, 'operation is append-only'); END;
CREATE TRIGGER operation_no_replace BEFORE INSERT ON operation
WHEN EXISTS (SELECT 1 FROM operation WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'operation is append-only'); END;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
CREATE TRIGGER event_no_replace BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;

CREATE TRIGGER history_no_update BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_replace BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER trust_history_no_update BEFORE UPDATE ON trust_history
BEGIN SELECT RAISE(ABORT, 'trust_history is append-only'); END;
CREATE TRIGGER trust_history_no_delete BEFORE DELETE ON trust_history
BEGIN SELECT RAISE(ABORT, 'trust_history is append-only'); END;
CREATE TRIGGER trust_history_no_replace BEFORE INSERT ON trust_history
WHEN EXISTS (SELECT 1 FROM trust_history WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'trust_history is append-only'); END;
