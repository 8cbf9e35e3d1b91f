import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

import { messageOf, UsageError } from '../driver/errors.ts';
import schema from '../reports/report.schema.json' with { type: 'json' };
import type { StoredReport } from '../runner/rejudge.ts';
import { assertThere } from './missing-file.ts';
import { LONGEST_REPORT, readOutsideText } from './outside-text.ts';

/** Of what an older suite concluded, only this is looked at. */
const CONCLUSIONS = {
  verdict: true,
  summary: true,
  counts: true,
  diagnosis: true,
  waivers: true,
  requirements: {
    type: 'array',
    items: {
      type: 'object',
      required: ['id', 'verdict', 'reason', 'findings', 'findingsTotal'],
      properties: {
        id: { type: 'string' },
        verdict: { $ref: '#/$defs/verdict' },
        reason: { type: 'string' },
        findings: {
          type: 'array',
          items: {
            type: 'object',
            required: ['exchange', 'path', 'phase'],
            properties: {
              exchange: { type: 'string' },
              path: { type: 'string' },
              phase: { type: 'string' },
            },
          },
        },
        findingsTotal: { type: 'integer' },
      },
    },
  },
};

/**
 * Reads a report that a run wrote.
 *
 * @throws UsageError when it cannot be read, or is no report of a run.
 */
export function readStoredReport(path: string): StoredReport {
  const value = parse(path);
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const validate = ajv.compile<StoredReport>({
    ...schema,
    required: schema.required.filter((name) => name !== 'diagnosis'),
    properties: { ...schema.properties, ...CONCLUSIONS },
  });
  if (!validate(value)) {
    const [first] = validate.errors ?? [];
    throw new UsageError(
      'NO_REPORT',
      `${path} is no report of this suite: ${first?.instancePath || 'it'} ${first?.message ?? 'is none'}`,
      'Give a report.json that actions-conformance run has written.',
    );
  }
  if (value.depth === 'passive') {
    throw new UsageError(
      'AUDIT_REPORT',
      `${path} is the report of an audit, which keeps only what departs from the document`,
      'Audit the recordings again.',
    );
  }
  return value;
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readOutsideText(path, LONGEST_REPORT));
  } catch (error) {
    assertThere(path, error, 'Give the report.json of a run.');
    throw new UsageError(
      'NO_REPORT',
      `${path} cannot be read: ${messageOf(error)}`,
      'Give the report.json of a run.',
      { cause: error },
    );
  }
}
