/** `CONF` in ASCII: how a history is told from somebody else's database. */
export const APPLICATION_ID = 0x43_4f_4e_46;

/**
 * What leads from each version of the schema to the next; the first makes it. A version that was released is never
 * changed: what it lacks comes with the next one.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE target (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE requirement (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

  CREATE TABLE night (
    id INTEGER PRIMARY KEY,
    target INTEGER NOT NULL REFERENCES target,
    at TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    version TEXT NOT NULL,
    catalogue TEXT NOT NULL,
    plan TEXT NOT NULL,
    scope TEXT NOT NULL,
    seed INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    outcome TEXT NOT NULL,
    summary TEXT NOT NULL,
    requests INTEGER NOT NULL,
    creates INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX night_in_order ON night (target, at);

  CREATE TABLE verdict (
    night INTEGER NOT NULL REFERENCES night,
    requirement INTEGER NOT NULL REFERENCES requirement,
    verdict TEXT NOT NULL,
    PRIMARY KEY (night, requirement)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE verdict_count (
    night INTEGER NOT NULL REFERENCES night,
    verdict TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (night, verdict)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE deviation (
    id INTEGER PRIMARY KEY,
    target INTEGER NOT NULL REFERENCES target,
    cause TEXT NOT NULL,
    waiver TEXT NOT NULL,
    requirement TEXT NOT NULL,
    level TEXT NOT NULL,
    message TEXT NOT NULL,
    path TEXT NOT NULL,
    cases TEXT NOT NULL,
    scope TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    open INTEGER NOT NULL,
    flaky INTEGER NOT NULL,
    closed_at TEXT,
    UNIQUE (target, cause, waiver)
  ) STRICT;

  CREATE TABLE finding (
    night INTEGER NOT NULL REFERENCES night,
    deviation INTEGER NOT NULL REFERENCES deviation,
    state TEXT NOT NULL,
    acceptance TEXT NOT NULL,
    regression INTEGER NOT NULL,
    shown INTEGER,
    resent INTEGER,
    PRIMARY KEY (night, deviation)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE status_value (
    target INTEGER NOT NULL REFERENCES target,
    place TEXT NOT NULL,
    value TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    PRIMARY KEY (target, place, value)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE time_to_built (
    night INTEGER NOT NULL REFERENCES night,
    "case" TEXT NOT NULL,
    ms INTEGER NOT NULL,
    PRIMARY KEY (night, "case")
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE latency (
    night INTEGER NOT NULL REFERENCES night,
    operation TEXT NOT NULL,
    count INTEGER NOT NULL,
    p50 REAL NOT NULL,
    p90 REAL NOT NULL,
    p99 REAL NOT NULL,
    PRIMARY KEY (night, operation)
  ) STRICT, WITHOUT ROWID;
  `,
];
