import type { Report } from '../verdicts/report.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';

/** Every file that a report is written to, with the pure function that renders it: the same report gives the same bytes. */
export const renderers = {
  'report.json': renderJson,
  'report.html': renderHtml,
  'junit.xml': renderJunit,
  'summary.md': renderMarkdown,
} satisfies Record<string, (report: Report) => string>;
