import { decode } from '../driver/decode.ts';
import type { Headers } from '../driver/exchange.ts';
import { headerLine } from './fields.ts';
import { packedText, unpacked } from './restore.ts';

/** Why a body is not there, in words. */
export interface NotKept {
  readonly notKept: string;
}

/** A body as it was recorded: its bytes, text that a recorder decoded, or why it is not there. */
export type Content = Uint8Array | string | NotKept;

/** A body that was kept, decoded. */
export interface KeptBody {
  readonly text: string;
  /** Whether its bytes are UTF-8 without a mark. */
  readonly utf8: boolean;
  /** Whether it is text that a recorder decoded, who may have replaced bytes. */
  readonly isText: boolean;
}

/** What a recording says of a body beside it. */
export interface Declared {
  readonly headers: Headers;
  /** Length in bytes before any packing, where the recording tells one. */
  readonly size?: number;
  /** A remark of the recorder. */
  readonly comment?: string;
}

/** What a recording says nothing about. */
export const UNTOLD: NotKept = { notKept: 'it was not recorded' };

/** Decodes a body, and tells why it is not what was sent: packed, cut, or replaced by a remark. */
export function keptBody(content: Content, declared: Declared): KeptBody | NotKept {
  if (typeof content === 'object' && 'notKept' in content) return content;
  const body = decoded(content, declared.headers);
  if ('notKept' in body || isJson(body.text)) return body;
  const notKept = whyNotWhole(body.text, declared);
  return notKept === undefined ? body : { notKept };
}

function decoded(content: Uint8Array | string, headers: Headers): KeptBody | NotKept {
  if (typeof content === 'string') {
    const packed = isJson(content) ? undefined : packedText(content, headers);
    if (packed !== undefined) return { ...decode(packed), isText: false };
    return { text: content, utf8: !content.startsWith('\u{feff}'), isText: true };
  }
  const plain = unpacked(content, headers);
  if (plain === undefined) return { notKept: 'its bytes are packed in a way that is not known' };
  return { ...decode(plain), isText: false };
}

/** What recorders and exporters write in place of a body that they do not keep. */
const REMARK =
  /\b(?:too (?:long|large|big)|truncated|omitted|not (?:captured|recorded|available|shown|saved|stored|logged|kept)|unavailable|removed|skipped|stripped|exceed(?:s|ed)|binary (?:data|content|body)|body hidden|failed to load|redacted|filtered|no data found)\b/i;
const LONGEST_REMARK = 300;

/** Why a text that is no JSON may not be what was sent; `undefined` where nothing says that it is not. */
function whyNotWhole(text: string, { headers, size, comment }: Declared): string | undefined {
  if (text === '') return undefined;
  const length = Buffer.byteLength(text);
  const isPacked = headers['content-encoding'] !== undefined;
  const told = Math.max(size ?? 0, isPacked ? 0 : Number(headerLine(headers, 'content-length') ?? 0));
  if (told > length) return `${length} of ${told} bytes were recorded`;
  if (comment !== undefined && REMARK.test(comment)) return `the recorder says of it: ${comment}`;
  const isRemark =
    text.length <= LONGEST_REMARK && !/^\s*(?:[{"]|\[\s*[{["\d-])/.test(text) && REMARK.test(text);
  // A web page may say anything; JSON was promised here.
  const isPromised = !/html|xml|plain/i.test(headerLine(headers, 'content-type') ?? 'json');
  return isRemark && isPromised ? 'the recorder wrote a remark in its place' : undefined;
}

function isJson(text: string): boolean {
  if (!/^\s*[{["\dtfn-]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
