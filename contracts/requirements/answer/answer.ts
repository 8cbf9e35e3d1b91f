import { operation, page, recorded, requirement } from '../../build.ts';

const created = { kind: 'passive', on: 'created' } as const;
const RECORDED_CREATES = recorded('all 119 recorded creates answer it');

/** A property that every recorded create answered, though the page requires none. */
const always = <const P extends string>(property: P) =>
  requirement({
    id: `answer.present.${property}`,
    level: 'SHOULD',
    title: `answers a create with \`${property}\``,
    source: RECORDED_CREATES,
    exercisedBy: created,
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
    title: 'answers a successful create in JSON, in UTF-8, and says so in `content-type`',
    source: operation('/responses/201/content'),
    exercisedBy: created,
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
    exercisedBy: created,
    judgedBy: { kind: 'statuses-documented' },
  }),
  requirement({
    id: 'answer.times.in-order',
    level: 'SHOULD',
    title: 'never dates an update before the creation',
    source: recorded('`updated_at` is later than `created_at` in all 119 recorded creates'),
    exercisedBy: created,
    judgedBy: { kind: 'times-in-order' },
  }),
  requirement({
    id: 'answer.id.unique',
    level: 'MUST',
    title: 'gives two actions two ids',
    source: page('Response > id'),
    exercisedBy: { kind: 'sequence', sequence: 'life', step: 'created-again' },
    judgedBy: { kind: 'new-id' },
  }),
] as const;
