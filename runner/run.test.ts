import { describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import { waivers } from '../contracts/waivers.ts';
import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { UNLIMITED } from './budget.ts';
import { idsWith, resultOf, runAgainst } from './example-run.ts';

/** A tenant that answers certain creates itself, and leaves the rest to the honest one. */
const onCreate =
  (answer: (body: string) => Response | undefined) =>
  (honest: TenantFetch): TenantFetch =>
  async (request) => {
    const isCreate = request.method === 'POST' && request.url.endsWith('/actions/actions');
    return (isCreate ? answer(await request.clone().text()) : undefined) ?? (await honest(request));
  };

/** A tenant that writes the status of an action in another way whenever it is read. */
const onRead =
  (status: string) =>
  (honest: TenantFetch): TenantFetch =>
  async (request) => {
    const answer = await honest(request);
    if (request.method !== 'GET' || !request.url.includes('/actions/actions/')) return answer;
    const text = await answer.text();
    return new Response(text.replace(/"status":"(pending|building|packaged|built)"/, status), answer);
  };

const refusal = (): Response =>
  Response.json({ statusCode: 400, error: 'Bad Request', message: 'No.' }, { status: 400 });

describe('a run against the honest tenant', () => {
  it('finds it conformant as documented, judges every MUST and leaves nothing behind', async () => {
    const { report, left } = await runAgainst({});
    expect(report.verdict).toBe('conformant');
    expect(idsWith(report, 'failed', 'warned', 'waived', 'errored')).toEqual([]);
    expect(report.counts.MUST['not-exercised']).toBe(0);
    expect(report.requests.total).toBeLessThanOrEqual(100);
    expect(report.actions).toEqual({
      created: report.actions.deleted,
      deleted: report.actions.created,
      leftOver: 0,
    });
    expect(left).toEqual([]);
  });

  it('exercises everything at standard depth in 280 requests', async () => {
    const { report } = await runAgainst({}, { depth: 'standard' });
    expect(idsWith(report, 'passed', 'unobserved')).toHaveLength(catalogue.length);
    expect(report.requests.total).toBeLessThanOrEqual(280);
  });

  it('sends bytes that are no UTF-8 as they are', async () => {
    const sent: Buffer[] = [];
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) => {
        if (request.method === 'POST') sent.push(Buffer.from(await request.clone().arrayBuffer()));
        return honest(request);
      };
    const requirements = catalogue.filter(({ id }) => ['http.not-utf8', 'http.charset'].includes(id));
    await runAgainst({ wrap }, { depth: 'standard', requirements });
    const bytes = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(text, encoding);
    expect(sent.filter((body) => body.includes(0xff))).toHaveLength(1);
    expect(sent.filter((body) => body.includes(bytes('"supported_triggers"', 'utf16le')))).toHaveLength(1);
  });

  it('finds the known deviations where it answers as observed, each by name, and no other', async () => {
    const { report } = await runAgainst({ like: 'observed' }, { depth: 'standard' });
    expect(report.verdict).toBe('conformant');
    expect(idsWith(report, 'failed', 'warned', 'errored', 'not-exercised')).toEqual([]);
    // No planned sequence names a registry: that reads drop it shows in recordings and in what is drawn at random.
    const shown = waivers.filter(({ name }) => name !== 'read-drops-registry-url');
    expect(report.waivers.filter(({ findings }) => findings > 0).map(({ name }) => name)).toEqual(
      shown.map(({ name }) => name),
    );
    expect(idsWith(report, 'waived').toSorted()).toEqual(
      shown.map(({ requirement }) => requirement).toSorted(),
    );
  });

  it('claims to be proved only where that was done with the same catalogue', async () => {
    const limits = { ...UNLIMITED, maxRequests: 3 };
    const { report } = await runAgainst({}, { limits });
    const { name, version, catalogueDigest } = report.suite;
    const proof = { mutants: 9, killed: 9, falseAlarms: 0, medianRequestsToFirstKill: 4 };
    const suiteOf = async (digest: string): Promise<unknown> => {
      const selfValidation = { ...proof, catalogueDigest: digest };
      return (await runAgainst({}, { limits, suite: { name, version, selfValidation } })).report.suite;
    };
    expect(await suiteOf('another')).toEqual({ name, version, catalogueDigest });
    expect(await suiteOf(catalogueDigest)).toEqual({ name, version, catalogueDigest, selfValidation: proof });
  });

  it('sends the same twice', async () => {
    const [first, second] = [await runAgainst({}), await runAgainst({})];
    // Only the tenant's own ids differ: those of its module.
    const sent = ({ report }: typeof first) =>
      report.exchanges
        .filter(({ about }) => about.operation === 'create')
        .map(({ request }) => request.body?.replaceAll(/[0-9a-f-]{36}/g, 'an id'));
    expect(sent(first)).toEqual(sent(second));
    expect(first.report.planHash).toBe(second.report.planHash);
  });

  it('waits a spent rate limit out instead of judging it', async () => {
    const { report } = await runAgainst(
      { rateLimit: { burst: 5, perSecond: 200 } },
      { requirements: catalogue.filter(({ id }) => id.startsWith('request.name.')) },
    );
    expect(report.verdict).toBe('conformant');
    expect(report.exchanges.filter(({ answer }) => answer?.status === 429)).toEqual([]);
  });
});

describe('a run that cannot judge everything', () => {
  it('is partial without a token that lacks the scope, and says what to give', async () => {
    const { report } = await runAgainst({}, { unscopedToken: undefined as never });
    expect(report.verdict).toBe('partial');
    expect(resultOf(report, 'auth.scope.required')).toMatchObject({
      verdict: 'not-exercised',
      reason:
        'no token without `create:actions` was given (--limited-token, or AUTH0_LIMITED_CLIENT_ID and AUTH0_LIMITED_CLIENT_SECRET)',
    });
  });

  it('keeps to its budget, cleaning up included, and says what it left out', async () => {
    const { report, events, left } = await runAgainst({}, { limits: { ...UNLIMITED, maxRequests: 30 } });
    expect(report.requests.total).toBeLessThanOrEqual(30);
    expect(report.verdict).toBe('partial');
    expect(events).toContainEqual({ kind: 'stopped', reason: 'the budget of 30 requests is spent' });
    expect(resultOf(report, 'lifecycle.refusal.leaves-nothing').reason).toBe(
      'the budget of 30 requests is spent',
    );
    expect(left).toEqual([]);
  });

  it('stops when it is interrupted, cleans up and still reports', async () => {
    const { report, left } = await runAgainst({}, { signal: AbortSignal.abort() });
    expect(report.verdict).toBe('partial');
    expect(report.exchanges).toEqual([]);
    expect(left).toEqual([]);
  });

  it('does not blame the target for scopes that the token lacks', async () => {
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) =>
        request.method === 'GET' && request.url.includes('/actions/actions/')
          ? Response.json({ statusCode: 403, errorCode: 'insufficient_scope' }, { status: 403 })
          : honest(request);
    const { report } = await runAgainst({ wrap });
    expect(report.verdict).toBe('partial');
    expect(idsWith(report, 'failed')).toEqual([]);
    expect(resultOf(report, 'lifecycle.read.found')).toMatchObject({
      verdict: 'not-exercised',
      reason: 'the token lacks the scope that a read needs',
    });
  });

  it('does not ask to deploy what was not built, and blames nobody for it', async () => {
    const { report } = await runAgainst({ wrap: onRead('"status":"failed"') });
    expect(idsWith(report, 'failed', 'warned')).toEqual([]);
    expect(report.requests.deploy).toBe(0);
    expect(resultOf(report, 'lifecycle.deploy.complete')).toMatchObject({
      verdict: 'not-exercised',
      reason: 'the build ended as failed',
    });
  });

  it('does not wait long for a build of which a target tells nothing', async () => {
    let waited = 0;
    const time = {
      now: () => performance.timeOrigin + performance.now() + waited,
      pause: (milliseconds: number) => {
        waited += milliseconds;
        return Promise.resolve();
      },
    };
    const { report } = await runAgainst({ wrap: onRead('"status":42') }, { time });
    expect(waited).toBeLessThan(6000);
    expect(report.requests.deploy).toBeGreaterThan(0);
  });

  it('loses without modules what is about modules, and nothing else', async () => {
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      (request) =>
        request.url.includes('/actions/modules')
          ? Promise.resolve(Response.json({ errorCode: 'feature_not_enabled' }, { status: 403 }))
          : honest(request);
    const { report } = await runAgainst({ wrap }, { depth: 'standard' });
    expect(report.verdict).toBe('partial');
    const lost = idsWith(report, 'not-exercised');
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.filter((id) => !/^(request\.modules|answer\.module)\./.test(id))).toEqual([]);
    expect(resultOf(report, 'request.modules.module_id.type').reason).toBe(
      'Action Modules are not enabled for this tenant (403 feature_not_enabled)',
    );
  });
});

describe('a run against a faulty tenant', () => {
  it('proves nothing by refusals when the valid body is refused as well', async () => {
    const { report } = await runAgainst({ wrap: onCreate(refusal) });
    expect(report.verdict).toBe('not-conformant');
    expect(idsWith(report, 'failed')).toEqual(['request.body.base']);
    expect(resultOf(report, 'request.name.type')).toMatchObject({ verdict: 'not-exercised' });
  });

  it('blames the one choice that is refused, not the bodies that happen to make it', async () => {
    const wrap = onCreate((body) => (body.includes('"secrets":[]') ? refusal() : undefined));
    const { report } = await runAgainst({ wrap });
    expect(idsWith(report, 'failed', 'warned')).toEqual(['request.secrets.empty']);
    expect(resultOf(report, 'request.secrets.empty').findings[0]?.message).toContain('answered with 400');
  });

  it('blames a combination where each choice is accepted alone, by its smallest example', async () => {
    const wrap = onCreate((body) =>
      body.includes('"deploy":true') && body.includes('"modules":[{') ? refusal() : undefined,
    );
    const { report } = await runAgainst({ wrap }, { depth: 'standard' });
    expect(idsWith(report, 'failed', 'warned')).toEqual(['request.body.combination']);
    const [finding] = resultOf(report, 'request.body.combination').findings;
    const title = report.cases.find(({ id }) => id === finding?.case)?.title;
    expect(title?.split(': ')[1]?.split(', ').toSorted()).toEqual(['deploy:true', 'modules:one']);
  });

  it('finds and deletes what a refused request left behind', async () => {
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) => {
        const body = await request.clone().text();
        if (request.method !== 'POST' || !body.includes('"conformance_unknown"')) return honest(request);
        const repaired = body.replaceAll(',"conformance_unknown":"text"', '');
        await honest(new Request(request.url, { method: 'POST', headers: request.headers, body: repaired }));
        return honest(request);
      };
    const { report, left } = await runAgainst({ wrap });
    expect(idsWith(report, 'failed', 'warned')).toEqual(['lifecycle.refusal.leaves-nothing']);
    expect(left).toEqual([]);
  });

  it('writes no secret and no token into the report, even when the tenant returns them', async () => {
    const tokens = new Set<string>();
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) => {
        if (request.method !== 'POST' || !request.url.includes('/api/')) return honest(request);
        const authorization = request.headers.get('authorization') ?? '';
        const sent = `${await request.clone().text()} ${authorization}`;
        const answer = await honest(request);
        if (answer.ok) tokens.add(authorization.replace(/^Bearer /i, ''));
        return new Response(answer.status === 204 ? null : `${await answer.text()} ${sent}`, answer);
      };
    const { report } = await runAgainst({ wrap });
    expect(resultOf(report, 'request.secrets.kept').verdict).toBe('failed');
    const written = JSON.stringify(report);
    expect(written.includes('conformance-secret')).toBe(false);
    // Forged tokens are no secrets: nothing that makes the true one worth anything is in them.
    expect(tokens.size).toBe(1);
    const [token = ''] = tokens;
    expect([token, token.split('.')[2] ?? ''].filter((secret) => written.includes(secret))).toEqual([]);
  });
});
