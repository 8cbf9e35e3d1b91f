import { formats, type Format, type FormatName } from '../reports/render.ts';
import { CHANGE_FILE } from '../reports/render-night.ts';
import type { Report } from '../verdicts/report.ts';
import { writeReports } from './write-reports.ts';

/**
 * Writes a report in these formats. Files that an earlier report left there in other formats go: what lies in a report
 * folder tells of one run.
 *
 * @param instead texts by the file that they go to, in the place of what the format would render, and besides.
 * @returns the paths of what was written.
 * @throws UsageError when it cannot be written; what was there before is then there again.
 */
export function writeFormats(
  dir: string,
  report: Report,
  names: readonly FormatName[],
  instead: ReadonlyMap<string, string> = new Map(),
): Promise<readonly string[]> {
  const chosen = names.map((name): Format => formats[name]);
  const rendered = chosen.filter(({ file }) => !instead.has(file));
  const written = new Map([
    ...rendered.map(({ file, render }) => [file, render(report)] as const),
    ...instead,
  ]);
  const others = [...Object.values(formats).map(({ file }) => file), CHANGE_FILE];
  return writeReports(
    dir,
    written,
    others.filter((file) => !written.has(file)),
  );
}
