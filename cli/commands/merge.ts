import process from 'node:process';

import { matrixOf } from '../../changes/matrix.ts';
import { matrixRenderers } from '../../reports/render-matrix.ts';
import { visibleLine } from '../../reports/visible.ts';
import { EXIT_CODES } from '../../verdicts/overall.ts';
import type { Report } from '../../verdicts/report.ts';
import { environmentRedactor } from '../environment.ts';
import { mergeByTarget, type ReadReport } from '../merge-reports.ts';
import { publishReport, type PublishFlags } from '../publish-report.ts';
import { readReport } from '../read-report.ts';
import { prepareReportDir, writeReports } from '../write-reports.ts';

/**
 * Merges reports: the shards of one run to its report, and many targets to a matrix.
 *
 * @throws UsageError when they do not belong together.
 */
export async function mergeCommand(paths: readonly string[], flags: PublishFlags): Promise<void> {
  const read: ReadReport[] = [];
  for (const path of paths) read.push({ path, report: readReport(path) });
  const [first, ...others] = mergeByTarget(read);
  if (first === undefined) return;
  await prepareReportDir(flags.reportDir);
  if (others.length === 0) await publishReport(first, flags, environmentRedactor(process.env, process.argv));
  else await publishMatrix([first, ...others], flags);
  const codes = [first, ...others].map(({ verdict }) => EXIT_CODES[verdict]);
  process.exitCode = codes.includes(1) ? 1 : Math.max(...codes);
}

async function publishMatrix(
  reports: readonly [Report, ...Report[]],
  { reportDir, json }: PublishFlags,
): Promise<void> {
  const matrix = matrixOf(reports);
  const files = await writeReports(
    reportDir,
    new Map(Object.entries(matrixRenderers).map(([name, render]) => [name, render(matrix)])),
  );
  const lines = matrix.targets.map(({ name, summary }) => `${name}: ${summary}`);
  process.stdout.write(
    json
      ? matrixRenderers['matrix.json'](matrix)
      : `${[...lines, '', ...files].map(visibleLine).join('\n')}\n`,
  );
}
