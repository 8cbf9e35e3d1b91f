import type { RequestKind } from '../contracts/case.ts';
import type { Report } from '../verdicts/report.ts';
import { amount } from './amount.ts';

const NOUNS: Readonly<Record<RequestKind, readonly [one: string, many: string]>> = {
  create: ['create', 'creates'],
  probe: ['probe', 'probes'],
  read: ['read', 'reads'],
  update: ['update', 'updates'],
  deploy: ['deploy', 'deploys'],
  cleanup: ['cleanup', 'cleanups'],
  token: ['token request', 'token requests'],
  pact: ['request for pacts', 'requests for pacts'],
};

const KINDS: readonly RequestKind[] = [
  'create',
  'probe',
  'read',
  'update',
  'deploy',
  'cleanup',
  'token',
  'pact',
];

/** What the run spent, in one sentence: `118 requests: 24 creates, 60 probes, ...`; and what ended it early. */
export function requestsSpent({ requests, phases }: Report): string {
  const parts = KINDS.filter((kind) => requests[kind] > 0).map((kind) =>
    amount(requests[kind], ...NOUNS[kind]),
  );
  const ended = EARLY.flatMap(([phase, name]) => {
    const why = phases[phase].ended;
    return why === undefined ? [] : [`; ${name} ended early, ${why}`];
  });
  const all = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `${amount(requests.total, 'request')}${all}${ended.join('')}`;
}

/** Phases that go on until their requests are spent. */
const EARLY = [
  ['exploration', 'exploration'],
  ['lifecycle', 'the exploration of lifecycles'],
] as const;

/** What became of the actions that the run created. */
export function actionsSpent({ actions }: Report): string {
  const { created, deleted, leftOver, unknown = 0, trouble } = actions;
  const account = [
    `${amount(created, 'action')} created, ${deleted} deleted, ${leftOver} left over`,
    ...(unknown === 0 ? [] : [`${amount(unknown, 'create')} whose outcome is not known`]),
  ].join(', ');
  return trouble === undefined ? account : `${account} (${trouble.reason})`;
}
