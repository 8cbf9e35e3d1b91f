import * as fc from 'fast-check';

/** An npm package that an action depends on, as a client sends it. */
export type DependencyRequest = {
  readonly name: string;
  readonly version: string;
  readonly registry_url?: string;
};

/** Packages that exist, so that a tenant can build what depends on them; more than the ten that an action may have. */
const PACKAGES: readonly DependencyRequest[] = [
  { name: 'lodash', version: '4.17.21' },
  { name: 'uuid', version: '9.0.1' },
  { name: '@sindresorhus/is', version: '4.6.0' },
  { name: 'ms', version: '2.1.3' },
  { name: 'dayjs', version: '1.11.10' },
  { name: 'qs', version: '6.11.2' },
  { name: 'semver', version: '7.5.4' },
  { name: 'axios', version: '1.6.0' },
  { name: 'jsonwebtoken', version: '9.0.2' },
  { name: 'node-fetch', version: '2.7.0' },
  { name: 'moment', version: '2.29.4' },
  { name: '@types/node', version: '20.10.0' },
];

const PUBLIC_REGISTRY = 'https://registry.npmjs.org/';

/** Constraints on {@link dependency}. */
export interface DependencyConstraints {
  /** The packages to choose from, the simplest first; by default a dozen small ones that exist on npm. */
  readonly packages?: readonly DependencyRequest[];
}

/** Dependencies on npm packages in fixed versions, one in eight with the public registry's address besides. */
export function dependency({
  packages = PACKAGES,
}: DependencyConstraints = {}): fc.Arbitrary<DependencyRequest> {
  return fc
    .tuple(fc.constantFrom(...packages), fc.nat(7))
    .map(([each, roll]) => (roll === 7 ? { ...each, registry_url: PUBLIC_REGISTRY } : each));
}
