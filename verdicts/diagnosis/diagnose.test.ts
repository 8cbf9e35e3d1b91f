import { describe, expect, test } from 'vitest';

import { diagnose } from './diagnose.ts';
import { bodiesExamples } from './examples/bodies.ts';
import { boundsExamples } from './examples/bounds.ts';
import type { Example } from './examples/example.ts';
import { refusalsExamples } from './examples/refusals.ts';
import { reportOf } from './examples/report-parts.ts';
import { statesExamples } from './examples/states.ts';
import { faulty, honest, PLACES, refusal, triesWith, TYPES } from './examples/told.ts';
import { tokensExamples } from './examples/tokens.ts';
import { RULES } from './rules.ts';

const EXAMPLES: readonly Example[] = [
  ...tokensExamples,
  ...bodiesExamples,
  ...statesExamples,
  ...refusalsExamples,
  ...boundsExamples,
];

describe.each(EXAMPLES.map((example): readonly [string, Example] => [example.rule, example]))(
  'the rule %s',
  (rule, { faulty: shown, says, explains, unlucky }) => {
    test('tells its cause, and what follows from it', () => {
      const found = diagnose(shown).filter(({ id }) => id === rule);
      expect(found).toHaveLength(1);
      expect(found[0]?.cause).toMatch(says);
      expect(found[0]?.requirements).toEqual(explains);
      expect(found[0]?.next).toMatch(/^[A-Z].*\.$/);
    });

    test('is silent about what only looks like it', () => {
      expect(diagnose(unlucky).map(({ id }) => id)).not.toContain(rule);
    });
  },
);

describe('a diagnosis', () => {
  test('is none of a target that breaks nothing', () => {
    expect(diagnose(reportOf(honest))).toEqual([]);
  });

  test('explains each requirement once, puts what explains most failures first, and is a handful', () => {
    const all = EXAMPLES.map(({ faulty: shown }) => shown);
    const causes = diagnose(
      reportOf([
        ...PLACES.map((at, index) => faulty(at, 201, TYPES.slice(index, index + 1))),
        triesWith('none', 201, [['auth.header.required']]),
        triesWith('garbage', 201, [['auth.token.malformed']]),
      ]),
    );
    expect(causes.map(({ id }) => id)).toEqual(['refuses-nothing', 'asks-nobody']);
    for (const each of all) {
      const ids = diagnose(each).flatMap(({ requirements }) => requirements);
      expect(new Set(ids).size).toBe(ids.length);
      expect(diagnose(each).length).toBeLessThanOrEqual(5);
    }
  });

  test('is not longer than a reader reads, whatever the target sends', () => {
    const long = 'x'.repeat(5000);
    const [cause] = diagnose(reportOf([1, 2, 3].map(() => refusal({ [long]: 1 }, [['error.envelope', '']]))));
    expect(cause?.cause.length).toBeLessThan(400);
  });
});

test('every rule has an example that triggers it', () => {
  const shown = new Set(EXAMPLES.map(({ rule }) => rule));
  expect(RULES.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});
