import { accepts, answersNone, echoes, openapi, page, refuses, requirement } from '../../build.ts';

const SECRETS = page('Body > secrets');
const secret = (below: string) => openapi('ActionSecretRequest', below);

export const secrets = [
  refuses(
    'request.secrets.type',
    ['/secrets', 'wrong-type'],
    'refuses `secrets` that are not an array',
    SECRETS,
  ),
  refuses(
    'request.secrets.item-type',
    ['/secrets/0', 'wrong-type'],
    'refuses a secret that is not an object',
    SECRETS,
  ),
  refuses(
    'request.secrets.name.type',
    ['/secrets/0/name', 'wrong-type'],
    'refuses a secret `name` that is not a string',
    secret('/properties/name'),
  ),
  refuses(
    'request.secrets.value.type',
    ['/secrets/0/value', 'wrong-type'],
    'refuses a secret `value` that is not a string',
    secret('/properties/value'),
  ),
  accepts(
    'request.secrets.optional',
    'secrets:absent',
    'accepts an action without `secrets`',
    openapi('CreateActionRequestContent', '/required'),
  ),
  accepts('request.secrets.empty', 'secrets:empty', 'accepts an empty list of `secrets`', SECRETS),
  accepts('request.secrets.one', 'secrets:one', 'accepts one secret', SECRETS),
  accepts('request.secrets.several', 'secrets:several', 'accepts several secrets', SECRETS),
  accepts(
    'request.secrets.open',
    'secrets:open',
    'accepts a secret with a further property, which the schema does not close as it does others',
    openapi('ActionSecretRequest', '/additionalProperties'),
    'SHOULD',
  ),
  echoes('request.secrets.echo', 'secrets', 'answers with the names of the secrets that were sent', SECRETS, {
    parts: ['name'],
  }),
  requirement({
    id: 'request.secrets.kept',
    level: 'MUST',
    title: "never returns a secret's value, in no answer, header or error",
    source: secret('/properties/value/description'),
    exercisedBy: { kind: 'passive', on: 'every' },
    judgedBy: { kind: 'secret-kept' },
  }),
  answersNone('request.secrets.none', 'secrets', 'answers a create without `secrets` with none', {
    fact: 'the 33 recorded creates without `secrets` answered an empty list',
  }),
] as const;
