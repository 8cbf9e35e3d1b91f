import { every, openapi, operation, page, recorded, requirement, standard } from '../../build.ts';

const created = { kind: 'passive', on: 'created' } as const;
const shown = { kind: 'passive', on: 'shown' } as const;
const RECORDED_ACTIONS = recorded('all recorded creates, reads, updates and lists answer it');

/** A property that every recorded action had, though the page requires none. */
const always = <const P extends string>(property: P) =>
  requirement({
    id: `answer.present.${property}`,
    level: 'SHOULD',
    title: `answers an action with \`${property}\``,
    source: RECORDED_ACTIONS,
    exercisedBy: { kind: 'passive', on: 'action' },
    judgedBy: { kind: 'present', property },
  });

/** The answer as a whole: its status, its form, what is always in it and what must not be. */
export const answer = [
  requirement({
    id: 'answer.http.status',
    level: 'MUST',
    title: 'answers a successful create with 201',
    source: operation('/responses/201'),
    exercisedBy: created,
    judgedBy: { kind: 'status', in: [201] },
  }),
  requirement({
    id: 'answer.http.json',
    level: 'MUST',
    title: 'answers success in JSON, in UTF-8, and says so in `content-type`',
    source: operation('/responses/201/content'),
    exercisedBy: shown,
    judgedBy: { kind: 'json' },
  }),
  always('id'),
  always('name'),
  always('supported_triggers'),
  always('created_at'),
  always('updated_at'),
  always('code'),
  always('dependencies'),
  always('runtime'),
  always('status'),
  always('secrets'),
  always('all_changes_deployed'),
  requirement({
    id: 'answer.status.everywhere',
    level: 'SHOULD',
    title:
      'writes every build status, also one in an undocumented property, as one of the six documented values',
    source: page('Response > status'),
    exercisedBy: shown,
    judgedBy: { kind: 'statuses-documented' },
  }),
  requirement({
    id: 'answer.times.in-order',
    level: 'SHOULD',
    title: 'never dates an update before the creation',
    source: recorded('`updated_at` is later than `created_at` in all 119 recorded creates'),
    exercisedBy: shown,
    judgedBy: { kind: 'times-in-order', of: 'updates' },
  }),
  requirement({
    id: 'answer.times.builds',
    level: 'SHOULD',
    title: 'never dates a build before the creation, nor after the last change of the version that it made',
    source: page('Response > built_at'),
    exercisedBy: shown,
    judgedBy: { kind: 'times-in-order', of: 'builds' },
  }),
  requirement({
    id: 'answer.times.versions',
    level: 'SHOULD',
    title: 'never dates a version before its action',
    source: openapi('ActionDeployedVersion', '/properties/created_at'),
    exercisedBy: shown,
    judgedBy: { kind: 'times-in-order', of: 'versions' },
  }),
  requirement({
    id: 'answer.times.secrets',
    level: 'SHOULD',
    title: 'never dates a secret after the last update of what it belongs to',
    source: recorded("a secret's `updated_at` is its action's in every recorded create with secrets"),
    exercisedBy: shown,
    judgedBy: { kind: 'times-in-order', of: 'secrets' },
  }),
  requirement({
    id: 'answer.times.now',
    level: 'SHOULD',
    title: 'dates what it has just made or changed as of now, and nothing in the future',
    source: page('Response > created_at'),
    exercisedBy: shown,
    judgedBy: { kind: 'dated-now' },
  }),
  requirement({
    id: 'answer.id.unique',
    level: 'MUST',
    title: 'gives two actions two ids',
    source: page('Response > id'),
    exercisedBy: { kind: 'sequence', sequence: 'life', step: 'created-again' },
    alsoOn: [created, ...every('list')],
    judgedBy: { kind: 'new-id' },
  }),
  requirement({
    id: 'answer.json.unique-names',
    level: 'SHOULD',
    title: 'writes no name twice in an object',
    source: standard('RFC 8259', '4'),
    exercisedBy: { kind: 'passive', on: 'every' },
    judgedBy: { kind: 'unique-names' },
  }),
] as const;
