import { isObject, type JsonObject } from '../contracts/pointer.ts';
import { valueOf } from './answer-body.ts';
import {
  broken,
  held,
  heldIf,
  shown,
  unjudged,
  type Evidence,
  type Finding,
  type Judgement,
} from './judgement.ts';
import { differing, essence } from './same.ts';
import { shownActions, shownVersions } from './shown-actions.ts';

/** What a version takes over from the action that it is made of. */
const CONTENT = ['code', 'runtime', 'dependencies', 'secrets', 'modules', 'supported_triggers'];

/** What stays the same in a version for ever. */
const LASTING = ['id', 'number', 'created_at', ...CONTENT];

/** What an action keeps whatever becomes of it, but for an update. */
const OWNER = ['name', 'created_at', 'supported_triggers'];

/** Judges that a deploy answers a version of the action as it was. */
export function judgeDeploysDraft(evidence: Evidence): Judgement {
  const { exchange, memory } = evidence;
  const [version] = shownVersions(evidence);
  const draft = memory.action(exchange)?.shown;
  if (version === undefined || draft === undefined) return unjudged('no answer showed what was deployed');
  const owner = version.value['action'];
  const findings = [
    ...differences(draft, version.value, CONTENT, version.path),
    ...(isObject(owner) ? differences(draft, owner, OWNER, `${version.path}/action`) : []),
  ];
  return findings.length > 0 ? broken(...findings) : held();
}

/** Judges that an action which was deployed shows the version that the deploy answered. */
export function judgeVersionKept(evidence: Evidence): Judgement {
  const { exchange, memory } = evidence;
  let seen = false;
  const findings = shownVersions(evidence).flatMap(({ path, value, id }) => {
    const version = memory.action(exchange, id)?.version;
    if (version === undefined) return [];
    seen = true;
    return differences(version, value, LASTING, path);
  });
  return findings.length > 0 ? broken(...findings) : held(seen);
}

const differences = (
  before: JsonObject,
  now: JsonObject,
  properties: readonly string[],
  path: string,
): readonly Finding[] =>
  differing(before, now, properties).map((name) => ({
    message: `${path}/${name} is another than it was`,
    path: `${path}/${name}`,
    kind: 'changed',
    expected: shown(essence(name, before[name])),
    actual: shown(essence(name, now[name])),
  }));

/** Judges that the version which a deploy makes has the number after the one before it. */
export function judgeNextNumber({ exchange, memory }: Evidence): Judgement {
  const body = valueOf(exchange);
  const before = memory.action(exchange)?.versions;
  if (!isObject(body) || (exchange.answer?.status ?? 0) >= 300)
    return unjudged('the deploy answered no version');
  if (before === undefined) return unjudged('nothing tells which number the version before it had');
  const { number } = body;
  return heldIf(number === before + 1, () => ({
    message:
      number === undefined ? 'the version has no number' : `the version after ${before} is not ${before + 1}`,
    path: '/number',
    kind: number === undefined ? 'absent' : 'other',
    expected: String(before + 1),
    actual: shown(number),
  }));
}

/** Judges that an action which was deployed has a version that is. */
export function judgeVersionShown(evidence: Evidence): Judgement {
  const { exchange, memory } = evidence;
  const deployed = shownActions(evidence).filter(({ id }) => memory.action(exchange, id)?.deployed === 'yes');
  const findings = deployed.flatMap(({ path, value }): readonly Finding[] => {
    const version = value['deployed_version'];
    const is = isObject(version) ? version['deployed'] : undefined;
    if (is === true) return [];
    return [
      {
        message: 'an action that was deployed shows no version that is `deployed`',
        path: `${path}/deployed_version/deployed`,
        kind: is === undefined ? 'absent' : 'other',
        expected: 'true',
        actual: shown(is),
      },
    ];
  });
  return findings.length > 0 ? broken(...findings) : held(deployed.length > 0);
}
