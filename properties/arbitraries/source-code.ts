import * as fc from 'fast-check';

import { text } from './text.ts';

/** JavaScript that looks like real actions: a handler, perhaps with imports, comments and awkward literals. */
export function sourceCode(): fc.Arbitrary<string> {
  const literal = text({ maxLength: 20 }).map((value) => JSON.stringify(value));
  const statement = fc.oneof(
    literal.map((value) => `console.log(${value});`),
    literal.map((value) => `api.user.setAppMetadata('key', ${value});`),
    fc.constantFrom('// \u00e9\u0301', 'const a = `${event.user.name}`;', 'const re = /[`\'"\\\\]/u;'),
  );
  return fc
    .tuple(fc.array(statement, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, end]) =>
      ['exports.onExecutePostLogin = async (event, api) => {', ...lines, '};'].join(end),
    );
}
