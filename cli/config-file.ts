import { existsSync, readFileSync } from 'node:fs';

import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { UsageError } from '../driver/errors.ts';
import schema from './conformance.config.schema.json' with { type: 'json' };

/** Settings by the name of their flag in camel case. */
export type Config = Readonly<Record<string, unknown>>;

const STANDARD = 'conformance.config.json';

/**
 * Reads the settings of a file: the given one, or `conformance.config.json` in the working directory, if there is one.
 *
 * @throws UsageError when it cannot be read, or holds what its schema does not know.
 */
export function readConfig(given: string | undefined): Config {
  const path = given ?? STANDARD;
  if (given === undefined && !existsSync(path)) return {};
  const config = parse(path);
  const ajv = new Ajv2020();
  addFormats.default(ajv);
  const validate = ajv.compile<Config>(schema);
  if (validate(config)) return config;
  const [error] = validate.errors ?? [];
  throw new UsageError(
    'BAD_CONFIG',
    `${path}: ${error === undefined ? 'it is not as its schema says' : words(error)}`,
    'See conformance.config.schema.json; secrets belong into the environment.',
  );
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf-8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError('BAD_CONFIG', `the configuration ${path} cannot be read: ${reason}`, '', {
      cause: error,
    });
  }
}

/** What is wrong, by the name of the property and never by its value, which may be a secret. */
function words({ instancePath, keyword, params, message }: ErrorObject): string {
  const place = instancePath === '' ? 'the file' : instancePath.slice(1).replaceAll('/', '.');
  if (keyword !== 'additionalProperties') return `${place} ${message ?? 'is not as it should be'}`;
  return `there is no setting called ${String((params as { additionalProperty?: unknown }).additionalProperty)}`;
}
