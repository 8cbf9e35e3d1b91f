import type { Report } from '../verdicts/report.ts';
import { renderBadge } from './badge.ts';
import { renderCtrf } from './ctrf.ts';
import { renderHar } from './har.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';

/** A file that a report is written to, with the pure function that renders it: the same report gives the same bytes. */
export interface Format {
  readonly file: string;
  readonly render: (report: Report) => string;
}

/** Every format that a report can be written in, by the name that a user calls it. */
export const formats = {
  json: { file: 'report.json', render: renderJson },
  html: { file: 'report.html', render: renderHtml },
  junit: { file: 'junit.xml', render: renderJunit },
  markdown: { file: 'summary.md', render: renderMarkdown },
  ctrf: { file: 'ctrf.json', render: renderCtrf },
  sarif: { file: 'report.sarif', render: renderSarif },
  badge: { file: 'badge.json', render: renderBadge },
  har: { file: 'exchanges.har', render: renderHar },
} satisfies Record<string, Format>;

/** Name of a format. */
export type FormatName = keyof typeof formats;
