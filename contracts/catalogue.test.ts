import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { catalogue } from './catalogue.ts';
import type { Json } from './expectation.ts';
import { valueAt } from './pointer.ts';
import requirementIds from './requirement-ids.json' with { type: 'json' };
import type { Requirement } from './requirement.ts';
import { waivers } from './waivers.ts';

const requirements: readonly Requirement[] = catalogue;
const OPENAPI = `${import.meta.dirname}/../../shared/openapi`;

describe('the catalogue', () => {
  it('keeps every id that it ever gave: a change here renames what others have pinned', () => {
    expect(requirements.map(({ id }) => id)).toEqual(requirementIds);
  });

  it('gives no id twice', () => {
    expect(new Set(requirementIds).size).toBe(requirementIds.length);
  });

  it.each(requirements)('writes the id $id as area, dot, name', ({ id }) => {
    expect(id).toMatch(/^[a-z]+(\.[a-zA-Z_-]+)+(\d*)[a-z-]*$/);
  });

  it('rests no MUST on recorded traffic alone', () => {
    const unfounded = requirements.filter(
      ({ level, source }) => level === 'MUST' && source.in === 'recorded',
    );
    expect(unfounded).toEqual([]);
  });

  it('names standards by a section that their publisher gives an address', () => {
    const named = requirements.flatMap(({ source }) => (source.in === 'standard' ? [source] : []));
    expect(named.length).toBeGreaterThan(0);
    for (const { document, section } of named) {
      expect(document).toMatch(/^RFC \d{1,5}$/);
      expect(section).toMatch(/^[\dA-Z]+(\.\d+)*$/);
    }
  });

  it('demands nothing by a MAY, and something by everything else', () => {
    const silent = requirements.filter(
      ({ level, judgedBy }) => (level === 'MAY') !== (judgedBy.kind === 'told'),
    );
    expect(silent).toEqual([]);
  });

  it('gives no two requirements the same exercise and the same judge', () => {
    const kinds = requirements.map(({ exercisedBy, judgedBy }) => JSON.stringify([exercisedBy, judgedBy]));
    expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
  });

  it('explains every waiver, each by a name of its own', () => {
    expect(new Set(waivers.map(({ name }) => name)).size).toBe(waivers.length);
    expect(waivers.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});

describe.runIf(existsSync(OPENAPI))(
  'the catalogue, where the published OpenAPI description is at hand',
  () => {
    const latest = (): Json => {
      const [file = ''] = readdirSync(OPENAPI)
        .filter((name) => /^\d/.test(name))
        .toSorted()
        .toReversed();
      return JSON.parse(readFileSync(`${OPENAPI}/${file}`, 'utf-8')) as Json;
    };

    it('points to places that the description has', () => {
      const description = latest();
      const lost = requirements.filter(
        ({ source }) => source.in === 'openapi' && valueAt(description, source.pointer) === undefined,
      );
      expect(lost.map(({ id, source }) => ({ id, source }))).toEqual([]);
    });
  },
);
