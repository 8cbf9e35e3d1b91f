import type { Change } from '../changes/change.ts';
import schema from '../changes/change.schema.json' with { type: 'json' };
import type { TrendPoint } from '../changes/trends.ts';
import type { Report } from '../verdicts/report.ts';
import { renderChangeMarkdown } from './change-markdown.ts';
import { renderHtml } from './html.ts';
import { jsonText } from './json.ts';
import { formats, type FormatName } from './render.ts';

/** The file with what changed, in whatever other formats a report is written. */
export const CHANGE_FILE = 'change.json';

/** A night with what it is seen beside. */
export interface Night {
  readonly report: Report;
  readonly change: Change;
  /** The latest nights, this one last. */
  readonly trends: readonly TrendPoint[];
}

/** What changed as the JSON that `change.schema.json` describes. */
export const renderChangeJson = (change: Change): string => jsonText(change, schema);

/** The files of a night's report that a run's has otherwise or not at all: with what changed on top, and that by itself. */
export async function renderNight(
  { report, change, trends }: Night,
  names: readonly FormatName[],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map([[CHANGE_FILE, renderChangeJson(change)]]);
  if (names.includes('markdown')) {
    files.set(formats.markdown.file, renderChangeMarkdown(change) + formats.markdown.render(report));
  }
  if (names.includes('html')) {
    // Charts need a plotting library, and nothing else does.
    const { trendSection } = await import('./html/trends.ts');
    files.set(formats.html.file, renderHtml(report, { change, trends: trendSection(trends) }));
  }
  return files;
}
