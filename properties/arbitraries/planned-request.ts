import * as fc from 'fast-check';

import { PLACEHOLDERS, secretPlaceholder } from '../../contracts/placeholders.ts';
import { actionName } from './action-name.ts';
import { createActionRequest, type CreateActionRequest } from './create-action-request.ts';
import { secret } from './secret.ts';

/** The length of a name and of a secret's value, less what a run may need for what it puts in a placeholder's place. */
const NAME_LENGTH = 40;
const SECRET_LENGTH = 3_900;

/**
 * Valid bodies for a run: names and secrets' values begin with placeholders, which the run fills in, so that its
 * actions can be told from others and a leaked secret from a coincidence.
 */
export const plannedRequest = (): fc.Arbitrary<CreateActionRequest> =>
  createActionRequest({
    name: actionName({ prefix: PLACEHOLDERS.name, maxLength: NAME_LENGTH }),
    secret: secret({ prefixes: [secretPlaceholder(1), secretPlaceholder(2)], maxLength: SECRET_LENGTH }),
    module: fc.constant({
      module_id: PLACEHOLDERS.moduleId,
      module_version_id: PLACEHOLDERS.moduleVersionId,
    }),
  });
