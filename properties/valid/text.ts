import type { Choice, TextKind } from '../../contracts/exercise.ts';
import type { JsonObject } from '../../contracts/pointer.ts';

/** 65,536 characters: the bound that the published schema sets for the code of a module, and none for an action's. */
const LONG = 65_536;

/** What a kind of awkward text makes of a name and of code. */
interface Awkward {
  readonly name: (name: string) => string;
  readonly code: (code: string) => string;
}

const asItIs = (text: string): string => text;

/** A mark behind the name, short as names are, and a line before the code. */
const beside = (mark: string, line: string): Awkward => ({
  name: (name) => `${name} ${mark}`,
  code: (code) => `${line}\n${code}`,
});

/** Code that is a literal of JSON or JavaScript, and yet a text. */
const literal = (code: string): Awkward => ({ name: asItIs, code: () => code });

/** Names and code that are valid text, and yet what a careless server stumbles over. */
const TEXTS: Readonly<Record<TextKind, Awkward>> = {
  'non-ascii': beside('ログ пров ñ', '// ログイン時に実行, проверка, ñandú'),
  emoji: beside('🔐👩‍💻', '// 🔐 👩‍💻 🇯🇵 \u{1F9D1}\u{1F3FD}'),
  // The same letter composed and decomposed: a server that normalises text makes the two alike.
  combining: beside('\u00e9e\u0301', '// \u00e9 is not e\u0301 here, nor \u212b \u00c5'),
  quotes: beside(`"d" 's' “c”`, `const a = "'", b = '"'; // “curly” «guillemets», it's`),
  backticks: beside('`t`', 'const a1 = `one \\` two`;'),
  template: beside('${n} {{n}}', 'const a2 = `${1 + 1} {{x}} <%= x %> #{x}`;'),
  escapes: beside('\\n \\u0041 \\\\', `const a3 = '\\n\\t\\u0041\\x41\\\\'; // \t tab \u2028 \u2029`),
  crlf: { name: asItIs, code: (code) => `'use strict';\r\n\r\n${code}\r\n` },
  edges: { name: (name) => `  ${name}  `, code: (code) => `\n\n  ${code}  \n\n` },
  markup: beside('<b>&amp;</b>', `const a4 = '</script><script>alert(1)</script> &lt; &amp;';`),
  // In the string that replaces another, these mean what was found, what stood before it, and so on.
  replacement: beside('$& $1', "const a5 = 'x'.replace(/(x)/, '$& $1 $$ $` $\\' $<x>');"),
  format: beside('%s %d', 'const a6 = 100 % 7; // %s %d %n %5$x %% 100% %20 %0a {0} {} +'),
  shell: beside('$(id)', 'const a7 = 1; // $(id) $HOME ; rm -r x | cat > y & # ! *'),
  sql: beside("';--", "const a8 = ''; // '; DROP TABLE actions; -- \\' OR 1=1 /* x */"),
  // A blank that takes no place, one that does not break, a mark of direction, and letters from right to left.
  invisible: beside('\u200b\u00a0שלום', '// \u200b \u00a0 \u202eשלום\u202c \u00ad \ufeff'),
  long: { name: asItIs, code: (code) => `${code}\n//${'x'.repeat(LONG - code.length - 3)}` },
  'literal-null': literal('null'),
  'literal-number': literal('0'),
  'literal-boolean': literal('false'),
  'literal-object': literal('{}'),
  'literal-string': literal('"use strict"'),
};

/** Every kind of awkward text, in the order in which plans take them and in which they can be put together. */
export const TEXT_KINDS = Object.keys(TEXTS) as readonly TextKind[];

/** Whether a kind takes the place of all code, so that nothing else can be said in it. */
export const isLiteral = (kind: TextKind): boolean => kind.startsWith('literal-');

/** The name and the code of a body as a `text:` choice changes them. */
export function awkwardText(choice: Choice, { name, code }: JsonObject): Readonly<Record<string, string>> {
  const kind = TEXT_KINDS.find((each) => choice === `text:${each}`);
  if (kind === undefined) throw new Error(`no text for the choice ${choice}`);
  return { name: TEXTS[kind].name(textOf(name)), code: TEXTS[kind].code(textOf(code)) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
