import { describe, expect, it } from 'vitest';

import requirementIds from './requirement-ids.json' with { type: 'json' };
import statements from './statements.json' with { type: 'json' };

describe('the statements of the page', () => {
  it('are numbered without a gap', () => {
    expect(statements.map(({ id }) => id)).toEqual(
      statements.map((_, index) => `R${String(index + 1).padStart(3, '0')}`),
    );
  });

  it('are each answered for by a requirement, or left outside for a reason', () => {
    const open = statements.filter((statement) => {
      const answered = 'requirements' in statement && statement.requirements.length > 0;
      const outside = 'outside' in statement && statement.outside.length > 10;
      return answered === outside;
    });
    expect(open).toEqual([]);
  });

  it('name requirements that exist', () => {
    const named = statements.flatMap((statement) =>
      'requirements' in statement ? statement.requirements : [],
    );
    expect(named.filter((id) => !requirementIds.includes(id))).toEqual([]);
  });
});
