import { raw } from 'hono/html';
import { markup, nothing, type Html } from './markup.ts';
import { contentSecurityPolicy } from './policy.ts';

/** What a page is made of. */
interface PageParts {
  readonly title: string;
  readonly style: string;
  /** None where the page does nothing. */
  readonly script?: string;
  readonly body: Html;
}

/** A page that needs nothing else: its one style and its one script are in it, and its policy allows just these. */
export function page({ title, style, script, body }: PageParts): string {
  const document = markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(style, script ?? '')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}${script === undefined ? nothing : markup`<script>${raw(script)}</script>`}
</body>
</html>
`;
  return document.toString();
}
