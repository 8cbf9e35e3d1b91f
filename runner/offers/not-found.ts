import { jsonIn } from '../../contracts/parse-json.ts';
import { isObject } from '../../contracts/pointer.ts';
import type { Answer } from '../../driver/exchange.ts';

/** Whether a refusal has the form that the API gives its own. */
export function speaksAsApi({ text }: Answer): boolean {
  const body = jsonIn(text);
  return isObject(body) && ('statusCode' in body || 'errorCode' in body);
}

/** What routers repeat of a request, or write anew each time: the method, paths and addresses, and numbers. */
const OF_THE_REQUEST = /\b(?:GET|POST|PUT|PATCH|DELETE)\b|[^\s"'`<>]*\/[^\s"'`<>]*|\d+/gi;

/** What an answer says, whatever was asked: two that say the same mean the same. */
export const saidIn = ({ text }: Answer): string => text.replaceAll(OF_THE_REQUEST, '_').slice(0, LONGEST);

/** Characters of an answer that are compared: pages of errors may be long. */
const LONGEST = 2000;
