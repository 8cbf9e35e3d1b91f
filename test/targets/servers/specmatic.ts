import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { installPackage } from '../../../bench/install-package.ts';
import { apiDescription } from '../api-description.ts';
import { apiExamples } from '../api-examples.ts';
import { needsCommand } from '../needs-command.ts';
import { ANY_TOKEN, MADE_UP, OWN_ERRORS } from '../breaks.ts';
import type { ThirdParty } from '../third-party.ts';

const PACKAGE = { name: 'specmatic', version: '2.55.1' };

/** Specmatic's mock: npm brings the program, and Java runs it. */
export const specmatic: ThirdParty = {
  name: 'specmatic',
  title: 'Specmatic',
  version: PACKAGE.version,
  from: 'npm, run by Java',
  says: {
    care: 'validates',
    exitCode: 1,
    causes: ['foreign-errors'],
    notCauses: ['refuses-nothing', 'same-answer', 'accepts-null'],
    endlessBuilds: true,
    // Of a list it looks at no length: what is empty or too long is accepted.
    breaks: [...MADE_UP, ...ANY_TOKEN, ...OWN_ERRORS, 'request.supported_triggers.*-*-*'],
  },
  install: async (progress) =>
    (await needsCommand('java', '-version')) ?? (await installPackage(PACKAGE, progress)),
  async prepare({ installed, scratch, port }) {
    const document = join(scratch, 'openapi.json');
    await writeFile(document, await apiDescription(await apiExamples()));
    const jar = join(installed, 'node_modules/specmatic/specmatic.jar');
    const where = ['--host', '127.0.0.1', '--port', String(port)];
    return {
      command: 'java',
      args: ['-jar', jar, 'stub', ...where, '--noConsoleLog', document],
      cwd: scratch,
    };
  },
};
