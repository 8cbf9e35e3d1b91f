import { describe, expect, it } from 'vitest';

import { brave } from './brave.ts';
import { faults } from './chaos-faults.ts';
import { startChaos, type Weather } from './chaos-server.ts';

async function through(weather: Weather) {
  const server = await startChaos(weather);
  try {
    return await brave(server);
  } finally {
    await server.close();
  }
}

const kinds = Object.keys(faults);

describe('a target that answers everything with', () => {
  it.each(kinds)(
    '%s is survived: judged or not, never conformant, nothing left, nothing told',
    async (kind) => {
      const { report, stopped, leaks, left } = await through({ kinds: [kind], share: 1, seed: 1 });
      expect(stopped ?? report?.verdict).not.toBe('conformant');
      expect(report?.counts.all.errored ?? 0).toBe(0);
      expect({ leaks, left }).toEqual({ leaks: [], left: 0 });
    },
  );
});

describe('a target that is hostile now and then', () => {
  it.each([1, 2, 3])('is survived, seed %d', async (seed) => {
    const { report, leaks, left } = await through({ kinds, share: 0.15, seed });
    expect(report?.counts.all.errored).toBe(0);
    expect({ leaks, left }).toEqual({ leaks: [], left: 0 });
  });
});
