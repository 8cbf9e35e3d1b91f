import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { UsageError } from '../driver/errors.ts';
import schema from './conformance.config.schema.json' with { type: 'json' };

/** Settings by the name of their flag in camel case. */
export type Config = Readonly<Record<string, unknown>>;

/**
 * What was read from a file, once it is known to be a configuration.
 *
 * @throws UsageError when it holds what the schema does not know.
 */
export function checkConfig(config: unknown, path: string): Config {
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

/** What is wrong, by the name of the property and never by its value, which may be a secret. */
function words({ instancePath, keyword, params, message }: ErrorObject): string {
  const place = instancePath === '' ? 'the file' : instancePath.slice(1).replaceAll('/', '.');
  if (keyword !== 'additionalProperties') return `${place} ${message ?? 'is not as it should be'}`;
  return `there is no setting called ${String((params as { additionalProperty?: unknown }).additionalProperty)}`;
}
