import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { installPackage } from '../../../bench/install-package.ts';
import { makeCertificate } from '../../../fixtures/tenant/certificate.ts';
import type { ThirdParty } from '../third-party.ts';
import { program } from './program.ts';

const PACKAGE = { name: '@simulacrum/auth0-simulator', version: '0.11.4' };

/** Simulacrum's Auth0 simulator: users, logins and tokens over TLS, and no actions. */
export const auth0Simulator: ThirdParty = {
  name: 'auth0-simulator',
  title: "Simulacrum's Auth0 simulator",
  version: PACKAGE.version,
  from: 'npm',
  says: {
    care: 'refuses nothing',
    exitCode: 3,
    causes: ['refuses-everything'],
    notCauses: ['refuses-nothing', 'asks-nobody'],
    breaks: [],
  },
  install: (progress) => installPackage(PACKAGE, progress),
  authority: (scratch) => join(scratch, 'ca.pem'),
  async prepare(place) {
    const { scratch } = place;
    // It looks for the certificate below the user's home.
    const folder = join(scratch, '.simulacrum/certs');
    await mkdir(folder, { recursive: true });
    const certificate = await makeCertificate();
    await writeFile(join(folder, 'localhost.pem'), certificate.cert);
    await writeFile(join(folder, 'localhost-key.pem'), certificate.key);
    await copyFile(certificate.caFile, join(scratch, 'ca.pem'));
    await certificate.remove();
    return { ...(await program('auth0-simulator.mjs', place)), env: { HOME: scratch } };
  },
};
