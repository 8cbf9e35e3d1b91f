import process from 'node:process';
import { delimiter, join } from 'node:path';
import { access } from 'node:fs/promises';

import { ended, start } from '../../../bench/children.ts';
import { fill, type Installed } from '../../../bench/install-package.ts';
import { stringIn } from '../../../bench/json.ts';
import { apiExamples } from '../api-examples.ts';
import { needsCommand } from '../needs-command.ts';
import { CANNED, OWN_ERRORS } from '../breaks.ts';
import type { ThirdParty } from '../third-party.ts';

const MODULE = 'github.com/sergiught/auth0-mock';
const VERSION = 'v0.229.0';
const ACTIONS = '/api/v2/actions/actions';

/** A mock of the Management API in Go: it validates by Auth0's description, and answers what it was told to. */
export const auth0Mock: ThirdParty = {
  name: 'auth0-mock',
  title: 'auth0-mock',
  version: VERSION,
  from: 'Go',
  says: {
    care: 'validates',
    exitCode: 1,
    causes: ['same-answer', 'accepts-null'],
    notCauses: ['refuses-nothing', 'asks-nobody', 'takes-any-token'],
    // It takes null for any text and truth value, needs no name and no body, and allows two triggers.
    breaks: [
      ...CANNED,
      ...OWN_ERRORS,
      'auth.challenge.present',
      'request.body.missing',
      'request.name.required',
      'request.*.type',
      'request.supported_triggers.one-at-a-time',
    ],
  },
  install: async (progress) =>
    (await onPath()) ?? (await needsCommand('go', 'version')) ?? (await get(progress)),
  async prepare({ installed, port }) {
    return {
      command: join(installed, 'auth0-mock'),
      args: [],
      env: {
        HTTP_ADDR: `127.0.0.1:${port}`,
        HTTPS_ADDR: 'off',
        ISSUER_URL: `http://127.0.0.1:${port}/`,
        DEFAULT_AUDIENCE: `http://127.0.0.1:${port}/api/v2/`,
      },
    };
  },
  async token(origin) {
    const body = {
      grant_type: 'client_credentials',
      client_id: 'any',
      client_secret: 'any',
      audience: `${origin}/api/v2/`,
    };
    return stringIn(await post(`${origin}/oauth/token`, body), 'access_token');
  },
  async furnish(origin) {
    const { action, list, deployed } = await apiExamples();
    const one = `${ACTIONS}/{id}`;
    for (const [method, path, status, answer] of [
      ['POST', ACTIONS, 201, action],
      ['GET', ACTIONS, 200, list],
      ['GET', one, 200, action],
      ['PATCH', one, 200, action],
      ['POST', `${one}/deploy`, 202, deployed],
      ['DELETE', one, 204, undefined],
    ] as const) {
      await post(`${origin}/admin0/expectations`, {
        method,
        path,
        response: { status, ...(answer === undefined ? {} : { body: answer }) },
      });
    }
  },
};

/** Where its program is already, as its users install it. */
async function onPath(): Promise<Installed | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const found = await access(join(folder, 'auth0-mock')).then(
      () => true,
      () => false,
    );
    if (found) return { installed: true, folder };
  }
  return undefined;
}

const get = (progress: (line: string) => void): Promise<Installed> =>
  fill(`auth0-mock@${VERSION}`, progress, async (folder) => {
    const go = start({
      name: 'Go',
      command: 'go',
      args: ['install', `${MODULE}/cmd/api@${VERSION}`],
      env: { GOBIN: folder },
    });
    const code = await ended(go);
    return code === 0 ? undefined : `Go ended with ${code ?? 'no exit code'}`;
  });

async function post(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`auth0-mock answered ${url} with ${answer.status}: ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
