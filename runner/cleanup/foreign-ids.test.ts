import { expect, it } from 'vitest';

import type { TenantFetch } from '../../fixtures/tenant/mock-tenant.ts';
import { runAgainst } from '../example-run.ts';

const isCreate = (request: Request): boolean =>
  request.method === 'POST' && request.url.endsWith('/actions/actions');

/** Somebody else's actions on the tenant, and what the run sent that would change one of them. */
interface Others {
  readonly ids: string[];
  readonly touched: string[];
}

/**
 * A tenant that answers some creates with the id of another action.
 *
 * @param which gives that id; `undefined` where the create is answered as it should be.
 * @param plant puts an action of somebody else on the tenant.
 */
function swapping(
  which: (
    others: Others,
    number: number,
    own: string,
    plant: () => Promise<string>,
  ) => Promise<string | undefined>,
) {
  const others: Others = { ids: [], touched: [] };
  const wrap = (honest: TenantFetch): TenantFetch => {
    let creates = 0;
    return async (request) => {
      const { method, url, headers } = request;
      const named = others.ids.find((id) => url.includes(id));
      if (method !== 'GET' && named !== undefined) others.touched.push(`${method} ${url}`);
      const answer = await honest(request);
      if (!isCreate(request) || answer.status !== 201) return answer;
      creates += 1;
      const action = (await answer.json()) as { readonly id: string };
      const plant = async (): Promise<string> => {
        const planted = await honest(
          new Request(url, {
            method: 'POST',
            headers,
            body: JSON.stringify({
              name: `prod-login-${others.ids.length}`,
              supported_triggers: [{ id: 'post-login', version: 'v3' }],
            }),
          }),
        );
        const { id } = (await planted.json()) as { readonly id: string };
        others.ids.push(id);
        return id;
      };
      const id = await which(others, creates, action.id, plant);
      return Response.json(id === undefined ? action : { ...action, id }, { status: 201 });
    };
  };
  return { wrap, others };
}

const CASES: readonly (readonly [string, Parameters<typeof swapping>[0]])[] = [
  [
    'one and the same of somebody else, always',
    async ({ ids }, _number, _own, plant) => ids[0] ?? (await plant()),
  ],
  [
    'one of somebody else, every third time',
    async ({ ids }, number, _own, plant) => {
      const id = ids[0] ?? (await plant());
      return number % 3 === 0 ? id : undefined;
    },
  ],
  ['one that somebody made at that very moment', (_others, _number, _own, plant) => plant()],
  [
    'one that somebody made long before, once',
    async ({ ids }, number, _own, plant) => {
      if (ids.length === 0) await plant();
      return number === 20 ? ids[0] : undefined;
    },
  ],
];

it.each(CASES)('a create that is answered with the id of another, %s, touches none', async (_, which) => {
  const { wrap, others } = swapping(which);
  const { report, left } = await runAgainst({ wrap }, { depth: 'standard' });
  expect(others.touched).toEqual([]);
  expect(left.filter((name) => String(name).startsWith('prod-'))).toHaveLength(others.ids.length);
  // What was created under its own id is found by its name, and deleted.
  expect(left).toHaveLength(others.ids.length + report.actions.leftOver);
});

it.each([
  ['never where others live', true, 0],
  ['once at the most on a machine of one’s own', false, 1],
])(
  'the id of an action that somebody made between two of the run’s is taken %s',
  async (_, isShared, most) => {
    const { wrap, others } = swapping(async (_others, number, _own, plant) =>
      number % 7 === 6 ? await plant() : undefined,
    );
    const time = { now: () => Date.now(), pause: () => Promise.resolve() };
    await runAgainst({ wrap }, { depth: 'standard', isShared, time });
    expect(others.ids.length).toBeGreaterThan(2);
    expect(others.touched.length).toBeLessThanOrEqual(most);
  },
);

it.each(['.', '..', '../../clients', 'a/b', 'x'.repeat(300), ''])(
  'a create that is answered with %j for an id sends nothing elsewhere',
  async (id) => {
    const paths = new Set<string>();
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) => {
        const answer = await honest(request);
        paths.add(`${request.method} ${new URL(request.url).pathname}`);
        if (!isCreate(request) || answer.status !== 201) return answer;
        return Response.json({ ...((await answer.json()) as object), id }, { status: 201 });
      };
    const { left } = await runAgainst({ wrap }, { depth: 'quick' });
    const changing = [...paths].filter((path) => !/^\w+ [^.]*\/(actions|token|deploy)$/.test(path));
    const ids = changing.filter((path) => !/\/actions\/[0-9a-f-]{36}(\/deploy)?$/.test(path));
    expect(ids.filter((path) => !path.includes('/modules'))).toEqual([]);
    expect(left).toEqual([]);
  },
);
