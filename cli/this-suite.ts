import packageJson from '../package.json' with { type: 'json' };
import selfValidation from '../reports/self-validation.json' with { type: 'json' };
import type { SuiteFacts } from '../runner/results.ts';

/** What every report says of the suite that made it. */
export const thisSuite: SuiteFacts = { name: packageJson.name, version: packageJson.version, selfValidation };
