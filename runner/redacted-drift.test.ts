import { expect, test } from 'vitest';

import { exchangeOf } from '../checks/example-exchange.ts';
import { DriftObserver } from '../drift/observer.ts';
import { Redactor } from '../driver/redaction.ts';
import { redactedDrift } from './redacted-drift.ts';

const SECRET = 'a-very-secret-value-1';

test('a secret that a target puts into names and values is in no part of the drift', () => {
  const observer = new DriftObserver();
  observer.observe(
    exchangeOf({
      answered: {
        [`leak-${SECRET}`]: { [SECRET]: SECRET },
        status: SECRET,
        // What is cut must not be cut within a secret, or nobody knows it again.
        longer: `${'x '.repeat(92)}${SECRET}`,
        supported_triggers: [{ id: 'post-login', [SECRET]: [SECRET] }],
      },
      headers: { 'content-type': 'application/json', [`x-${SECRET}`]: SECRET },
    }),
  );
  const drift = observer.settle();
  const redactor = new Redactor();
  redactor.learn(SECRET);
  expect(JSON.stringify(drift).split(SECRET).length).toBeGreaterThan(10);
  const told = JSON.stringify(redactedDrift(drift, redactor));
  expect(told).not.toContain(SECRET.slice(0, 8));
  expect(told).toContain('x x x …');
});

test('headers that differ in nothing but a secret are told once', () => {
  const observer = new DriftObserver();
  const redactor = new Redactor();
  redactor.learn(SECRET, 'another-secret-value-2');
  observer.observe(exchangeOf({ headers: { [`x-${SECRET}`]: 'a', 'x-another-secret-value-2': 'b' } }));
  const { undocumented } = redactedDrift(observer.settle(), redactor);
  expect(undocumented.map(({ id }) => id).filter((id) => id.startsWith('header:'))).toEqual([
    'header:headers:x-[redacted]',
  ]);
});
