import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, describe, expect, it } from 'vitest';

import { exampleReport } from '../reports/example-report.ts';
import { readBaseline } from './baseline-file.ts';
import { readOutsideText, textOf } from './outside-text.ts';
import { loadPacts } from './pact-sources.ts';
import { readReport } from './read-report.ts';
import { readConfig } from './settings/config-file.ts';
import { readStoredReport } from './stored-report.ts';

const dir = mkdtempSync(join(tmpdir(), 'outside-'));
afterAll(() => rmSync(dir, { recursive: true }));

const written = (bytes: Uint8Array, name = 'file.json'): string => {
  writeFileSync(join(dir, name), bytes);
  return join(dir, name);
};

const utf16 = (text: string): Buffer => Buffer.from(`\u{feff}${text}`, 'utf16le');

/** How a text may be written by somebody else. */
const WAYS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['in UTF-8', (text) => Buffer.from(text)],
  ['with a byte order mark', (text) => Buffer.from(`\u{feff}${text}`)],
  ['in UTF-16', utf16],
  ['in UTF-16, the other way round', (text) => utf16(text).swap16()],
  ['packed', (text) => gzipSync(text)],
  ['packed twice, in UTF-16', (text) => gzipSync(gzipSync(utf16(text)))],
];

describe.each(WAYS)('a text %s', (_, write) => {
  it('is the same text', () => {
    expect(textOf(write('{"a":"grüße, 挨拶"}\r\n'))).toBe('{"a":"grüße, 挨拶"}\r\n');
  });

  it('is read by whatever reads a report, a baseline or a pact', async () => {
    const report = written(write(JSON.stringify(exampleReport())));
    expect(readReport(report)).toEqual(JSON.parse(JSON.stringify(exampleReport())));
    expect(readStoredReport(report).requirements.length).toBe(exampleReport().requirements.length);
    const baseline = { schemaVersion: '1.0', target: 'mine', deviations: [] };
    written(write(JSON.stringify(baseline)), 'mine.json');
    expect(readBaseline(dir, 'mine')).toEqual(baseline);
    const pact = { consumer: { name: 'c' }, provider: { name: 'p' }, interactions: [] };
    expect(await loadPacts(written(write(JSON.stringify(pact))))).toMatchObject([{ consumer: 'c' }]);
  });
});

it('a configuration may be in UTF-16', async () => {
  expect(await readConfig(written(utf16('{}')))).toEqual({});
});

it('what is too long, also once it is unpacked, or damaged, is told', () => {
  expect(() => readOutsideText(written(Buffer.alloc(11)), 10)).toThrow('longer than 10 bytes');
  expect(() => readOutsideText(written(gzipSync(Buffer.alloc(1000))), 100)).toThrow(/larger than 100 bytes/);
  expect(() => readOutsideText('/dev/zero', 10)).toThrow('longer than 10 bytes');
  expect(() => textOf(gzipSync('{}').subarray(0, 15))).toThrow(/unexpected end/);
});
