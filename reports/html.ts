import { raw } from 'hono/html';
import type { Report } from '../verdicts/report.ts';
import { audit } from './html/audit.ts';
import { counts } from './html/counts.ts';
import { deviations } from './html/deviations.ts';
import { heading } from './html/heading.ts';
import { interactions } from './html/interactions.ts';
import { markup } from './html/markup.ts';
import { pageEvidence } from './html/page-evidence.ts';
import { contentSecurityPolicy } from './html/policy.ts';
import { reproduce } from './html/reproduce.ts';
import { requirements } from './html/requirements.ts';
import { script } from './html/script.ts';
import { style } from './html/style.ts';
import { trouble } from './html/trouble.ts';
import { OVERALL_WORDS } from './verdict-words.ts';

/** The report as one page that needs nothing else: no network, no other file, and no script to be read. */
export function renderHtml(report: Report): string {
  const found = pageEvidence(report);
  const page = markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${OVERALL_WORDS[report.verdict]} - conformance report</title>
<style>${raw(style)}</style>
</head>
<body>
${heading(report)}<main>
${counts(report)}${trouble(report)}${interactions(report)}${audit(report, found)}${deviations(report)}${requirements(report, found)}${reproduce(report)}</main>
<script>${raw(script)}</script>
</body>
</html>
`;
  return page.toString();
}
