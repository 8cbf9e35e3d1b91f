import { expect, test } from 'vitest';

import { Deviations, type Sighting } from './deviations.ts';

const sighting = (parts: Partial<Sighting> = {}): Sighting => ({
  by: 'target',
  cause: 'answer.action.undocumented:/extra:undocumented',
  level: 'SHOULD',
  operation: 'create',
  message: '/extra is documented nowhere',
  path: '/extra',
  exchange: 'x1',
  basis: 'answer.action.undocumented',
  file: 'a.har',
  value: 'true',
  ...parts,
});

test('a deviation is told once, with how often, where and when', () => {
  const deviations = new Deviations();
  for (let index = 0; index < 4; index += 1) deviations.count('create', 'answer.action.undocumented');
  deviations.count('read', 'answer.action.undocumented');
  deviations.note(sighting({ at: '2026-01-02T00:00:00.000Z' }));
  deviations.note(sighting({ at: '2025-01-13T00:00:00.000Z', exchange: 'x2' }));
  deviations.note(sighting({ file: 'b.har', value: 'false', exchange: 'x3' }));
  expect(deviations.list()).toEqual([
    {
      by: 'target',
      cause: 'answer.action.undocumented:/extra:undocumented',
      level: 'SHOULD',
      operation: 'create',
      message: '/extra is documented nowhere',
      path: '/extra',
      values: ['true', 'false'],
      count: 3,
      of: 4,
      files: 2,
      first: '2025-01-13T00:00:00.000Z',
      last: '2026-01-02T00:00:00.000Z',
      exchange: 'x1',
    },
  ]);
  expect(['x1', 'x2', 'x3'].map((id) => deviations.shows(id))).toEqual([true, false, false]);
});

test('what weighs most comes first, the client last', () => {
  const deviations = new Deviations();
  const told: Partial<Sighting>[] = [
    { by: 'client', cause: 'client' },
    { cause: 'known', waiver: 'known' },
    { cause: 'should' },
    { cause: 'must in a delete', level: 'MUST', operation: 'delete' },
    { cause: 'must in a create', level: 'MUST' },
  ];
  for (const parts of told) deviations.note(sighting(parts));
  const { level: _, ...unlevelled } = sighting({ cause: 'told' });
  deviations.note(unlevelled);
  expect(deviations.list().map(({ cause }) => cause)).toEqual([
    'must in a create',
    'must in a delete',
    'should',
    'known',
    'told',
    'client',
  ]);
});

test('values are a handful, however many there were', () => {
  const deviations = new Deviations();
  for (let index = 0; index < 100; index += 1) deviations.note(sighting({ value: String(index) }));
  expect(deviations.list()[0]).toMatchObject({ count: 100, values: ['0', '1', '2', '3', '4'] });
});
