import { describe, expect, it, onTestFinished } from 'vitest';

import { breakOff } from '../fixtures/tenant/broken-off.ts';
import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { drawer } from '../test/drawer.ts';
import { virtualTime } from '../test/virtual-time.ts';
import { mortalTenant } from './example-mortal.ts';
import { idsWith, resultOf, runAgainst } from './example-run.ts';

const broken = ['failed', 'warned', 'errored'] as const;

/** A tenant that closes the connection over some bodies. */
const closingOver =
  (over: (body: string) => boolean) =>
  (honest: TenantFetch): TenantFetch =>
  async (request) =>
    over(await request.clone().text()) ? breakOff() : honest(request);

describe('a target that closes the connection over a body', () => {
  it('is told so with the smallest such body, and is blamed for nothing else', async () => {
    const wrap = closingOver((body) => body.includes('"runtime"') && !body.includes('"code":null'));
    const { report } = await runAgainst({ wrap }, { depth: 'standard', time: virtualTime() });
    expect(idsWith(report, ...broken)).toEqual(['http.answered']);
    expect(report.verdict).toBe('partial');
    const [finding] = resultOf(report, 'http.answered').findings;
    expect(finding?.message).toMatch(
      /^the request got no answer each of \d times, while others were answered/,
    );
    const shown = report.exchanges.find(({ id }) => id === finding?.exchange);
    expect(Object.keys(JSON.parse(shown?.request.body ?? '{}') as object).toSorted()).toEqual([
      'code',
      'name',
      'runtime',
      'supported_triggers',
    ]);
    expect(report.diagnosis[0]).toMatchObject({ id: 'closes-connection' });
    expect(report.diagnosis[0]?.next).toContain(shown?.curl);
    const unjudged = idsWith(report, 'not-exercised').filter((id) => id.startsWith('request.runtime.'));
    expect(unjudged).not.toEqual([]);
  });

  it('is told so where only a body drawn at random shows it, and that is shrunk', async () => {
    const deps = (body: string) => (body.match(/"registry_url"/g) ?? []).length;
    const wrap = closingOver((body) => deps(body) > 1);
    const { report, events } = await runAgainst({ wrap }, { explore: 300, time: virtualTime() });
    expect(idsWith(report, ...broken)).toEqual(['http.answered']);
    const example = events.find((event) => event.kind === 'counterexample');
    expect(example?.curl.match(/registry_url/g)).toHaveLength(2);
    expect(report.phases.exploration.ended).toBeUndefined();
  });
});

describe('a target that dies', () => {
  it('is told to have died, over which request, and what was left undone', async () => {
    const mortal = await mortalTenant((body, count) => count >= 300 && body !== '' && body.length < 600);
    onTestFinished(() => mortal.close());
    const { report } = await runAgainst({}, { ...mortal.target, explore: 400, time: virtualTime() });
    expect(idsWith(report, ...broken)).toEqual([]);
    expect(report.verdict).toBe('partial');
    expect(report.phases.exploration.ended).toMatch(/^after \d+ of 320 requests: the target died: /);
    const died = report.exchanges.filter(({ trouble }) => trouble?.kind === 'died');
    expect(died).toHaveLength(1);
    expect(died[0]?.trouble?.message).toContain('nobody answers since');
    expect(JSON.stringify(report)).not.toContain('--max-live');
    expect(report.diagnosis[0]).toMatchObject({ id: 'dies' });
    expect(report.diagnosis[0]?.next).toContain(died[0]?.curl);
  });

  it('is told to have died where that was not over a body', async () => {
    const mortal = await mortalTenant((body, count) => count >= 300 && body === '');
    onTestFinished(() => mortal.close());
    const { report } = await runAgainst({}, { ...mortal.target, explore: 400, time: virtualTime() });
    expect(idsWith(report, ...broken)).toEqual([]);
    expect(report.phases.exploration.ended).toContain('the target died');
    expect(report.phases.lifecycle.ended).toContain('the target died');
  });

  it('is no finding where nobody was ever there', async () => {
    const mortal = await mortalTenant(() => true);
    await mortal.close();
    const { report } = await runAgainst({}, { ...mortal.target, time: virtualTime() });
    expect(idsWith(report, ...broken)).toEqual([]);
    expect(report.verdict).toBe('partial');
    expect(report.summary).toContain('ECONNREFUSED');
  });
});

/** A tenant whose actions show a status of the test's choice. */
const showing =
  (status: () => string) =>
  (honest: TenantFetch): TenantFetch =>
  async (request) => {
    const answer = await honest(request);
    if (request.method !== 'GET' || !/actions\/[\w-]{36}$/.test(request.url) || answer.status !== 200)
      return answer;
    return Response.json({ ...((await answer.json()) as object), status: status() }, answer);
  };

describe('builds', () => {
  it('that never end cost a run a minute, and are told by their times', async () => {
    const time = virtualTime();
    const began = time.now();
    const { report } = await runAgainst(
      { wrap: showing(() => 'pending'), clock: () => time.now() },
      { depth: 'standard', explore: 300, time },
    );
    expect(time.now() - began).toBeLessThan(70_000);
    expect(idsWith(report, ...broken)).toEqual([]);
    expect(resultOf(report, 'lifecycle.deploy.status')).toMatchObject({
      verdict: 'not-exercised',
      reason: expect.stringMatching(/the build was pending for \d\d s/) as unknown,
    });
  });

  it('that show another status at each look cost little', async () => {
    const time = virtualTime();
    const began = time.now();
    const draw = drawer(7);
    const statuses = ['pending', 'building', 'packaged', 'retrying'];
    const wrap = showing(() => statuses[Math.floor(draw() * statuses.length)] ?? '');
    await runAgainst({ wrap, clock: () => time.now() }, { depth: 'standard', time });
    expect(time.now() - began).toBeLessThan(10_000);
  });
});
