import {
  binaryTag,
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  loadAll,
  YAMLException,
} from 'js-yaml';

import { messageOf } from '../driver/errors.ts';
import { holdsMore, MOST_VALUES } from './holds-more.ts';

const never = (): boolean => false;

/** What Ruby writes for a text that is not UTF-8. */
const rubyBinary = defineScalarTag('!binary', {
  resolve: (source) => Buffer.from(source, 'base64'),
  identify: never,
});

/** Betamax of the JVM leaves a body in a file, and its name here. */
const betamaxFile = defineScalarTag('!file', {
  resolve: (source) => ({ file: source }),
  identify: never,
});

/** Tags of other languages' objects name what the plain value beneath them once was. */
const foreignScalar = defineScalarTag('', {
  matchByTagPrefix: true,
  resolve: (source) => source,
  identify: never,
});

const foreignMap = defineMappingTag<Map<string, unknown>, Record<string, unknown>>('', {
  matchByTagPrefix: true,
  create: () => new Map(),
  addPair: (carrier, key, value) => {
    carrier.set(String(key), value);
    return '';
  },
  has: (carrier, key) => carrier.has(String(key)),
  keys: (result) => Object.keys(result),
  get: (result, key) => result[String(key)],
  finalize: (carrier) => Object.fromEntries(carrier),
  identify: never,
});

const foreignList = defineSequenceTag<unknown[]>('', {
  matchByTagPrefix: true,
  create: () => [],
  addItem: (carrier, item) => {
    carrier.push(item);
  },
  identify: never,
});

const schema = CORE_SCHEMA.withTags(
  binaryTag,
  rubyBinary,
  betamaxFile,
  foreignScalar,
  foreignMap,
  foreignList,
);

/** The documents of a YAML text, or why it is none. */
export function loadYaml(text: string): readonly unknown[] | string {
  try {
    const documents = loadAll(text, { schema, json: true });
    return holdsMore(documents) ? `its aliases stand for more than ${MOST_VALUES} values` : documents;
  } catch (error) {
    if (error instanceof YAMLException) return error.reason;
    // The library's guide: text from elsewhere may make it throw anything.
    return messageOf(error);
  }
}
