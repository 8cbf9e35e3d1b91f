import { expect, test } from 'vitest';

import { catalogue } from '../../contracts/catalogue.ts';
import type { Choice } from '../../contracts/exercise.ts';
import { validBody } from '../valid/body.ts';
import { choicesIn } from './choices.ts';

const CHOICES = catalogue.flatMap(({ exercisedBy }): readonly Choice[] =>
  exercisedBy.kind === 'valid' && exercisedBy.choice !== undefined ? [exercisedBy.choice] : [],
);

/** What a text is awkward in, how a body is sent, and whether it was drawn at random, no body tells. */
const KNOWN = [...new Set(CHOICES)].filter((choice) => !/^(?:sampled$|text:|sent:)/.test(choice));

test.each(KNOWN)('%s is recognised', (choice) => {
  expect(choicesIn(validBody([choice]))).toContain(choice);
});

test('a body chooses one of each part, and only the smallest is the base', () => {
  expect(choicesIn(validBody([]))).toEqual([
    'base',
    'code:given',
    'dependencies:absent',
    'deploy:absent',
    'modules:absent',
    'runtime:absent',
    'secrets:absent',
  ]);
  expect(choicesIn(validBody(['deploy:true']))).not.toContain('base');
});

test('what is no object chooses nothing', () => {
  expect(choicesIn([])).toEqual([]);
});
