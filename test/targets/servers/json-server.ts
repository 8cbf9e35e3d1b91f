import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { installPackage } from '../../../bench/install-package.ts';
import { ANY_TOKEN, CARELESS, OWN_ERRORS } from '../breaks.ts';
import type { ThirdParty } from '../third-party.ts';

const PACKAGE = { name: 'json-server', version: '0.17.4' };

/** json-server with an empty list of actions below the API's path: it keeps whatever it is sent. */
export const jsonServer: ThirdParty = {
  name: 'json-server',
  title: 'json-server',
  version: PACKAGE.version,
  from: 'npm',
  says: {
    care: 'refuses nothing',
    exitCode: 1,
    causes: ['refuses-nothing', 'asks-nobody', 'unusable-id', 'lacks-properties'],
    notCauses: ['same-answer', 'made-up-answers'],
    breaks: [
      ...CARELESS,
      ...ANY_TOKEN,
      ...OWN_ERRORS,
      'answer.present.*',
      'answer.action.id',
      'answer.list.object',
    ],
  },
  install: (progress) => installPackage(PACKAGE, progress),
  async prepare({ installed, scratch, port }) {
    const [data, routes] = [join(scratch, 'db.json'), join(scratch, 'routes.json')];
    await writeFile(data, JSON.stringify({ actions: [] }));
    await writeFile(routes, JSON.stringify({ '/api/v2/actions/actions*': '/actions$1' }));
    const entry = join(installed, 'node_modules/json-server/lib/cli/bin.js');
    return {
      args: [entry, '--quiet', '--host', '127.0.0.1', '--port', String(port), '--routes', routes, data],
      cwd: scratch,
    };
  },
};
