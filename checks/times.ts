import type { Json, OrderedTimes } from '../contracts/expectation.ts';
import { isList, isObject, valueAt, type JsonObject } from '../contracts/pointer.ts';
import { broken, held, shown, type Evidence, type Finding, type Judgement } from './judgement.ts';
import { nanoseconds } from './moment.ts';
import { shownActions, shownVersions, type Shown } from './shown-actions.ts';

/** Moments that a tenant takes one after the other for one change may be off by so much, in nanoseconds. */
const SLACK = 1_000_000_000n;

/** Two moments of which the first must not lie after the second. */
interface Pair {
  readonly first: { readonly name: string; readonly value: Json | undefined };
  /** With the JSON Pointer to it. */
  readonly second: { readonly name: string; readonly value: Json | undefined; readonly path: string };
  readonly slack: bigint;
}

/** Judges that moments in an answer have the order that they must have. */
export function judgeTimes(evidence: Evidence, of: OrderedTimes): Judgement {
  // What is no time breaks a requirement of its own.
  const told = PAIRS[of](evidence).filter(
    ({ first, second }) => nanoseconds(first.value) !== undefined && nanoseconds(second.value) !== undefined,
  );
  const findings = told.flatMap(({ first, second, slack }): readonly Finding[] => {
    const [from = 0n, to = 0n] = [nanoseconds(first.value), nanoseconds(second.value)];
    if (from <= to + slack) return [];
    return [
      {
        message: `${second.name} lies before ${first.name}`,
        path: second.path,
        kind: 'backwards',
        expected: `not before ${shown(first.value)}`,
        actual: shown(second.value),
      },
    ];
  });
  return findings.length > 0 ? broken(...findings) : held(told.length > 0);
}

const PAIRS: Readonly<Record<OrderedTimes, (evidence: Evidence) => readonly Pair[]>> = {
  updates: (evidence) => everything(evidence).map((each) => within(each, 'created_at', 'updated_at', 0n)),
  builds: (evidence) => [
    ...everything(evidence).map((each) => within(each, 'created_at', 'built_at', 0n)),
    // A build that ends changes the version; an action is changed by whoever updates it.
    ...shownVersions(evidence).map((each) => within(each, 'built_at', 'updated_at', SLACK)),
  ],
  versions: (evidence) =>
    shownActions(evidence).map(({ path, value }) => ({
      first: { name: "the action's `created_at`", value: value['created_at'] },
      second: {
        name: "the version's `created_at`",
        value: valueAt(value, '/deployed_version/created_at'),
        path: `${path}/deployed_version/created_at`,
      },
      slack: SLACK,
    })),
  secrets: (evidence) => [...shownActions(evidence), ...shownVersions(evidence)].flatMap(ofSecrets),
};

/** Actions and versions, and the actions that versions name. */
const everything = (evidence: Evidence): readonly Pick<Shown, 'path' | 'value'>[] => [
  ...shownActions(evidence),
  ...shownVersions(evidence).flatMap((version) => {
    const { path, value } = version;
    const owner = value['action'];
    return [version, ...(isObject(owner) ? [{ path: `${path}/action`, value: owner }] : [])];
  }),
];

function within(
  { path, value }: Pick<Shown, 'path' | 'value'>,
  first: string,
  second: string,
  slack: bigint,
): Pair {
  return {
    first: { name: `\`${first}\``, value: value[first] },
    second: { name: `\`${second}\``, value: value[second], path: `${path}/${second}` },
    slack,
  };
}

/** A secret was set when its action was created or later, and setting it changed the action. */
function ofSecrets({ path, value }: Pick<Shown, 'path' | 'value'>): readonly Pair[] {
  const { secrets, updated_at: updated } = value;
  return (isList(secrets) ? secrets : []).filter(isObject).map((secret: JsonObject) => ({
    first: { name: "a secret's `updated_at`", value: secret['updated_at'] },
    second: { name: '`updated_at`', value: updated, path: `${path}/updated_at` },
    slack: SLACK,
  }));
}
