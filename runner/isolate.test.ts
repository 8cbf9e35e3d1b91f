import { describe, expect, it } from 'vitest';

import type { About } from '../contracts/case.ts';
import type { Choice } from '../contracts/exercise.ts';
import { isolate } from './isolate.ts';

const CHOICES: readonly Choice[] = ['code:given', 'dependencies:one', 'deploy:true', 'secrets:one'];

/** Sends what the search asks for to a target that refuses certain bodies, and gives what was sent. */
function search(refuses: (choices: readonly Choice[]) => boolean | undefined): readonly About[] {
  const sent: About[] = [];
  const steps = isolate(CHOICES);
  for (let step = steps.next(); step.done !== true;) {
    const [request] = step.value.requests;
    if (request === undefined) throw new Error('a case without a request');
    sent.push(request.about);
    const refused = refuses(request.about.choices);
    step = steps.next(refused === undefined ? undefined : !refused);
  }
  return sent;
}

const smallest = (sent: readonly About[]) =>
  sent.filter((about) => about.smallest).map(({ choices }) => choices);

describe('the search for what a body was refused for', () => {
  it('sends each choice alone, and stops where one of them is refused', () => {
    const sent = search((choices) => choices.includes('deploy:true'));
    expect(sent.map(({ choices }) => choices)).toEqual(CHOICES.map((choice) => [choice]));
  });

  it('comes to the smallest combination where each choice is accepted alone', () => {
    const sent = search((choices) => choices.includes('deploy:true') && choices.includes('dependencies:one'));
    expect(smallest(sent)).toEqual([['dependencies:one', 'deploy:true']]);
  });

  it('keeps the whole body where nothing can go', () => {
    expect(smallest(search((choices) => choices.length === CHOICES.length))).toEqual([CHOICES]);
  });

  it('concludes nothing from what it cannot know', () => {
    expect(search(() => undefined)).toHaveLength(CHOICES.length);
  });
});
