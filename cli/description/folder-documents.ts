import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

import type { Json } from '../../contracts/expectation.ts';
import { messageOf } from '../../driver/errors.ts';
import { DescriptionError, type Documents } from '../../drift/openapi/place.ts';
import { decoded } from '../../drift/openapi/references.ts';
import { LONGEST_TEXT, readOutsideText } from '../outside-text.ts';
import { parseDocument } from './parse-document.ts';

/** Characters that all files of a description may have together. */
const LONGEST_ALL = 2 * LONGEST_TEXT;
const MOST_FILES = 2000;

/**
 * The documents of a description in a folder: the file that the user named, and whatever its references lead to in the
 * same folder or below. Nothing else is read, whatever a reference or a link in the folder says.
 */
export class FolderDocuments implements Documents {
  readonly root: string;
  readonly version: string;
  private readonly folder: string;
  private readonly opened = new Map<string, Json>();
  private length: number;

  /** @param text of the file itself, which was read already. */
  constructor(path: string, { version, value, length }: { version: string; value: Json; length: number }) {
    this.root = realpathSync(resolve(path));
    this.version = version;
    this.folder = realpathSync(dirname(resolve(path)));
    this.length = length;
    this.opened.set(this.root, value);
  }

  locate(reference: string, from: string): string {
    const path = decoded(reference);
    if (/^[a-z][a-z+.-]+:/i.test(path) || isAbsolute(path)) {
      throw new DescriptionError(`the reference ${JSON.stringify(reference)} leads out of its folder`);
    }
    const target = resolve(from === this.root ? this.folder : dirname(from), path);
    let real: string;
    try {
      real = realpathSync(target);
    } catch (error) {
      throw new DescriptionError(
        `the reference ${JSON.stringify(reference)} leads to nothing: ${messageOf(error)}`,
      );
    }
    const within = relative(this.folder, real);
    if (real !== this.root && (within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within))) {
      throw new DescriptionError(`the reference ${JSON.stringify(reference)} leads out of its folder`);
    }
    return real;
  }

  read(document: string): Json {
    const known = this.opened.get(document);
    if (known !== undefined) return known;
    if (this.opened.size >= MOST_FILES)
      throw new DescriptionError(`it leads to more than ${MOST_FILES} files`);
    let value: Json;
    try {
      const text = readOutsideText(document);
      this.length += text.length;
      if (this.length > LONGEST_ALL) throw new Error(`all files together are longer than ${LONGEST_ALL}`);
      value = parseDocument(text);
    } catch (error) {
      throw new DescriptionError(`${document}: ${messageOf(error)}`, { cause: error });
    }
    this.opened.set(document, value);
    return value;
  }
}
