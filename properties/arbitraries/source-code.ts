import * as fc from 'fast-check';

import { text } from './text.ts';

/** Constraints on {@link sourceCode}. */
export interface SourceCodeConstraints {
  /** Greatest length in UTF-16 code units; 65,536 by default, the published bound for the code of a module. */
  readonly maxLength?: number;
}

/** What an action begins with, the usual one first. */
const HANDLERS = [
  'exports.onExecutePostLogin = async (event, api) => {',
  'exports.onContinuePostLogin = async (event, api) => {',
  'exports.onExecuteCredentialsExchange = async (event, api) => {',
  'exports.onExecutePreUserRegistration = async (event, api) => {',
  'exports.onExecutePostChangePassword = async (event) => {',
  'module.exports = async (event, api) => {',
] as const;

/** What stands above it. */
const HEADS = [
  '',
  "'use strict';",
  "const { v4: uuid } = require('uuid');",
  "const _ = require('lodash');",
  '/**\n * Runs at the end of every login.\n *\n * @param {Event} event - Details about the user.\n */',
] as const;

/** Lines with the punctuation that transports and stores damage. */
const LINES = [
  '  event.greeting = `Hello ${event.user.name ?? `you`}`;',
  '  event.pattern = /[`\'"\\\\/]+\\u{1F512}$/u;',
  '  if (event.stats.logins_count > 1 && !event.user.email_verified) return;',
  "  api.idToken.setCustomClaim('https://example.com/roles', event.authorization?.roles ?? []);",
  '  await fetch(`https://example.com/?q=${encodeURIComponent(event.user.email)}`);',
  "  event.tag = '<script>alert(1)</script> &amp; %s %20 $1 {{user}}';",
  '  label: for (const n of [1e3, 0x1f, 1_000n]) { continue label; }',
] as const;

const escaped = (raw: string, quote: string): string =>
  raw.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);

/** A line of code made of any text: as a string of each kind, and as comments of both. */
const WRITERS: readonly ((words: string) => string)[] = [
  (words) => `  // ${words.replaceAll(/[\n\r\u2028\u2029]/g, ' ')}`,
  (words) => `  console.log(${JSON.stringify(words)});`,
  (words) => `  event.a = '${escaped(words, "'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}';`,
  (words) => `  event.a = \`${escaped(words, '`').replaceAll('${', '\\${')}\`;`,
  (words) => `  /* ${words.replaceAll('*/', '* /')} */`,
];

/** What code becomes that would be longer than it may be. */
const SHORT = 'module.exports = () => {};';

/**
 * JavaScript that looks like real actions, and compiles: a handler with comments, strings, templates and expressions
 * full of awkward text, in either kind of line ends; one in fifty is long, as often as not as long as it may be.
 */
export function sourceCode({ maxLength = 65_536 }: SourceCodeConstraints = {}): fc.Arbitrary<string> {
  const written = fc
    .tuple(fc.constantFrom(...WRITERS), text({ controls: true }))
    .map(([write, words]) => write(words));
  const length = fc.oneof(
    { withCrossShrink: true },
    { weight: 98, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: Math.min(1_024, maxLength), max: maxLength }) },
    { weight: 1, arbitrary: fc.constant(maxLength) },
  );
  return fc
    .tuple(
      fc.constantFrom(...HEADS),
      fc.constantFrom(...HANDLERS),
      fc.array(fc.oneof(fc.constantFrom(...LINES), written), { maxLength: 4 }),
      fc.constantFrom('\n', '\r\n'),
      length,
    )
    .map(([head, handler, lines, lineEnd, least]) => {
      const action = lines.length === 0 ? `${handler}};` : [handler, ...lines, '};'].join(lineEnd);
      const code = head === '' ? action : [head, action].join(lineEnd);
      if (code.length > maxLength) return SHORT.length > maxLength ? '' : SHORT;
      // A comment makes up the length, where there is room for one.
      return least < code.length + 3 ? code : `${code}\n//`.padEnd(least, 'x');
    });
}
