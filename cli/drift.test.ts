import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';

import { compareOperation } from '../drift/openapi/compare-operation.ts';
import { changedDescription, exampleDescription, SCHEMAS } from '../drift/openapi/example-description.ts';
import { driftCommand } from './commands/drift.ts';
import { examplePage } from '../drift/page/example-page.ts';
import { runCli } from './example-process.ts';
import { parseDocument } from './description/parse-document.ts';
import { readable, readDescription, readSource } from './description/read-description.ts';

let dir: string;
let server: Server;
let url: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drift-'));
  server = createServer((request, answer) => {
    if (request.url === '/good.json') answer.end(JSON.stringify(exampleDescription()));
    else if (request.url === '/outward.json') answer.end(JSON.stringify(outward(join(dir, 'part.json'))));
    else answer.writeHead(404).end('<html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await writeFile(join(dir, 'part.json'), '{ "type": "string" }');
});
afterAll(async () => {
  server.close();
  await rm(dir, { recursive: true });
});

const outward = (ref: string): object =>
  changedDescription({ op: 'replace', path: `${SCHEMAS}/Action/properties/id`, value: { $ref: ref } });

async function fileOf(name: string, content: unknown): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function compared(content: unknown, name = 'openapi.json') {
  return await comparedAt(await fileOf(name, content));
}

/** As the command does it. */
async function comparedAt(source: string) {
  const outside = await readSource(source);
  const value = readable(source, () => parseDocument(outside.text));
  const description = readDescription(outside, value);
  return readable(source, () => compareOperation(description));
}

describe('a description that says what the contract says', () => {
  it.each<[string, string, unknown]>([
    ['JSON', 'a.json', exampleDescription()],
    ['YAML', 'a.yaml', stringify(exampleDescription())],
    [
      'another base path',
      'b.json',
      changedDescription({
        op: 'move',
        from: '/paths/~1actions~1actions',
        path: '/paths/~1api~1v2~1actions~1actions',
      }),
    ],
    ['OpenAPI 3.0', 'c.json', changedDescription({ op: 'replace', path: '/openapi', value: '3.0.3' })],
    [
      'an allOf, and an anyOf of one',
      'd.json',
      changedDescription(
        { op: 'replace', path: `${SCHEMAS}/Action/properties/name`, value: { allOf: [{ type: 'string' }] } },
        { op: 'replace', path: `${SCHEMAS}/Action/properties/code`, value: { anyOf: [{ type: 'string' }] } },
      ),
    ],
    ['a part in a file beside it', 'e.json', outward('part.json')],
  ])('does not differ: %s', async (_, name, content) => {
    await writeFile(join(dir, 'part.json'), JSON.stringify({ type: 'string' }));
    expect(await compared(content, name)).toEqual({ differences: [], known: [] });
  });
});

it('circular references end', async () => {
  const circular = changedDescription(
    {
      op: 'add',
      path: `${SCHEMAS}/Action/properties/parent`,
      value: { $ref: '#/components/schemas/Action' },
    },
    {
      op: 'replace',
      path: `${SCHEMAS}/BuildError`,
      value: { allOf: [{ $ref: '#/components/schemas/BuildError' }], type: 'object' },
    },
  );
  const { differences } = await compared(circular);
  expect(differences.map(({ at, kind }) => `${kind} ${at}`)).toContain('property-added response 201 /parent');
});

describe('the command', () => {
  it.each([
    ['agrees', exampleDescription(), 0, /^no differences\.$/m],
    [
      'differs',
      changedDescription({ op: 'remove', path: `${SCHEMAS}/Module/properties/module_id` }),
      1,
      /^2 differences\.$|^1 difference\.$/m,
    ],
  ])('tells that a description %s', async (_, content, code, words) => {
    const result = await runCli(['drift', await fileOf('told.json', content)]);
    expect(result).toMatchObject({ code, stderr: '' });
    expect(result.stdout).toMatch(words);
  });

  it('reads a URL, and tells programs', async () => {
    const written: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    await driftCommand(`${url}/good.json`, { json: true });
    expect(JSON.parse(written.join(''))).toEqual({
      source: `${url}/good.json`,
      openapi: '3.1.0',
      path: '/actions/actions',
      differences: [],
      known: [],
    });
  });

  it.each<[string, () => Promise<string> | string, RegExp]>([
    ['a file that is not there', () => join(dir, 'nowhere.json'), /no such file/],
    ['a folder', () => dir, /illegal operation on a directory/],
    ['half a JSON', () => fileOf('half.json', '{ "openapi": '), /cannot be read: .*JSON/],
    ['no YAML', () => fileOf('bad.yaml', 'a: [b\nc: d'), /cannot be read: /],
    ['a list', () => fileOf('list.yaml', '- a'), /it holds no object/],
    ['something else', () => fileOf('else.json', '{}'), /is no OpenAPI description/],
    ['a page in HTML', () => fileOf('page.html', '<!doctype html><p>POST'), /page in HTML/],
    ['a version that is a number', () => fileOf('n.yaml', 'openapi: 3.1'), /version as the number 3\.1/],
    ['OpenAPI 3.2', () => fileOf('new.json', '{ "openapi": "3.2.0" }'), /of version "3\.2\.0"/],
    ['Swagger', () => fileOf('old.json', '{ "swagger": "2.0" }'), /of version "2\.0"/],
    ['another API', () => fileOf('other.json', '{ "openapi": "3.1.0", "paths": {} }'), /describes no POST/],
    [
      'a reference to nothing',
      () => fileOf('dangling.json', outward('#/components/schemas/Nothing')),
      /Nothing/,
    ],
    [
      'a reference to a file that is not there',
      () => fileOf('far.json', outward('far-away.json')),
      /far-away/,
    ],
    ['a page that is not there', () => `${url}/nowhere`, /answered with 404/],
    ['a server that is not there', () => 'http://127.0.0.1:1/x.json', /ECONNREFUSED|bad port/],
    ['a fetched description that points into this machine', () => `${url}/outward.json`, /points outside/],
  ])('says in one line why it cannot read %s', async (_, source, words) => {
    const at = await source();
    await expect(driftCommand(at, {})).rejects.toThrow(words);
    await expect(driftCommand(at, {})).rejects.toMatchObject({ name: 'UsageError' });
  });

  it.each([
    ['says the same', examplePage(), 0, /^226 of 226 statements stand; 0 changed, 0 gone, 0 new\.$/m],
    [
      'moved',
      examplePage().replaceAll('default:node22', 'default:node24'),
      1,
      /^~ R033, line \d+, body runtime: the default is node24, and was node22$/m,
    ],
  ])('takes the page as text, which %s', async (_, page, code, words) => {
    const result = await runCli(['drift', await fileOf('page.txt', page)]);
    expect(result).toMatchObject({ code, stderr: '' });
    expect(result.stdout).toMatch(words);
  });

  it('tells programs what became of the page', async () => {
    const path = await fileOf('page.txt', examplePage().replace('length: 1', 'length: 2'));
    const { stdout } = await runCli(['drift', path, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      statements: 226,
      standing: 225,
      changed: [{ statement: 'R021', at: 'body supported_triggers', before: '1', now: '2' }],
    });
  });

  it('ends in 2 where a description cannot be read', async () => {
    const { code, stderr, stdout } = await runCli(['drift', join(dir, 'nowhere.json')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^actions-conformance: .*nowhere\.json cannot be read[^\n]*\n$/);
  });
});

const PUBLISHED = join(import.meta.dirname, '../../shared/openapi');

describe.runIf(existsSync(PUBLISHED))(
  "Auth0's published descriptions, where they lie beside the checkout",
  () => {
    it.each([
      ['actions.json', []],
      ['2026-06-17.8af45d94c.json', []],
      ['2026-03-20.235330fe2.json', ['enum trigger-id#']],
    ])('%s differs in %j', async (name, differing) => {
      const { differences } = await comparedAt(join(PUBLISHED, name));
      expect(differences.map(({ kind, place }) => `${kind} ${place}`)).toEqual(differing);
    });
  },
);
