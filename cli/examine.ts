import { valueAt } from '../contracts/pointer.ts';
import { valueOf } from '../checks/answer-body.ts';
import { sendCleanup } from '../runner/cleanup/send-cleanup.ts';
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
  /** Requests that it allows at once; absent where it does not say. */
  readonly burst?: number;
}

/** How many actions a tenant holds (Auth0's entity limit policy). */
const PLACES = 100;

const NEEDED = ['create:actions', 'read:actions', 'delete:actions'];

/** Looks at what a token allows and, by one list of its actions, at what a tenant does. */
export async function examine(session: Session): Promise<Examination> {
  const exchange = await sendCleanup(session, 'list', {
    method: 'GET',
    path: '/actions/actions?page=0&per_page=1',
  });
  const { answer, trouble } = exchange;
  const burst = Number(answer?.headers['x-ratelimit-limit']);
  const total = valueAt(valueOf(exchange), '/total');
  return {
    signs: [
      ...tokenSigns(session),
      answer?.status === 200
        ? { ok: true, line: 'it lists its actions' }
        : {
            ok: false,
            line: `it does not list its actions: ${trouble?.message ?? `it answered ${answer?.status ?? 'nothing'}`}`,
          },
      {
        ok: true,
        line:
          burst > 0 ? `it allows ${burst} requests at once` : 'it does not say how many requests it allows',
      },
      typeof total === 'number'
        ? { ok: total < PLACES, line: `${PLACES - total} of ${PLACES} places for actions are free` }
        : { ok: true, line: 'it does not say how many actions it holds' },
    ],
    ...(burst > 0 ? { burst } : {}),
  };
}

function tokenSigns({ tokens: { scopes, reasonToStop } }: Session): readonly Sign[] {
  const missing = NEEDED.filter((scope) => scopes?.has(scope) === false);
  const allows = missing.length > 0 ? `lacks ${missing.join(', ')}` : 'allows all that a run needs';
  return [
    {
      ok: missing.length === 0,
      line: scopes === undefined ? 'the token does not say what it allows' : `the token ${allows}`,
    },
    ...(reasonToStop === undefined ? [] : [{ ok: false, line: reasonToStop }]),
  ];
}
