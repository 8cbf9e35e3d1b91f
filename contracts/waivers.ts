import type { RequirementId } from './catalogue.ts';

/** A known way in which real tenants differ from the document: named, explained, and no reason to wake anybody. */
export interface Waiver {
  readonly name: string;
  readonly requirement: RequirementId;
  /**
   * The place that a finding names, for the waiver to cover it, in an action by itself or in one of a list; `-` stands for
   * any item of a list.
   */
  readonly path: string;
  /** What the finding found there, as JSON, one of these; left out where any value is meant. */
  readonly actual?: readonly string[];
  readonly reason: string;
}

/** Where an action stands in a list. */
const IN_LIST = /^\/actions\/\d+(?=\/)/;

const INDEX = /\/\d+(?=\/|$)/g;

/** Whether a waiver is about what was found at a place: in an action by itself, or in one of a list. */
export const covers = (
  { path, actual }: Waiver,
  found: Pick<Waiver, 'path'> & { readonly actual: string },
): boolean =>
  path === found.path.replace(IN_LIST, '').replaceAll(INDEX, '/-') &&
  (actual === undefined || actual.includes(found.actual));

/** Deviations seen in traffic recorded from real tenants, 2022 to 2026. */
export const waivers: readonly Waiver[] = [
  {
    name: 'current-version-undocumented',
    requirement: 'answer.action.undocumented',
    path: '/current_version',
    reason:
      'Real tenants answer `current_version` beside `deployed_version` in every action that was ever deployed.',
  },
  {
    name: 'current-version-status-upper-case',
    requirement: 'answer.status.everywhere',
    path: '/current_version/status',
    actual: ['"PENDING"', '"BUILDING"', '"PACKAGED"', '"BUILT"', '"RETRYING"', '"FAILED"'],
    reason: 'The status inside `current_version` is written in upper case.',
  },
  {
    name: 'deploy-answers-200',
    requirement: 'lifecycle.deploy.status',
    path: 'status',
    actual: ['200'],
    reason: 'All 181 recorded deploys were answered with 200; the published schema says 202.',
  },
  {
    name: 'deploy-answers-not-deployed',
    requirement: 'lifecycle.deploy.deployed',
    path: '/deployed',
    actual: ['false'],
    reason: 'All 181 recorded deploys were answered with `deployed: false`, though the version went live.',
  },
  {
    name: 'read-drops-registry-url',
    requirement: 'lifecycle.read.same',
    path: '/dependencies/-/registry_url',
    actual: ['nothing'],
    reason:
      'Reads of a built action leave out the `registry_url` of its dependencies, which the create had answered: all five that were recorded.',
  },
  {
    name: 'list-leaves-out-page-zero',
    requirement: 'lifecycle.list.page',
    path: '/page',
    actual: ['nothing'],
    reason: 'Lists leave out `page` where it is 0.',
  },
];
