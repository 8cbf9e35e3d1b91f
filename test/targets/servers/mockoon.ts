import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { installPackage } from '../../../bench/install-package.ts';
import { apiDescription } from '../api-description.ts';
import { apiExamples } from '../api-examples.ts';
import { ANY_TOKEN, CARELESS, MADE_UP, OWN_ERRORS } from '../breaks.ts';
import type { ThirdParty } from '../third-party.ts';

const PACKAGE = { name: '@mockoon/cli', version: '9.9.0' };

/** Mockoon's command line on an OpenAPI document, which it makes routes with one answer each of. */
export const mockoon: ThirdParty = {
  name: 'mockoon',
  title: "Mockoon's CLI",
  version: PACKAGE.version,
  from: 'npm',
  says: {
    care: 'refuses nothing',
    exitCode: 1,
    causes: ['refuses-nothing', 'made-up-answers', 'asks-nobody'],
    notCauses: ['forgets'],
    // Its times are no times, and most of its texts are empty.
    breaks: [...CARELESS, ...MADE_UP, ...ANY_TOKEN, ...OWN_ERRORS, 'answer.*'],
  },
  install: (progress) => installPackage(PACKAGE, progress),
  async prepare({ installed, scratch, port }) {
    const document = join(scratch, 'openapi.json');
    await writeFile(document, await apiDescription(await apiExamples()));
    const entry = join(installed, 'node_modules/@mockoon/cli/bin/run.js');
    const where = ['--hostname', '127.0.0.1', '--port', String(port)];
    return {
      args: [entry, 'start', '--data', document, ...where, '--disable-log-to-file', '--disable-admin-api'],
      env: { HOME: scratch },
    };
  },
};
