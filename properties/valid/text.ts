import type { Choice, TextKind } from '../../contracts/exercise.ts';
import { PLACEHOLDERS } from '../../contracts/placeholders.ts';

const { name } = PLACEHOLDERS;
const CODE = 'exports.onExecutePostLogin = async (event, api) => {};';

/** 65,536 characters: the bound that the published schema sets for the code of a module, and none for an action's. */
const LONG = 65_536;

/** Names and code that are valid text, and yet what a careless server stumbles over. */
const TEXTS: Readonly<Record<TextKind, { readonly name: string; readonly code: string }>> = {
  'non-ascii': { name: `${name} ログイン проверка ñ`, code: `// ログイン時に実行, проверка, ñandú\n${CODE}` },
  emoji: { name: `${name} 🔐👩‍💻🇯🇵`, code: `// 🔐 👩‍💻 🇯🇵 \u{1F9D1}\u{1F3FD}\n${CODE}` },
  // The same letter composed and decomposed: a server that normalises text makes the two alike.
  combining: {
    name: `${name} \u00e9 e\u0301`,
    code: `// \u00e9 is not e\u0301 here, nor \u212b \u00c5\n${CODE}`,
  },
  quotes: {
    name: `${name} "double" 'single' “curly”`,
    code: `const a = "'", b = '"'; // “curly” «guillemets»\n${CODE}`,
  },
  backticks: { name: `${name} \`tick\``, code: `const a = \`one \\\` two\`;\n${CODE}` },
  template: {
    name: `${name} \${name} {{name}} %s`,
    code: `const a = \`\${1 + 1} {{x}} %s %20 $1\`;\n${CODE}`,
  },
  escapes: {
    name: `${name} \\n \\u0041 \\\\`,
    code: `const a = '\\n\\t\\u0041\\x41\\\\'; // \t tab \u2028 \u2029\n${CODE}`,
  },
  crlf: { name, code: `'use strict';\r\n\r\n${CODE}\r\n` },
  edges: { name: `  ${name}  `, code: `\n\n  ${CODE}  \n\n` },
  markup: {
    name: `${name} <b>&amp;</b>`,
    code: `const a = '</script><script>alert(1)</script> &lt; &amp;';\n${CODE}`,
  },
  long: { name, code: `${CODE}\n//${'x'.repeat(LONG - CODE.length - 3)}` },
};

/** Every kind of awkward text, in the order in which plans take them. */
export const TEXT_KINDS = Object.keys(TEXTS) as readonly TextKind[];

/** The name and the code of a `text:` choice. */
export function awkwardText(choice: Choice): Readonly<Record<string, string>> {
  const kind = TEXT_KINDS.find((each) => choice === `text:${each}`);
  if (kind === undefined) throw new Error(`no text for the choice ${choice}`);
  return TEXTS[kind];
}
