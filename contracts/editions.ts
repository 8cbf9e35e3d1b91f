import type { RequirementId } from './catalogue.ts';
import type { Json } from './expectation.ts';
import type { Source } from './requirement.ts';

/**
 * What the API did on days before it did what the contract says today. A recording is judged by what held on its day;
 * before the first of these days nobody knows.
 */
export interface Edition {
  readonly requirement: RequirementId;
  /** ISO date of the first day on which it is known to hold. */
  readonly from: string;
  /** ISO date of the day after the last; absent where it holds today. */
  readonly until?: string;
  /** The trigger that it holds for, as id and version; absent where it holds for all that have no edition of their own. */
  readonly trigger?: string;
  /** What was answered then; absent where that is what the contract says today. */
  readonly value?: Json;
  readonly source: Source;
}

const CREATES: Source = {
  in: 'recorded',
  fact: 'creates without `runtime` recorded from 2022 to 2026 answered the default of their trigger at that time',
};

const PUBLISHED: Source = { in: 'openapi', pointer: '/components/schemas/ActionTriggerTypeEnum/enum' };

const runtime = (trigger: string, from: string, until?: string, value?: Json): Edition => ({
  requirement: 'request.runtime.default',
  trigger,
  from,
  ...(until === undefined ? {} : { until }),
  ...(value === undefined ? {} : { value }),
  source: CREATES,
});

/** The requirements that speak of the ids of triggers, of which the published description gave no list before. */
const TRIGGER_IDS = [
  'request.supported_triggers.id.enum',
  'request.supported_triggers.compatible_triggers.id.enum',
  'answer.trigger.id.enum',
] as const satisfies readonly RequirementId[];

/** The few facts that changed while tenants were recorded, each with the days on which it held. */
export const editions: readonly Edition[] = [
  runtime('post-login v2', '2022-01-01', '2023-02-01', 'node16'),
  runtime('post-login v3', '2022-07-01', '2023-07-16', 'node16'),
  runtime('post-login v3', '2023-07-18', '2024-01-01', 'node18-actions'),
  runtime('post-login v3', '2026-01-01'),
  runtime('custom-token-exchange v1', '2025-01-17', '2025-01-18', 'node18'),
  runtime('custom-token-exchange v1', '2025-01-29'),
  {
    requirement: 'request.runtime.default',
    from: '2026-03-20',
    source: { in: 'openapi', pointer: '/components/schemas/CreateActionRequestContent/properties/runtime' },
  },
  ...TRIGGER_IDS.map((requirement): Edition => ({ requirement, from: '2026-03-31', source: PUBLISHED })),
];
