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
  if ('notKept' in body) return body;
  const notKept = isJson(body.text) ? whyEmptied(body.text, declared) : whyNotWhole(body.text, declared);
  return notKept === undefined ? body : { notKept };
}

function decoded(content: Uint8Array | string, headers: Headers): KeptBody | NotKept {
  if (typeof content === 'string') {
    const packed = isJson(content) ? undefined : packedText(content, headers);
    if (packed !== undefined) return { ...decode(packed), isText: false };
    if (hasLostBytes(content)) return { notKept: 'its packed bytes were written as text, and lost' };
    return { text: content, utf8: !content.startsWith('\u{feff}'), isText: true };
  }
  const plain = unpacked(content, headers);
  if (plain === undefined) return { notKept: 'its bytes are packed in a way that is not known' };
  return { ...decode(plain), isText: false };
}

/** Whether bytes that are no text were decoded as if they were. */
const hasLostBytes = (text: string): boolean =>
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  text.includes('\u{fffd}') && /[\u0000-\u0008\u000e-\u001f]/.test(text);

/** What recorders and exporters write in place of a body that they do not keep. */
const REMARK =
  /truncat|\b(?:too (?:long|large|big)|omitted|not (?:be )?(?:captured|read|recorded|available|shown|saved|stored|logged|kept|found)|(?:cannot|could not|unable to|failed to) (?:be )?(?:read|load|decode|get)|unavailable|missing|evicted|removed|skipped|stripped|exceed(?:s|ed)|binary (?:data|content|body)|body (?:hidden|used)|redacted|filtered|no (?:body|content|data|payload|response))\b/i;
const LONGEST_REMARK = 300;

/** What programs print for what they have no text for: `[object Object]`, `<Buffer 7b …>`, `undefined`, `n/a`, `…`. */
const STAND_IN = /^\s*(?:[[(<][\w .:,'’-]*[\])>]|undefined|none|nil|n\/a|b'.*'|[-.…*]+)\s*$/is;

/** How a text ends that somebody cut: with dots, or with a remark in brackets. */
const CUT_END = /(?:\.{3}|…|[[(<][^[\](){}<>"]*(?:truncat|more|bytes|omitted|cut)[^[\](){}<>"]*[\])>])\s*$/i;

/** Why a text that is no JSON may not be what was sent; `undefined` where nothing says that it is not. */
function whyNotWhole(text: string, { headers, size, comment }: Declared): string | undefined {
  if (text === '') return undefined;
  const length = Buffer.byteLength(text);
  const told = Math.max(size ?? 0, lengthIn(headers));
  if (told > length) return `${length} of ${told} bytes were recorded`;
  if (comment !== undefined && REMARK.test(comment)) return `the recorder says of it: ${comment}`;
  // A web page may say anything; JSON was promised here.
  if (/html|xml|plain/i.test(headerLine(headers, 'content-type') ?? 'json')) return undefined;
  if (CUT_END.test(text) && !STAND_IN.test(text)) return 'it ends where a recorder cut it';
  const isText = !/^\s*(?:[{"]|\[\s*[{["\d-])/.test(text) && REMARK.test(text);
  const isRemark = text.length <= LONGEST_REMARK && (isText || STAND_IN.test(text));
  return isRemark ? 'the recorder wrote a remark in its place' : undefined;
}

/** JSON that says nothing. */
const EMPTY = /^\s*(?:null|""|\{\s*\}|\[\s*\])\s*$/;

/** Why JSON is not what was sent: it was emptied, or a mask stands for the whole of it. */
function whyEmptied(text: string, { headers, size }: Declared): string | undefined {
  if (EMPTY.test(text)) {
    const length = Buffer.byteLength(text);
    const told = Math.max(size ?? 0, lengthIn(headers));
    return told > length ? `${length} of ${told} bytes were recorded` : undefined;
  }
  const value: unknown = /^\s*"/.test(text) ? JSON.parse(text) : undefined;
  const isRemark = typeof value === 'string' && (STAND_IN.test(value) || REMARK.test(value));
  return isRemark ? 'the recorder wrote a remark in its place' : undefined;
}

/** The length that a header tells of a body, where nothing packed it. */
const lengthIn = (headers: Headers): number =>
  headers['content-encoding'] === undefined ? Number(headerLine(headers, 'content-length') ?? 0) : 0;

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  if (!/^\s*[{["\dtfn-]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
