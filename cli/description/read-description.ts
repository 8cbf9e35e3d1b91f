import type { Json } from '../../contracts/expectation.ts';
import { isObject } from '../../contracts/pointer.ts';
import { messageOf, UsageError } from '../../driver/errors.ts';
import type { DescribedOperation } from '../../drift/openapi/compare-operation.ts';
import { findOperation } from '../../drift/openapi/find-operation.ts';
import { References } from '../../drift/openapi/references.ts';
import { readOutsideText } from '../outside-text.ts';
import { fetchText } from './fetch-text.ts';
import { FolderDocuments } from './folder-documents.ts';
import { UrlDocument } from './url-document.ts';

/** The create operation as an OpenAPI description tells it, whose references are followed as they are needed. */
export interface Description extends DescribedOperation {
  /** Version of OpenAPI, such as `3.1.0`. */
  readonly version: string;
  readonly path: string;
}

/** A text that somebody else wrote, with where it comes from. */
export interface OutsideText {
  /** Path or URL. */
  readonly source: string;
  readonly text: string;
}

const isUrl = (source: string): boolean => /^https?:\/\//i.test(source);

/**
 * Reads a file or a URL.
 *
 * @throws UsageError when it cannot be read.
 */
export async function readSource(source: string): Promise<OutsideText> {
  try {
    return { source, text: isUrl(source) ? await fetchText(source) : readOutsideText(source) };
  } catch (error) {
    throw unreadable(source, error);
  }
}

/**
 * Finds the create operation in an OpenAPI description in JSON or YAML.
 *
 * @param value what the text holds. Its references may lead to other files beside it, and nowhere else.
 * @throws UsageError when it describes no such operation, or a reference to it leads nowhere.
 */
export function readDescription({ source, text }: OutsideText, value: Json): Description {
  const version = versionOf(source, value);
  const described = { version, value, length: text.length };
  return readable(source, () => {
    const references = new References(
      isUrl(source) ? new UrlDocument(source, described) : new FolderDocuments(source, described),
    );
    const found = findOperation(references);
    if (found !== undefined) return { version, references, ...found };
    throw new UsageError(
      'NO_OPERATION',
      `${source} describes no POST /actions/actions`,
      "Give an OpenAPI description of Auth0's Management API, or of a part of it with that operation.",
    );
  });
}

/**
 * Does what follows references.
 *
 * @throws UsageError that names the reference, where one leads nowhere.
 */
export function readable<Result>(source: string, follow: () => Result): Result {
  try {
    return follow();
  } catch (error) {
    throw error instanceof UsageError ? error : unreadable(source, error);
  }
}

function versionOf(source: string, value: Json): string {
  if (!isObject(value)) throw unreadable(source, new Error('it holds no object'));
  const { openapi, swagger } = value;
  if (typeof openapi === 'string' && /^3\.[01](?:\.|$)/.test(openapi)) return openapi;
  const found = openapi ?? swagger;
  if (found === undefined) {
    throw new UsageError(
      'NO_OPENAPI',
      `${source} is no OpenAPI description`,
      'Give one in JSON or YAML, or the documentation page as text.',
    );
  }
  throw new UsageError(
    'NO_OPENAPI',
    typeof found === 'number'
      ? `${source} gives its version as the number ${found}, which YAML reads where quotes are missing`
      : `${source} is an OpenAPI description of version ${JSON.stringify(found)}`,
    typeof found === 'number'
      ? `Write it in quotes, such as openapi: "${found}.0".`
      : 'Versions 3.0 and 3.1 can be compared: convert it first.',
  );
}

export function unreadable(source: string, error: unknown): UsageError {
  const reason = messageOf(error).split('\n')[0] ?? '';
  return new UsageError(
    'UNREADABLE',
    `${source} cannot be read: ${reason.replace(/[.:]$/, '')}`,
    'Give a file or a URL that holds an OpenAPI description in JSON or YAML.',
    { cause: error },
  );
}
