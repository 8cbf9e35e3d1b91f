import { installPackage, type Package } from '../../../bench/install-package.ts';
import { ANY_TOKEN, CANNED, CARELESS, OWN_ERRORS } from '../breaks.ts';
import type { Said, ThirdParty } from '../third-party.ts';
import { program } from './program.ts';

/** A library of npm's, as a short program of ours uses it. */
const library = (name: string, title: string, from: Package, says: Said): ThirdParty => ({
  name,
  title,
  version: from.version,
  from: 'npm',
  says,
  install: (progress) => installPackage(from, progress),
  prepare: (place) => program(`${name}.mjs`, place),
});

export const openapiBackend = library(
  'openapi-backend',
  'openapi-backend',
  { name: 'openapi-backend', version: '5.21.2' },
  {
    care: 'validates',
    exitCode: 1,
    causes: ['same-answer', 'takes-any-token'],
    notCauses: ['refuses-nothing', 'asks-nobody', 'accepts-null'],
    breaks: [...CANNED, ...ANY_TOKEN, ...OWN_ERRORS, 'http.content-type'],
  },
);

export const msw = library(
  'msw',
  'MSW over node:http',
  { name: 'msw', version: '3.0.5' },
  {
    care: 'looks at a little',
    exitCode: 1,
    causes: ['refuses-nothing', 'takes-any-token'],
    notCauses: ['same-answer', 'made-up-answers', 'asks-nobody', 'forgets', 'does-not-delete'],
    // What is wrong with what it is sent, it keeps and shows.
    breaks: [...CARELESS, ...ANY_TOKEN, ...OWN_ERRORS, 'answer.*', 'lifecycle.list.*', 'lifecycle.update.*'],
  },
);

export const scalar = library(
  'scalar',
  "Scalar's mock server",
  { name: '@scalar/mock-server', version: '0.14.4' },
  {
    care: 'validates',
    exitCode: 1,
    causes: ['same-answer', 'takes-any-token', 'foreign-errors'],
    notCauses: ['refuses-nothing', 'asks-nobody', 'accepts-null'],
    breaks: [...CANNED, ...ANY_TOKEN, ...OWN_ERRORS, 'http.content-type'],
  },
);
