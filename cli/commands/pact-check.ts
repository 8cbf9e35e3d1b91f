import process from 'node:process';

import { checkPact, type CheckedPact } from '../../pacts/check-pact.ts';
import { isOfSameApi } from '../../pacts/endpoint.ts';
import { amount } from '../../reports/amount.ts';
import { visibleLine } from '../../reports/visible.ts';
import { readBrokerAccess } from '../environment.ts';
import { loadPacts } from '../pact-sources.ts';
import type { Origins } from '../settings/origins.ts';

/** Flags of `pact check`, as commander parses them. */
export interface PactCheckFlags {
  readonly json?: true;
  readonly origins: Origins;
}

/** Holds pacts against the contract without sending anything; 1 is the exit code where one relies on more. */
export async function pactCheckCommand(
  source: string,
  { json, origins }: PactCheckFlags,
  variables: NodeJS.ProcessEnv,
): Promise<void> {
  const pacts = await loadPacts(source, readBrokerAccess(variables, origins));
  const checked = pacts.map(checkPact);
  process.stdout.write(
    json ? `${JSON.stringify(checked.map(facts), undefined, 2)}\n` : checked.map(lines).join(''),
  );
  if (checked.some(({ undocumented }) => undocumented.length > 0)) process.exitCode = 1;
}

function lines({ pact, checked, undocumented, leftOut }: CheckedPact): string {
  const others = leftOut.map(
    ({ description, request }) =>
      `  left out: ${description}: ${request.method} ${request.path} is ${isOfSameApi(request) ? 'an operation of this API that the contract does not describe' : 'another API'}`,
  );
  const found = undocumented.map(
    ({ interaction, place, message }) => `  ${interaction}: ${place}: ${message}`,
  );
  const verdict = found.length === 0 ? 'all documented' : amount(found.length, 'undocumented reliance');
  return [
    `${pact.source}: ${pact.consumer} relies on ${pact.provider}, ${amount(checked, 'interaction')}: ${verdict}`,
    ...found,
    ...others,
    ...(pact.messages > 0 ? [`  left out: ${amount(pact.messages, 'message')}`] : []),
  ]
    .map((line) => `${visibleLine(line)}\n`)
    .join('');
}

const facts = ({ pact, checked, undocumented, leftOut }: CheckedPact): object => ({
  source: pact.source,
  consumer: pact.consumer,
  provider: pact.provider,
  checked,
  undocumented,
  leftOut: leftOut.map(({ description, request }) => `${description}: ${request.method} ${request.path}`),
  messages: pact.messages,
});
