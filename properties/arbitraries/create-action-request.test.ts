import { Script } from 'node:vm';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { violations } from '../request-schema.ts';
import { createActionRequest, type CreateActionRequest } from './create-action-request.ts';
import { moduleReference } from './module-reference.ts';
import { sampledCases } from './sampled-cases.ts';
import { trigger } from './trigger.ts';

const SEED = 20_261_122;

/** How many of the drawn bodies something is true of. */
const count = (is: (body: CreateActionRequest) => boolean): number => bodies.filter(is).length;
const bodies = fc.sample(createActionRequest({ module: moduleReference() }), { seed: SEED, numRuns: 5_000 });

describe(`bodies drawn with seed ${SEED}`, () => {
  it('are allowed by the schema', () => {
    expect(count((body) => violations(body).length > 0)).toBe(0);
    expect(count((body) => violations(JSON.parse(JSON.stringify(body))).length > 0)).toBe(0);
  });

  it.each(['code', 'dependencies', 'deploy', 'modules', 'runtime', 'secrets'])(
    'come with `%s` and without',
    (property) => {
      expect(count((body) => Object.hasOwn(body, property))).toBeGreaterThan(1_000);
      expect(count((body) => !Object.hasOwn(body, property))).toBeGreaterThan(500);
    },
  );

  it.each<readonly [string, (body: CreateActionRequest) => boolean]>([
    ['a backtick in the code', ({ code = '' }) => code.includes('`')],
    ['a name that is not in normal form', ({ name }) => name !== name.normalize('NFC')],
    ['a name beyond the basic plane', ({ name }) => /[\u{10000}-\u{10ffff}]/u.test(name)],
    ['secrets beside two dependencies', (body) => !!body.secrets?.length && body.dependencies?.length === 2],
    ['code of 65,536 characters', ({ code = '' }) => code.length === 65_536],
    ['code with CRLF', ({ code = '' }) => code.includes('\r\n')],
    // eslint-disable-next-line no-control-regex
    ['control characters in code', ({ code = '' }) => /[\u0001-\u0008\u007f]/.test(code)],
    [
      'a secret of 4,096 characters',
      ({ secrets = [] }) => secrets.some(({ value }) => value.length === 4_096),
    ],
    [
      'a trigger by its id alone',
      (body) => body.supported_triggers.every(({ version }) => version === undefined),
    ],
    [
      'a described trigger',
      (body) => body.supported_triggers.some((each) => each.compatible_triggers?.length),
    ],
    ['a registry', ({ dependencies = [] }) => dependencies.some((each) => each.registry_url !== undefined)],
  ])('have %s, one in two hundred or more', (_, is) => {
    expect(count((body) => is(body))).toBeGreaterThanOrEqual(25);
  });

  it('have code that compiles', () => {
    const broken = bodies.filter(({ code = '' }) => !compiles(code)).map(({ code }) => code);
    expect(broken).toEqual([]);
  });

  it('keep to what is known of limits', () => {
    expect(Math.max(...bodies.map(({ name }) => name.length))).toBeLessThanOrEqual(48);
    expect(Math.max(...bodies.map((body) => Buffer.byteLength(JSON.stringify(body))))).toBeLessThan(100_000);
    expect(JSON.stringify(bodies)).not.toContain(String.raw`\u0000`);
    expect(JSON.stringify(bodies).isWellFormed()).toBe(true);
  });
});

describe('the arbitrary of requests', () => {
  it('keeps to its constraints', () => {
    const constrained = createActionRequest({
      name: fc.constant('mine'),
      trigger: trigger({ ids: ['event-stream'] }),
      maxDependencies: 1,
      maxSecrets: 0,
      requiredKeys: ['code', 'secrets'],
    });
    fc.assert(
      fc.property(
        constrained,
        ({ name, supported_triggers, dependencies = [], code, secrets, modules = [] }) => {
          expect([name, supported_triggers[0]?.id]).toEqual(['mine', 'event-stream']);
          expect(dependencies.length).toBeLessThanOrEqual(1);
          expect(code).toBeTypeOf('string');
          expect(secrets).toEqual([]);
          expect(modules).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('shrinks to the smallest body that clients send', () => {
    const { counterexample } = fc.check(
      fc.property(createActionRequest({ requiredKeys: ['code'] }), () => false),
      { seed: SEED, numRuns: 1 },
    );
    expect(counterexample).toEqual([
      {
        name: 'a',
        supported_triggers: [{ id: 'post-login', version: 'v3' }],
        code: 'exports.onExecutePostLogin = async (event, api) => {};',
      },
    ]);
  });

  it('draws the same for the same seed, and begins alike however much it draws', () => {
    const few = sampledCases(7, 3).map(({ id }) => id);
    expect(
      sampledCases(7, 20)
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(few);
    expect(sampledCases(8, 3).map(({ id }) => id)).not.toEqual(few);
  });
});

/** Whether something is a script. */
function compiles(code: string): boolean {
  try {
    return new Script(code) instanceof Script;
  } catch {
    return false;
  }
}
