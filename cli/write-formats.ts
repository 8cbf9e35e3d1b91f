import { formats, type Format, type FormatName } from '../reports/render.ts';
import type { Report } from '../verdicts/report.ts';
import { writeReports } from './write-reports.ts';

/**
 * Writes a report in these formats. Files that an earlier report left there in other formats go: what lies in a report
 * folder tells of one run.
 *
 * @returns the paths of what was written.
 * @throws UsageError when it cannot be written; what was there before is then there again.
 */
export function writeFormats(
  dir: string,
  report: Report,
  names: readonly FormatName[],
): Promise<readonly string[]> {
  const chosen = names.map((name): Format => formats[name]);
  const written = new Map(chosen.map(({ file, render }) => [file, render(report)]));
  const others = Object.values(formats).map(({ file }) => file);
  return writeReports(
    dir,
    written,
    others.filter((file) => !written.has(file)),
  );
}
