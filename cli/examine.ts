import type { TargetError } from '../driver/errors.ts';
import { lookAt } from '../runner/preflight/preflight.ts';
import { actionsHeld, placesWords } from '../runner/preflight/places.ts';
import { lacking } from '../runner/scopes.ts';
import type { Session } from '../runner/session.ts';

/** One thing that was looked at. */
export interface Sign {
  /** Whether a run can do with it. */
  readonly ok: boolean;
  readonly line: string;
}

/** What is known of a tenant before a run. */
export interface Examination {
  readonly signs: readonly Sign[];
  /** What a run would end with instead of a judgement. */
  readonly obstacle?: TargetError;
  /** Requests that it allows at once; absent where it does not say. */
  readonly burst?: number;
}

/** Scopes without which nothing is created. */
const NEEDED = ['create:actions', 'delete:actions'];

/** Looks at what a token allows and, with the first requests of a run, at what a tenant does. */
export async function examine(session: Session): Promise<Examination> {
  const { obstacle, list, strange, unlimited } = await lookAt(session);
  const { answer, trouble } = list;
  const burst = Number(answer?.headers['x-ratelimit-limit']);
  const lists = answer?.status === 200 && trouble === undefined;
  return {
    signs: [
      ...tokenSigns(session),
      obstacle === undefined
        ? { ok: true, line: `its API answers below ${session.root.url}` }
        : { ok: false, line: `${obstacle.message}. ${obstacle.hint}` },
      ...(strange === undefined
        ? []
        : [
            {
              ok: false,
              line: `a create is answered with ${strange}: a run would say that it is not conformant`,
            },
          ]),
      {
        ok: true,
        line: lists
          ? 'it lists its actions'
          : `it does not list its actions, and is judged without: ${trouble?.message ?? `it answered ${answer?.status ?? 'nothing'}`}`,
      },
      {
        ok: true,
        line:
          burst > 0 ? `it allows ${burst} requests at once` : 'it does not say how many requests it allows',
      },
      { ok: true, line: placesWords(actionsHeld(list)) },
      unlimited === undefined
        ? { ok: true, line: 'the limited token can be used: the promise of 403 is judged' }
        : { ok: true, line: `not judged, which makes a run partial: the promise of 403: ${unlimited}` },
      session.noModule === undefined
        ? { ok: true, line: 'it has a published Action Module: references to modules are judged' }
        : {
            ok: true,
            line: `not judged, which makes a run partial: references to modules: ${session.noModule}`,
          },
    ],
    ...(obstacle === undefined ? {} : { obstacle }),
    ...(burst > 0 ? { burst } : {}),
  };
}

function tokenSigns({ tokens: { scopes, reasonToStop } }: Session): readonly Sign[] {
  const missing = NEEDED.filter((scope) => scopes?.has(scope) === false);
  const others = ['read:actions', 'update:actions'].filter((scope) => scopes?.has(scope) === false);
  const left = others.length > 0 ? `; not judged for want of it: ${others.map(lacking).join(', ')}` : '';
  const allows = missing.length > 0 ? `lacks ${missing.join(', ')}` : `allows all that a run needs${left}`;
  return [
    {
      ok: missing.length === 0,
      line: scopes === undefined ? 'the token does not say what it allows' : `the token ${allows}`,
    },
    ...(reasonToStop === undefined ? [] : [{ ok: false, line: reasonToStop }]),
  ];
}
