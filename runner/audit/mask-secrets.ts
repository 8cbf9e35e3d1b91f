import type { Json } from '../../contracts/expectation.ts';
import { isObject } from '../../contracts/pointer.ts';
import { MASK } from '../../contracts/mask.ts';

/** A path to the value of a secret, in a request or in an answer that should not have it. */
const SECRET_VALUE = /(?:^|\/)secrets\/\d+\/value$/;

/** Whether a finding speaks of the value of a secret. */
export const isSecretValue = (path: string): boolean => SECRET_VALUE.test(path);

/**
 * A body with the values of its secrets masked by their place, however short they are; the text as it is where there
 * are none.
 */
export function maskSecrets(text: string): string {
  if (!text.includes('"secrets"')) return text;
  let masked = 0;
  const withoutValues = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(withoutValues);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => {
        if (name !== 'secrets' || !Array.isArray(child)) return [name, withoutValues(child)];
        return [
          name,
          (child as readonly Json[]).map((secret) => {
            if (!isObject(secret) || secret['value'] === undefined) return secret;
            masked += 1;
            return { ...secret, value: MASK };
          }),
        ];
      }),
    );
  };
  try {
    const clean = withoutValues(JSON.parse(text) as Json);
    return masked > 0 ? JSON.stringify(clean) : text;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    // What is no JSON, or too deep, shows no places: everything called a value is masked.
    return text.replaceAll(/("value"\s*:\s*)"(?:[^"\\]|\\.)*"?/g, `$1"${MASK}"`);
  }
}

/** The values of the secrets that a request sets. */
export function secretsIn(body: Json | undefined): readonly string[] {
  const secrets = isObject(body) ? body['secrets'] : undefined;
  if (!Array.isArray(secrets)) return [];
  return (secrets as readonly Json[]).flatMap((secret) => {
    const value = isObject(secret) ? secret['value'] : undefined;
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}
