import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ended, start } from '../../../bench/children.ts';
import { fill } from '../../../bench/install-package.ts';
import { type ApiExamples, apiExamples } from '../api-examples.ts';
import { needsCommand } from '../needs-command.ts';
import { ANY_TOKEN, CANNED, CARELESS, OWN_ERRORS } from '../breaks.ts';
import type { Said, ThirdParty } from '../third-party.ts';

const VERSION = '3.13.2';
const ARTIFACT = `org.wiremock:wiremock-standalone:${VERSION}`;
const ACTIONS = '/api/v2/actions/actions';
const ONE = `${ACTIONS}/[^/]+`;
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

type Stub = Readonly<Record<string, unknown>>;

/** WireMock's standalone server with stubs in files, as teams keep them in a repository. */
const wiremock = (
  kind: string,
  title: string,
  stubs: (examples: ApiExamples) => readonly Stub[],
  says: Said,
): ThirdParty => ({
  name: `wiremock-${kind}`,
  title: `WireMock, ${title}`,
  version: VERSION,
  from: 'Maven',
  says,
  install: async (progress) =>
    (await needsCommand('java', '-version')) ??
    (await needsCommand('mvn', '-version')) ??
    (await get(progress)),
  async prepare({ installed, scratch, port }) {
    const folder = join(scratch, 'mappings');
    await mkdir(folder);
    const mappings = [...stubs(await apiExamples())];
    await writeFile(join(folder, 'actions.json'), JSON.stringify({ mappings }));
    const jar = join(installed, `wiremock-standalone-${VERSION}.jar`);
    const where = ['--bind-address', '127.0.0.1', '--port', String(port), '--root-dir', scratch];
    return {
      command: 'java',
      args: ['-jar', jar, ...where, '--disable-banner', '--global-response-templating'],
    };
  },
});

const get = (progress: (line: string) => void): ReturnType<typeof fill> =>
  fill(`wiremock-standalone@${VERSION}`, progress, async (folder) => {
    const output = [`-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`, '-Dmdep.useBaseVersion=true'];
    const maven = start({ name: 'Maven', command: 'mvn', args: ['-q', 'dependency:copy', ...output] });
    const code = await ended(maven);
    return code === 0 ? undefined : `Maven ended with ${code ?? 'no exit code'}`;
  });

const stub = (request: Stub, status: number, jsonBody?: unknown, more: Stub = {}): Stub => ({
  request,
  response: { status, headers: JSON_TYPE, ...(jsonBody === undefined ? {} : { jsonBody }) },
  ...more,
});

const refusal = (statusCode: number, error: string, message: string): unknown => ({
  statusCode,
  error,
  message,
});

/** One canned answer to each operation. */
const canned = ({ action, list, deployed, triggers }: ApiExamples): readonly Stub[] => [
  stub({ method: 'POST', urlPath: ACTIONS }, 201, action),
  stub({ method: 'GET', urlPath: ACTIONS }, 200, list),
  stub({ method: 'GET', urlPathPattern: ONE }, 200, action),
  stub({ method: 'PATCH', urlPathPattern: ONE }, 200, action),
  stub({ method: 'DELETE', urlPathPattern: ONE }, 204),
  stub({ method: 'POST', urlPathPattern: `${ONE}/deploy` }, 202, deployed),
  stub({ method: 'GET', urlPath: '/api/v2/actions/triggers' }, 200, triggers),
];

/** Any request is answered, whatever it holds; what is deleted stays, and DELETE has no stub. */
const careless = (examples: ApiExamples): readonly Stub[] =>
  canned(examples).filter(({ request }) => (request as Stub)['method'] !== 'DELETE');

/** Only a body of the right shape is answered; everything else finds no stub. */
const validating = (examples: ApiExamples): readonly Stub[] => [
  stub(
    {
      method: 'POST',
      urlPath: ACTIONS,
      headers: { Authorization: { matches: 'Bearer .+' } },
      bodyPatterns: [
        { matchesJsonPath: '$[?(@.name =~ /.+/)]' },
        { matchesJsonPath: '$.supported_triggers[?(@.id =~ /[a-z-]+/)]' },
      ],
    },
    201,
    examples.action,
  ),
  ...canned(examples).slice(1),
];

/** The first stub that fits wins: no token, no name, then anything at all. */
const byPriority = (examples: ApiExamples): readonly Stub[] => [
  stub(
    { urlPathPattern: '/api/v2/.*', headers: { Authorization: { absent: true } } },
    401,
    refusal(401, 'Unauthorized', 'Missing authentication'),
    { priority: 1 },
  ),
  stub(
    {
      method: 'POST',
      urlPath: ACTIONS,
      bodyPatterns: [{ matchesJsonPath: { expression: '$.name', absent: true } }],
    },
    400,
    refusal(400, 'Bad Request', 'name is missing'),
    { priority: 2 },
  ),
  ...canned(examples).map((each) => ({ ...each, priority: 5 })),
];

const BREAKS = [...CARELESS, ...CANNED, ...ANY_TOKEN, ...OWN_ERRORS];

export const wiremockCareless = wiremock('careless', 'no validation', careless, {
  care: 'refuses nothing',
  exitCode: 1,
  causes: ['refuses-nothing', 'asks-nobody', 'same-answer'],
  notCauses: ['made-up-answers'],
  breaks: BREAKS,
});

export const wiremockValidating = wiremock('validating', 'validation', validating, {
  care: 'looks at a little',
  exitCode: 1,
  causes: ['refuses-nothing', 'same-answer'],
  notCauses: ['asks-nobody', 'made-up-answers'],
  breaks: BREAKS,
});

export const wiremockPriority = wiremock('priority', 'priorities', byPriority, {
  care: 'looks at a little',
  exitCode: 1,
  causes: ['refuses-nothing', 'takes-any-token', 'same-answer'],
  notCauses: ['asks-nobody', 'made-up-answers'],
  breaks: BREAKS,
});
