import { field, textOf } from './fields.ts';

/** Files that people give for recordings, by what is known of their shape, each with what to do with it. */
const FOREIGN: readonly { readonly name: string; readonly looksSo: (value: unknown) => boolean }[] = [
  {
    name: 'a pact: `pact check` reads it',
    // Its interactions are looked at one by one.
    looksSo: (value) =>
      (field(value, 'consumer') !== undefined && field(value, 'provider') !== undefined) ||
      (field(field(value, 'request'), 'path') !== undefined && field(value, 'response') !== undefined),
  },
  {
    name: 'an OpenAPI description: `drift` reads it',
    looksSo: (value) => field(value, 'openapi') !== undefined || field(value, 'swagger') !== undefined,
  },
  {
    name: 'a report of this suite: `rejudge` reads it',
    looksSo: (value) => field(value, 'planHash') !== undefined && field(value, 'requirements') !== undefined,
  },
  {
    name: 'a Postman collection without saved answers',
    looksSo: (value) => /getpostman\.com/.test(textOf(field(field(value, 'info'), 'schema')) ?? ''),
  },
  {
    name: 'an Insomnia export',
    looksSo: (value) =>
      field(value, '_type') === 'export' || /insomnia/.test(textOf(field(value, 'type')) ?? ''),
  },
  {
    name: "a recording of Azure's test proxy",
    looksSo: (value) => field(value, 'Entries') !== undefined || field(value, 'RequestUri') !== undefined,
  },
  {
    name: 'a go-vcr cassette without the tags of its own formats: record it as YAML',
    looksSo: (value) => field(value, 'Interactions') !== undefined,
  },
  {
    name: 'a set of Mountebank imposters',
    looksSo: (value) => field(value, 'imposters') !== undefined || field(value, 'stubs') !== undefined,
  },
  {
    name: 'a Mockoon environment',
    looksSo: (value) => Array.isArray(field(value, 'routes')) && field(value, 'endpointPrefix') !== undefined,
  },
  {
    name: 'a set of WireMock stubs',
    looksSo: (value) => Array.isArray(field(value, 'mappings')) || field(value, 'bodyPatterns') !== undefined,
  },
  { name: 'a Hoverfly simulation', looksSo: (value) => field(field(value, 'data'), 'pairs') !== undefined },
  {
    name: 'a MockServer expectation',
    looksSo: (value) =>
      field(value, 'httpRequest') !== undefined && field(value, 'httpResponse') !== undefined,
  },
  {
    name: 'a HAR that is damaged',
    looksSo: (value) =>
      field(value, 'log') !== undefined ||
      (field(value, 'request') !== undefined && field(value, 'startedDateTime') !== undefined),
  },
  {
    name: 'a cassette whose entries are damaged',
    looksSo: (value) =>
      ['interactions', 'http_interactions', 'recordings'].some((name) => field(value, name) !== undefined) ||
      (field(value, 'request') !== undefined && field(value, 'response') !== undefined),
  },
];

/** Why a value is no recording, naming what it looks like. */
export function notKnown(value: unknown): string {
  const likeness = FOREIGN.find(({ looksSo }) =>
    looksSo(Array.isArray(value) ? (value as readonly unknown[])[0] : value),
  );
  return `it is not in a format that is known${likeness === undefined ? '' : ` (it looks like ${likeness.name})`}`;
}
