import type { Json } from '../../contracts/expectation.ts';
import { DescriptionError, type Documents } from './place.ts';
import type { DescribedOperation } from './compare-operation.ts';
import { findOperation } from './find-operation.ts';
import { References } from './references.ts';

/** Documents that a test has in memory, by their names; the first is the root. */
export class ExampleDocuments implements Documents {
  readonly root: string;
  readonly version: string;
  readonly opened: string[] = [];
  private readonly values: Readonly<Record<string, Json>>;

  constructor(values: Readonly<Record<string, Json>>, version = '3.1.0') {
    this.values = values;
    this.root = Object.keys(values)[0] ?? '';
    this.version = version;
  }

  locate(reference: string): string {
    if (!Object.hasOwn(this.values, reference)) throw new DescriptionError(`${reference} leads to nothing`);
    return reference;
  }

  read(document: string): Json {
    if (!this.opened.includes(document)) this.opened.push(document);
    return this.values[document] ?? null;
  }
}

/** The create operation of a description in memory. */
export function describedBy(documents: Documents): DescribedOperation {
  const references = new References(documents);
  const found = findOperation(references);
  if (found === undefined) throw new Error('the example describes no operation');
  return { references, operation: found.operation };
}
