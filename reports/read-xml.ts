/** An element with what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const TOKEN =
  /<(?<close>\/?)(?<name>[\w-]+)(?<attributes>(?: [\w-]+="[^"<]*")*)(?<empty>\/?)>|(?<text>[^<]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** What XML 1.0 does not allow anywhere, not even as a reference. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Reads the part of XML that a JUnit report is made of, for tests: it refuses whatever is not well-formed, and whatever
 * it does not know.
 */
export function readXml(source: string): XmlElement {
  if (!source.startsWith(DECLARATION)) throw new SyntaxError('no XML declaration');
  if (FORBIDDEN.test(source)) throw new SyntaxError('a character that XML 1.0 forbids');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = DECLARATION.length;
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex;
    const token = TOKEN.exec(source)?.groups;
    const parent = open.at(-1);
    if (!token || !parent) throw new SyntaxError(`not well-formed at ${source.slice(start, start + 60)}`);
    step(open, parent, token);
  }
  const [top] = root.children;
  if (open.length > 1 || top === undefined || root.children.length > 1)
    throw new SyntaxError('not one element');
  return top;
}

/** The elements of a name at any depth. */
export function everyElement(element: XmlElement, name: string): readonly XmlElement[] {
  return [
    ...element.children.filter((child) => child.name === name),
    ...element.children.flatMap((child) => everyElement(child, name)),
  ];
}

function step(
  open: XmlElement[],
  parent: XmlElement,
  token: Readonly<Record<string, string | undefined>>,
): void {
  const { attributes = '', close, empty, name = '', text } = token;
  if (text !== undefined) {
    parent.text += unescaped(text);
  } else if (close === '/') {
    if (parent.name !== name) throw new SyntaxError(`</${name}> closes <${parent.name}>`);
    open.pop();
  } else {
    const pairs = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)];
    const child: XmlElement = {
      name,
      attributes: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, unescaped(value)])),
      children: [],
      text: '',
    };
    if (Object.keys(child.attributes).length < pairs.length) throw new SyntaxError('an attribute twice');
    parent.children.push(child);
    if (empty !== '/') open.push(child);
  }
}

function unescaped(text: string): string {
  return text.replaceAll(/&([^;&]*;?)/g, (reference, body: string) => {
    const name = body.slice(0, -1);
    const character = name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : ENTITIES[name];
    if (!body.endsWith(';') || character === undefined) throw new SyntaxError(`no entity: ${reference}`);
    return character;
  });
}
