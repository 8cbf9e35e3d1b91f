import type { Json } from '../../contracts/expectation.ts';
import { DescriptionError, type Documents } from '../../drift/openapi/place.ts';

/**
 * The one document of a description that was fetched. Its references must not read files here, nor make this machine
 * ask others.
 */
export class UrlDocument implements Documents {
  readonly root: string;
  readonly version: string;
  private readonly value: Json;

  constructor(url: string, { version, value }: { version: string; value: Json }) {
    this.root = url;
    this.version = version;
    this.value = value;
  }

  locate(reference: string, from: string): string {
    const target = URL.parse(reference, from);
    if (target !== null) target.hash = '';
    if (target?.href === new URL(this.root).href) return this.root;
    throw new DescriptionError(`it points outside of itself, to ${reference}`);
  }

  read(): Json {
    return this.value;
  }
}
