import type { Json } from '../contracts/expectation.ts';
import { isValidCreate } from './applies.ts';
import type { Case, PlannedRequest } from './case.ts';
import { makeCase } from './make-case.ts';
import { validCase } from './valid/valid-case.ts';

/**
 * The same cases for a target that has no Action Module to refer to: what a valid body combines with a module is sent
 * without one, so that nothing but the modules themselves goes unexercised.
 */
export function withoutModules(cases: readonly Case[]): readonly Case[] {
  // It cannot be sent, and says so for whatever is about modules.
  const alone = validCase(['modules:one']);
  const bare = cases.map((each) => (each.id === alone.id ? each : bareOf(each)));
  const isAbout = cases.some((each, index) => each !== bare[index]);
  return [...new Map([...bare, ...(isAbout ? [alone] : [])].map((each) => [each.id, each])).values()];
}

/** A valid create without the module that it refers to; any other case as it is. */
function bareOf(of: Case): Case {
  const [request, ...others] = of.requests;
  if (request === undefined || others.length > 0 || of.needs?.includes('module') !== true) return of;
  if (!isValidCreate(request.about)) return of;
  const { choices } = request.about;
  if (!choices.includes('sampled')) {
    return validCase(choices.map((choice) => (choice === 'modules:one' ? 'modules:absent' : choice)));
  }
  return makeCase({
    title: of.title.replace(/(, )?`modules`/, ''),
    requests: [{ ...request, ...bareBody(request) }],
  });
}

function bareBody({ body }: PlannedRequest): Pick<PlannedRequest, 'body'> {
  if (body?.kind !== 'json') throw new Error('a body that was drawn is JSON');
  const { modules: _, ...value } = body.value as Readonly<Record<string, Json>>;
  return { body: { kind: 'json', value } };
}
