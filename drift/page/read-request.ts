import type { ReadFact } from './page-fact.ts';
import type { PageLine } from './page-lines.ts';

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE)$/;

/** What a page says of the request line: the method, the base URL, and the path in as many pieces as it likes. */
export function readRequestLine(lines: readonly PageLine[]): readonly ReadFact[] {
  const method = lines.find(({ text }) => METHOD.test(text));
  const start = lines.findIndex(({ text }) => /^https?:\/\/\S+$/.test(text));
  const url = lines[start];
  if (url === undefined) return method === undefined ? [] : [methodFact(method)];
  let path = url.text;
  let index = start + 1;
  for (; /^\/(?:[\w{}-]+(?:\/[\w{}-]+)*)?$/.test(lines[index]?.text ?? ''); index += 1) {
    const piece = lines[index]?.text ?? '';
    path += piece;
    // A slash by itself is followed by the piece that it begins.
    if (piece === '/') path += lines[(index += 1)]?.text ?? '';
  }
  const [, base = path, rest = ''] = /^(https?:\/\/[^/]+(?:\/api\/[^/]+)?)(\/.*)?$/.exec(path) ?? [];
  return [
    ...(method === undefined ? [] : [methodFact(method)]),
    { at: 'request', kind: 'base', value: base, line: url.line },
    { at: 'request', kind: 'path', value: rest, line: url.line },
  ];
}

const methodFact = ({ text, line }: PageLine): ReadFact => ({
  at: 'request',
  kind: 'method',
  value: text,
  line,
});

/** What the sample request in Go says: its packages, its token, the properties that it gives, the call. */
export function readClient(lines: readonly PageLine[]): readonly ReadFact[] {
  const start = lines.findIndex(({ text }) => /^package \w+$/.test(text));
  if (start < 0) return [];
  const end = lines.findIndex(({ text }, index) => index > start && text.startsWith('{'));
  const code = lines.slice(start, end < 0 ? undefined : end);
  const facts: ReadFact[] = [];
  const note = (at: string, value: string, line: number | undefined): void => {
    if (line !== undefined) facts.push({ at: `client ${at}`, kind: 'client', value, line });
  };
  const packages = code.flatMap(({ text, line }) => {
    const path = /^(?:\w+ )?"([\w./-]+\.[\w./-]+)"$/.exec(text)?.[1];
    return path === undefined ? [] : [{ path, line }];
  });
  note('packages', packages.map(({ path }) => path).join(' '), packages[0]?.line);
  note('token', '<token>', code.find(({ text }) => text.includes('"<token>"'))?.line);
  const call = code.find(({ text }) => /^client\.[\w.]+\($/.test(text));
  note('call', call?.text.slice('client.'.length, -1) ?? '', call?.line);
  for (const [at, fields] of fieldsIn(code)) {
    note(at, fields.map(({ text }) => text).join(' '), fields[0]?.line);
  }
  return facts;
}

/** The fields that the request gives, and those of its one trigger. */
function fieldsIn(code: readonly PageLine[]): ReadonlyMap<string, readonly PageLine[]> {
  const fields = new Map<string, PageLine[]>();
  const open: string[] = [];
  for (const { text, line } of code) {
    const field = /^([A-Z]\w*): /.exec(text)?.[1];
    const within = open.at(-1);
    if (field !== undefined && within !== undefined) {
      fields.set(within, [...(fields.get(within) ?? []), { text: field, line }]);
    }
    const opened = /(\w+) ?\{$/.exec(text)?.[1];
    if (text.endsWith('{')) open.push(text.includes('[]') ? 'list' : opened === undefined ? '' : opened);
    if (text.startsWith('}')) open.pop();
  }
  return new Map([...fields].filter(([name]) => name !== '').map(([name, each]) => [`fields ${name}`, each]));
}
