import { describe, expect, it } from 'vitest';

import type { GrantedToken } from '../driver/access-token.ts';
import { TargetError } from '../driver/errors.ts';
import { FakeTime } from '../driver/example-time.ts';
import { AccessTokens } from './access-tokens.ts';

const HOUR = 3_600_000;

function setUp(lifeMs = HOUR, grant?: () => GrantedToken) {
  const time = new FakeTime();
  let granted = 0;
  const tokens = new AccessTokens({ token: 't0', expiresAt: time.now() + lifeMs }, time, {
    grant: () => {
      granted += 1;
      return Promise.resolve(grant?.() ?? { token: `t${granted}`, expiresAt: time.now() + lifeMs });
    },
  });
  return { time, tokens };
}

const refuse = (): never => {
  throw new TargetError('TOKEN_REFUSED', 'the client is blocked');
};

describe('a token of a client', () => {
  it('is renewed in the last minute of its life, and not before', async () => {
    const { time, tokens } = setUp();
    await time.pause(HOUR - 60_001);
    await tokens.refresh();
    expect(tokens.valid).toBe('t0');
    await time.pause(1);
    await tokens.refresh();
    expect(tokens.valid).toBe('t1');
    await tokens.refresh();
    expect(tokens.valid).toBe('t1');
  });

  it('that lives shortly is used for half of its life', async () => {
    const { time, tokens } = setUp(10_000);
    await tokens.refresh();
    expect(tokens.valid).toBe('t0');
    await time.pause(5000);
    await tokens.refresh();
    expect(tokens.valid).toBe('t1');
  });

  it('that cannot be renewed ends the run in order', async () => {
    const { time, tokens } = setUp(HOUR, refuse);
    await time.pause(HOUR);
    expect(tokens.reasonToStop).toBeUndefined();
    await tokens.refresh();
    expect(tokens.valid).toBe('t0');
    expect(tokens.reasonToStop).toBe('no new access token: the client is blocked');
  });

  it('is renewed after each refusal, until that helps no more', async () => {
    const { tokens } = setUp();
    await tokens.renew(() => Promise.resolve(false));
    await tokens.renew(() => Promise.resolve(true));
    expect(tokens.valid).toBe('t2');
    await tokens.renew(() => Promise.reject(new Error('not again')));
    expect(tokens.valid).toBe('t2');
  });
});

describe('a token that was given', () => {
  const given = (expiresAt?: number) => {
    const time = new FakeTime();
    const claims = expiresAt === undefined ? {} : { expiresAt: time.now() + expiresAt };
    return { time, tokens: new AccessTokens({ token: 'given', ...claims }, time) };
  };

  it('stops the run when it has run out', async () => {
    const { time, tokens } = given(HOUR);
    expect(tokens.reasonToStop).toBeUndefined();
    await time.pause(HOUR);
    await tokens.refresh();
    expect(tokens.reasonToStop).toBe('the access token has run out');
    expect(given(-HOUR).tokens.reasonToStop).toBe('the access token has run out');
  });

  it('lasts for ever when it does not say', async () => {
    const { time, tokens } = given();
    await time.pause(1000 * HOUR);
    await tokens.renew(() => Promise.reject(new Error('there is no other')));
    expect(tokens.reasonToStop).toBeUndefined();
  });
});
