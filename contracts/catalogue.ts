import { action } from './requirements/answer/action.ts';
import { answer } from './requirements/answer/answer.ts';
import { deployedVersion } from './requirements/answer/deployed-version.ts';
import { integration } from './requirements/answer/integration.ts';
import { list } from './requirements/answer/list.ts';
import { parts } from './requirements/answer/parts.ts';
import { auth } from './requirements/auth.ts';
import { errorBody } from './requirements/error.ts';
import { http } from './requirements/http.ts';
import { lifecycle } from './requirements/lifecycle.ts';
import { unchanged } from './requirements/unchanged.ts';
import { body } from './requirements/request/body.ts';
import { code } from './requirements/request/code.ts';
import { dependencies } from './requirements/request/dependencies.ts';
import { deploy } from './requirements/request/deploy.ts';
import { modules } from './requirements/request/modules.ts';
import { name } from './requirements/request/name.ts';
import { runtime } from './requirements/request/runtime.ts';
import { secrets } from './requirements/request/secrets.ts';
import { sent } from './requirements/request/sent.ts';
import { supportedTriggers } from './requirements/request/supported-triggers.ts';
import { text } from './requirements/request/text.ts';

/** Every requirement, in the order of the document: authorization, body, answer, then what surrounds them. */
export const catalogue = [
  ...auth,
  ...body,
  ...name,
  ...supportedTriggers,
  ...code,
  ...dependencies,
  ...deploy,
  ...modules,
  ...runtime,
  ...secrets,
  ...text,
  ...sent,
  ...answer,
  ...action,
  ...deployedVersion,
  ...list,
  ...parts,
  ...integration,
  ...errorBody,
  ...http,
  ...lifecycle,
  ...unchanged,
] as const;

/** Id of a requirement in the catalogue; a mistyped one does not compile. */
export type RequirementId = (typeof catalogue)[number]['id'];
