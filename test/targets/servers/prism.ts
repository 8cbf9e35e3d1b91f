import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { installPackage } from '../../../bench/install-package.ts';
import { PRISM } from '../../../bench/install-prism.ts';
import { apiDescription } from '../api-description.ts';
import { apiExamples } from '../api-examples.ts';
import { ANY_TOKEN, CANNED, MADE_UP, OWN_ERRORS } from '../breaks.ts';
import type { Said, ThirdParty } from '../third-party.ts';

/** Prism's mock server: `prism mock`, with one example for all or an answer made at random for each. */
const prism = (manner: 'static' | 'dynamic', says: Said): ThirdParty => ({
  name: `prism-${manner}`,
  title: `Prism, ${manner}`,
  version: PRISM.version,
  from: 'npm',
  says,
  install: (progress) => installPackage(PRISM, progress),
  async prepare({ installed, scratch, port }) {
    const document = join(scratch, 'openapi.json');
    await writeFile(document, await apiDescription(await apiExamples()));
    const flags = manner === 'dynamic' ? ['--dynamic', '--seed', '1'] : [];
    const entry = join(installed, 'node_modules', PRISM.name, 'dist/index.js');
    return { args: [entry, 'mock', '--host', '127.0.0.1', '--port', String(port), ...flags, document] };
  },
});

const SAID = {
  care: 'validates',
  exitCode: 1,
  // It leaves every body that is no JSON without an answer.
  causes: ['same-answer', 'takes-any-token', 'keeps-silent'],
  notCauses: ['refuses-nothing', 'asks-nobody', 'accepts-null'],
} as const;

export const prismStatic = prism('static', { ...SAID, breaks: [...CANNED, ...ANY_TOKEN, ...OWN_ERRORS] });

export const prismDynamic = prism('dynamic', {
  ...SAID,
  breaks: [...MADE_UP, 'answer.list.*', ...ANY_TOKEN, ...OWN_ERRORS],
});
