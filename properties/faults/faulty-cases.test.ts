import { describe, expect, it } from 'vitest';

import { catalogue } from '../../contracts/catalogue.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import type { PlannedBody } from '../case.ts';
import { casesFor } from '../cases.ts';
import { violations } from '../request-schema.ts';
import { faultyCases } from './faulty-cases.ts';

const requirements: readonly Requirement[] = catalogue;
const deep = new Map(casesFor(requirements, 'deep', 1).map((each) => [each.id, each]));
const faulty = requirements.flatMap(({ id, exercisedBy }) =>
  exercisedBy.kind === 'fault'
    ? faultyCases(exercisedBy.at, exercisedBy.operator).map((each) => ({ id, title: each.title, each }))
    : [],
);

/** Whether a body is JSON and the contract has nothing against it. */
function isValid(body: PlannedBody | undefined): boolean {
  return body?.kind === 'json' && violations(body.value).length === 0;
}

describe('faulty cases', () => {
  it.each(faulty)('$id: $title — is invalid, and its twin is valid and part of the plan', ({ each }) => {
    const twin = deep.get(each.twin ?? '')?.requests[0]?.body;
    expect(twin).toSatisfy(isValid);
    expect(each.requests[0]?.body).not.toSatisfy(isValid);
  });

  it('cover every wrong JSON type', () => {
    const titles = faultyCases('/name', 'wrong-type').map(({ title }) => title);
    expect(titles).toEqual(
      ['a number', 'null', 'a boolean', 'an array', 'an object'].map(
        (type) => `\`name\` is ${type} instead of a string`,
      ),
    );
  });

  it('tell a fraction from an integer', () => {
    const titles = faultyCases('/modules/0/module_version_number', 'wrong-type').map(({ title }) => title);
    expect(titles).toContain('`modules.0.module_version_number` is a fraction instead of an integer');
  });

  it('carry what was changed', () => {
    const [first] = faultyCases('/deploy', 'wrong-type');
    expect(first?.requests[0]?.about.fault).toEqual({
      at: '/deploy',
      operator: 'wrong-type',
      keyword: 'type',
      before: false,
      after: 'true',
    });
  });

  it('need a module only where the fault lies inside a reference to one', () => {
    expect(faultyCases('/modules/0/module_id', 'wrong-type')[0]?.needs).toEqual(['module']);
    expect(faultyCases('/modules', 'wrong-type')[0]?.needs).toBeUndefined();
  });
});
