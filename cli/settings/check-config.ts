import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { UsageError } from '../../driver/errors.ts';
import { didYouMean } from '../near-names.ts';
import schema from '../conformance.config.schema.json' with { type: 'json' };

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
  const [message, hint] = error === undefined ? ['it is not as its schema says', ''] : words(error);
  throw new UsageError('BAD_CONFIG', `${path}: ${message}`, `${hint}${SCHEMA}`);
}

const SCHEMA = 'See conformance.config.schema.json; secrets belong into the environment.';

/** What is wrong and what would be right, by the name of the property and never by its value, which may be a secret. */
function words({ instancePath, keyword, params, message }: ErrorObject): readonly [string, string] {
  const place = instancePath === '' ? 'the file' : instancePath.slice(1).replaceAll('/', '.');
  const { additionalProperty, allowedValues } = params as {
    readonly additionalProperty?: unknown;
    readonly allowedValues?: readonly unknown[];
  };
  if (keyword === 'enum') return [`${place} must be one of ${allowedValues?.join(', ') ?? ''}`, ''];
  if (keyword !== 'additionalProperties') return [`${place} ${message ?? 'is not as it should be'}`, ''];
  const name = String(additionalProperty);
  const hint = didYouMean(name, Object.keys(schema.properties), '');
  return [`there is no setting called ${name}`, hint === '' ? '' : `${hint} `];
}
