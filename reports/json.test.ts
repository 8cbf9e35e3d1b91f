import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Report } from '../verdicts/report.ts';
import { exampleReport } from './example-report.ts';
import { renderJson } from './json.ts';
import schema from './report.schema.json' with { type: 'json' };

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

function check(text: string): boolean {
  return validate(JSON.parse(text));
}

test('a report keeps to its schema', () => {
  const valid = check(renderJson(exampleReport()));
  expect(validate.errors).toBeNull();
  expect(valid).toBe(true);
});

test('nothing of the report is lost', () => {
  const report = exampleReport();
  expect(JSON.parse(renderJson(report))).toEqual(report);
});

test('the keys come in the order of the schema, however the report was put together', () => {
  const report = exampleReport();
  const { exchanges, ...rest } = report;
  const turned: Report = { exchanges: exchanges.map(backwards), ...backwards(rest) };
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(report));
  expect(renderJson(turned)).toBe(renderJson(report));
  const places = Object.keys(schema.properties)
    .filter((key) => key in report)
    .map((key) => renderJson(report).indexOf(`\n  "${key}":`));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('the file ends with a line feed', () => {
  expect(renderJson(exampleReport())).toMatch(/\}\n$/);
});

describe('a report is refused', () => {
  const text = renderJson(exampleReport());

  test.each([
    ['without a verdict', /"verdict": "not-conformant",\n/, ''],
    ['with an unknown verdict', /"verdict": "failed"/, '"verdict": "so-so"'],
    ['with an unknown level', /"level": "MUST"/, '"level": "must"'],
    ['with a key that nobody knows', /"seed": 42/, '"seed": 42, "sead": 42'],
    ['with a key too many deep inside', /"operator": "missing"/, '"operator": "missing", "why": 1'],
    ['with a count below zero', /"observations": 3/, '"observations": -1'],
    ['with a date that is none', /"startedAt": "[^"]*"/, '"startedAt": "2026-13-45"'],
    ['with a plan hash that is none', /"planHash": "[^"]*"/, '"planHash": "decade"'],
    ['with a source of two kinds', /"in": "page",/, '"in": "page", "fact": "seen",'],
    ['with a source that lacks its place', /"part": "[^"]*",/, ''],
    ['with a finding that shows no exchange', /"exchange": "x2",/, ''],
    ['of another version', /"schemaVersion": "1.0"/, '"schemaVersion": "2.0"'],
  ])('%s', (_, place, instead) => {
    const mutilated = text.replace(place, instead);
    expect(mutilated).not.toBe(text);
    expect(check(mutilated)).toBe(false);
  });
});

/** The same value with its keys the other way round. */
function backwards<T extends object>(value: T): T {
  const turned = { ...value };
  for (const key of Object.keys(value).toReversed()) {
    const part: unknown = Reflect.get(value, key);
    Reflect.deleteProperty(turned, key);
    Reflect.set(turned, key, part);
  }
  return turned;
}
