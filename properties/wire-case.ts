import type { Choice, WireVariant } from '../contracts/exercise.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { JsonObject } from '../contracts/pointer.ts';
import type { Case } from './case.ts';
import { makeCase } from './make-case.ts';
import { create } from './requests.ts';
import { UNUSUAL_BYTES, type WireChange } from './unusual-bytes.ts';
import { validBody } from './valid/body.ts';
import { baseCase } from './valid/valid-case.ts';

const FORM = new URLSearchParams({
  'supported_triggers[0][id]': 'post-login',
  'supported_triggers[0][version]': 'v3',
}).toString();

const VARIANTS: Readonly<Record<WireVariant, (valid: JsonObject) => WireChange>> = {
  'other-method': () => ({ title: 'PUT on the collection', change: { method: 'PUT' } }),
  'unknown-path': () => ({
    title: 'a path that does not exist',
    change: { path: '/actions/conformance-unknown' },
  }),
  'other-content-type': () => ({
    title: 'a valid body sent as text/plain',
    change: { contentType: 'text/plain' },
  }),
  'form-encoded': () => ({
    title: 'a valid body in form encoding',
    change: {
      contentType: 'application/x-www-form-urlencoded',
      body: { kind: 'text', text: `name=${PLACEHOLDERS.name}&${FORM}` },
    },
  }),
  ...UNUSUAL_BYTES,
};

/** The base body, sent in another way than the contract says. */
export const wireCase = (wire: WireVariant): Case =>
  sentOtherwise(wire, validBody([]), { choices: ['base'], twin: baseCase() });

/** A valid body, which made these choices and is its twin's, sent in another way than the contract says. */
export function sentOtherwise(
  wire: WireVariant,
  value: JsonObject,
  { choices, twin }: { readonly choices: readonly Choice[]; readonly twin: Case },
): Case {
  const { title, change } = VARIANTS[wire](value);
  const request = create({ kind: 'json', value }, { credentials: 'valid', choices, wire });
  return makeCase({
    title,
    requests: [{ ...request, ...change }],
    twin: twin.id,
    ...(twin.needs === undefined ? {} : { needs: twin.needs }),
  });
}
