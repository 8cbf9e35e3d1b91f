import process from 'node:process';

import type { Redactor } from '../driver/redaction.ts';
import { renderConsole } from '../reports/console.ts';
import { renderJson } from '../reports/json.ts';
import type { FormatName } from '../reports/render.ts';
import type { Report } from '../verdicts/report.ts';
import { print } from './print.ts';
import { searchSecrets } from './search-secrets.ts';
import { writeFormats } from './write-formats.ts';
import { Written } from './written.ts';

/** How a report is published: where, in which formats, and whether it is printed as JSON. */
export interface PublishFlags {
  readonly reportDir: string;
  readonly format: readonly FormatName[];
  readonly json?: true;
}

/**
 * Writes a report and shows its end, or prints it as JSON and nothing else.
 *
 * @param written what was written before, and belongs to it.
 * @param redactor that knows the secrets of the run: neither a file nor what is printed may hold one.
 * @throws UnwrittenError when it cannot be written; its end is shown all the same.
 * @throws Error where a secret stood in it.
 */
export async function publishReport(
  report: Report,
  { reportDir, format, json }: PublishFlags,
  redactor: Redactor,
  written = new Written(),
): Promise<void> {
  await written.add(writeFormats(reportDir, report, format));
  const { files } = written;
  await searchSecrets(files, redactor);
  const colour = process.stdout.isTTY && process.stdout.hasColors() && !process.env['NO_COLOR'];
  print(json ? renderJson(report) : renderConsole(report, { colour, files }), redactor);
  written.assertAll();
}
