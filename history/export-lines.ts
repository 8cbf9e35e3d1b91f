import type { DatabaseSync } from 'node:sqlite';

import type { Row } from './row.ts';

/** Everything that is remembered, by the kind of line; times and dates are ISO. */
const QUERIES: Readonly<Record<string, string>> = {
  night: `
    SELECT night.id, name AS target, at, duration_ms AS durationMs, version, catalogue, plan, scope, seed,
      verdict, outcome, summary, requests, creates
    FROM night JOIN target ON target.id = night.target WHERE $target IS NULL OR name = $target ORDER BY night.id`,
  verdict: `
    SELECT night, requirement.name AS requirement, verdict.verdict
    FROM verdict JOIN requirement ON requirement.id = requirement
      JOIN night ON night.id = night JOIN target ON target.id = night.target
    WHERE $target IS NULL OR target.name = $target ORDER BY night, requirement.name`,
  deviation: `
    SELECT name AS target, cause, waiver, requirement, level, message, path, cases, scope,
      first_seen AS firstSeen, last_seen AS lastSeen, open, flaky, closed_at AS closedAt
    FROM deviation JOIN target ON target.id = deviation.target
    WHERE $target IS NULL OR name = $target ORDER BY name, cause, waiver`,
  finding: `
    SELECT night, cause, waiver, state, acceptance, regression, shown, resent
    FROM finding JOIN deviation ON deviation.id = deviation JOIN target ON target.id = deviation.target
    WHERE $target IS NULL OR name = $target ORDER BY night, cause, waiver`,
  'status-value': `
    SELECT name AS target, place, value, first_seen AS firstSeen, last_seen AS lastSeen
    FROM status_value JOIN target ON target.id = target
    WHERE $target IS NULL OR name = $target ORDER BY name, place, value`,
  'time-to-built': `
    SELECT night, "case", ms FROM time_to_built JOIN night ON night.id = night JOIN target ON target.id = night.target
    WHERE $target IS NULL OR name = $target ORDER BY night, "case"`,
  latency: `
    SELECT night, operation, count, p50, p90, p99
    FROM latency JOIN night ON night.id = night JOIN target ON target.id = night.target
    WHERE $target IS NULL OR name = $target ORDER BY night, operation`,
};

/** Everything that is remembered of one target or of all, one object a line, as of one moment. */
export function* exportLines(database: DatabaseSync, target: string | undefined): Iterable<Row> {
  database.exec('BEGIN');
  try {
    for (const [kind, query] of Object.entries(QUERIES)) {
      for (const row of database.prepare(query).iterate({ $target: target ?? null })) yield { kind, ...row };
    }
  } finally {
    database.exec('COMMIT');
  }
}
