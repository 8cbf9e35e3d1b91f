import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

import { messageOf, UsageError } from '../driver/errors.ts';
import schema from '../reports/report.schema.json' with { type: 'json' };
import type { Report } from '../verdicts/report.ts';
import { assertThere } from './missing-file.ts';
import { LONGEST_REPORT, readOutsideText } from './outside-text.ts';

/**
 * Reads a report.json.
 *
 * @throws UsageError when it cannot be read, or is no report of this version of the suite.
 */
export function readReport(path: string): Report {
  const ajv = formats.default(new Ajv2020({ strict: false }));
  try {
    const value: unknown = JSON.parse(readOutsideText(path, LONGEST_REPORT));
    const isReport = ajv.compile<Report>(schema);
    if (isReport(value)) return value;
    const [first] = isReport.errors ?? [];
    throw new Error(`${first?.instancePath || 'it'} ${first?.message ?? 'is no report'}`);
  } catch (error) {
    assertThere(path, error, 'Give a report.json that a run wrote.');
    throw new UsageError(
      'BAD_REPORT',
      `${path} is no report: ${messageOf(error)}`,
      'Give a report.json that this version of the suite wrote.',
      { cause: error },
    );
  }
}
