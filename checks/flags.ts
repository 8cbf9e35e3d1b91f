import { isObject } from '../contracts/pointer.ts';
import { broken, held, shown, type Evidence, type Finding, type Judgement } from './judgement.ts';
import type { KnownAction } from './memory.ts';
import { differing } from './same.ts';
import { shownActions } from './shown-actions.ts';

const FLAG = 'all_changes_deployed';

/** What is of another type breaks a requirement of its own. */
const isMistyped = (flag: unknown): boolean => flag !== undefined && typeof flag !== 'boolean';

/** Judges that an action says whether everything in it is deployed, where earlier answers leave no doubt of that. */
export function judgeCompleteness(evidence: Evidence, value: boolean): Judgement {
  const { exchange, memory } = evidence;
  const isUpdate = exchange.about.operation === 'update';
  const certain = shownActions(evidence).filter(({ id, value: action }) => {
    const known = memory.action(exchange, id);
    if (known === undefined) return false;
    // What an update has changed besides the code, only it knows.
    const now = isUpdate ? { ...known, changed: true, shown: action } : known;
    return isComplete(now) === value;
  });
  const findings = certain.flatMap(({ path, value: action }): readonly Finding[] =>
    action[FLAG] === value || isMistyped(action[FLAG])
      ? []
      : [
          {
            message: `\`${FLAG}\` is not ${value}, though ${value ? 'nothing' : 'something'} has changed since the deploy`,
            path: `${path}/${FLAG}`,
            kind: action[FLAG] === undefined ? 'absent' : 'other',
            expected: String(value),
            actual: shown(action[FLAG]),
          },
        ],
  );
  return findings.length > 0 ? broken(...findings) : held(certain.length > 0);
}

/** Whether all of an action is deployed; `undefined` where that is not certain. */
function isComplete({ deployed, version, changed, shown: action }: KnownAction): boolean | undefined {
  if (deployed !== 'yes') return undefined;
  const [code, live] = [action?.['code'], version?.['code']];
  if (typeof live === 'string' && typeof code === 'string' && code !== live) return false;
  return changed ? undefined : true;
}

/** Judges that no action which nobody deployed says that it is deployed. */
export function judgeNotDeployed(evidence: Evidence): Judgement {
  const { exchange, memory } = evidence;
  const drafts = shownActions(evidence).filter(({ id }) => memory.action(exchange, id)?.deployed === 'no');
  const findings = drafts.flatMap(({ path, value }) => {
    const version = value['deployed_version'];
    return [
      ...(value[FLAG] === true ? [claims(`${path}/${FLAG}`)] : []),
      ...(isObject(version) && version['deployed'] === true
        ? [claims(`${path}/deployed_version/deployed`)]
        : []),
    ];
  });
  return findings.length > 0 ? broken(...findings) : held(drafts.length > 0);
}

const claims = (path: string): Finding => ({
  message: `${path} is true, and nobody deployed the action`,
  path,
  kind: 'other',
  expected: 'false, or nothing',
  actual: 'true',
});

/** Judges that an action all of which is deployed shows the version that is, and the same code in both. */
export function judgeDeploymentAgrees(evidence: Evidence): Judgement {
  const complete = shownActions(evidence).filter(({ value }) => value[FLAG] === true);
  const findings = complete.flatMap(({ path, value }): readonly Finding[] => {
    const version = value['deployed_version'];
    if (version !== undefined && !isObject(version)) return [];
    if (version === undefined) {
      return [
        {
          message: 'all changes are deployed, and no version is',
          path: `${path}/deployed_version`,
          kind: 'absent',
          expected: 'the deployed version',
          actual: 'nothing',
        },
      ];
    }
    return differing(value, version, ['code', 'runtime', 'dependencies']).map((name) => ({
      message: `all changes are deployed, and ${path}/deployed_version/${name} is another`,
      path: `${path}/deployed_version/${name}`,
      kind: 'other',
      expected: shown(value[name]),
      actual: shown(version[name]),
    }));
  });
  return findings.length > 0 ? broken(...findings) : held(complete.length > 0);
}
