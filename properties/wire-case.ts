import type { WireVariant } from '../contracts/exercise.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { Case, PlannedRequest } from './case.ts';
import { makeCase } from './make-case.ts';
import { create } from './requests.ts';
import { validBody } from './valid/body.ts';
import { baseCase } from './valid/valid-case.ts';

const FORM = new URLSearchParams({
  'supported_triggers[0][id]': 'post-login',
  'supported_triggers[0][version]': 'v3',
}).toString();

const VARIANTS: Readonly<
  Record<WireVariant, { readonly title: string; readonly change: Partial<PlannedRequest> }>
> = {
  'other-method': { title: 'PUT on the collection', change: { method: 'PUT' } },
  'unknown-path': { title: 'a path that does not exist', change: { path: '/actions/conformance-unknown' } },
  'other-content-type': { title: 'a valid body sent as text/plain', change: { contentType: 'text/plain' } },
  'form-encoded': {
    title: 'a valid body in form encoding',
    change: {
      contentType: 'application/x-www-form-urlencoded',
      body: { kind: 'text', text: `name=${PLACEHOLDERS.name}&${FORM}` },
    },
  },
};

/** The base body, sent in another way than the contract says. */
export function wireCase(wire: WireVariant): Case {
  const { title, change } = VARIANTS[wire];
  const request = create(
    { kind: 'json', value: validBody([]) },
    { credentials: 'valid', choices: ['base'], wire },
  );
  return makeCase({ title, requests: [{ ...request, ...change }], twin: baseCase().id });
}
