import process from 'node:process';

import type { Redactor } from '../driver/redaction.ts';
import { renderConsole } from '../reports/console.ts';
import { renderJson } from '../reports/json.ts';
import type { FormatName } from '../reports/render.ts';
import type { Report } from '../verdicts/report.ts';
import { searchSecrets } from './search-secrets.ts';
import { writeFormats } from './write-formats.ts';

/** How a report is published: where, in which formats, and whether it is printed as JSON. */
export interface PublishFlags {
  readonly reportDir: string;
  readonly format: readonly FormatName[];
  readonly json?: true;
}

/**
 * Writes a report and shows its end, or prints it as JSON and nothing else.
 *
 * @param written files that were written before, and belong to it.
 * @param redactor that knows the secrets of the run: no file may hold one.
 * @throws UsageError when it cannot be written.
 */
export async function publishReport(
  report: Report,
  { reportDir, format, json }: PublishFlags,
  written: readonly string[] = [],
  redactor?: Redactor,
): Promise<void> {
  const files = [...(await writeFormats(reportDir, report, format)), ...written];
  if (redactor !== undefined) await searchSecrets(files, redactor);
  const colour = process.stdout.isTTY && process.stdout.hasColors() && !process.env['NO_COLOR'];
  process.stdout.write(json ? renderJson(report) : renderConsole(report, { colour, files }));
}
