import { createRequire } from 'node:module';

import { Ajv, type AnySchemaObject } from 'ajv';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { exampleExchanges } from './example-exchanges.ts';
import { exampleReport } from './example-report.ts';
import { renderHar } from './har.ts';
import { HOSTILE, withEveryString } from './hostile-report.ts';

const require = createRequire(import.meta.url);
const schemas = require('har-schema') as Readonly<Record<string, AnySchemaObject>>;
const ajv = new Ajv({ strict: false });
formats.default(ajv);
ajv.addMetaSchema(draft06).addSchema(Object.values(schemas));
const validate = ajv.getSchema('har.json#');

interface Har {
  readonly log: {
    readonly pages: readonly { readonly id: string; readonly title: string }[];
    readonly entries: readonly {
      readonly pageref: string;
      readonly time: number;
      readonly comment?: string;
      readonly request: {
        readonly queryString: readonly object[];
        readonly postData?: { readonly mimeType: string; readonly text: string };
      };
      readonly response: {
        readonly status: number;
        readonly content: { readonly size: number; readonly text: string };
      };
    }[];
  };
}

const harOf = (report = exampleReport()): Har => JSON.parse(renderHar(report)) as Har;

test('an archive keeps to the published schema', () => {
  expect(validate?.(harOf())).toBe(true);
  expect(validate?.errors).toBeNull();
  const mutilated = renderHar(exampleReport()).replace('"status": 201', '"status": "201"');
  expect(validate?.(JSON.parse(mutilated))).toBe(false);
});

test('what a target sends cannot make it anything else', () => {
  const hostile = withEveryString(exampleReport(), HOSTILE);
  const dated = hostile.exchanges.map((each, index) => ({
    ...each,
    startedAt: exampleExchanges[index]?.startedAt ?? '',
    request: { ...each.request, url: exampleExchanges[index]?.request.url ?? '' },
  }));
  expect(validate?.(harOf({ ...hostile, exchanges: dated }))).toBe(true);
});

test('every exchange is an entry of the page of its case, with what was sent and what came', () => {
  const { entries, pages } = harOf().log;
  expect(entries).toHaveLength(exampleExchanges.length);
  expect(pages.map(({ id }) => id)).toEqual(exampleReport().cases.map(({ id }) => id));
  const [first] = entries;
  expect(first).toMatchObject({
    pageref: 'valid-1',
    time: 41,
    request: { postData: { mimeType: 'application/json', text: exampleExchanges[0]?.request.body } },
    response: { status: 201, content: { text: exampleExchanges[0]?.answer?.body } },
  });
});

test('a lost exchange has no status and says why', () => {
  expect(harOf().log.entries.at(-1)).toMatchObject({
    response: { status: 0, content: { size: 0 } },
    comment: 'broken-off: the connection was closed before an answer came',
  });
});

test('the query of a URL is laid out, and sizes are bytes', () => {
  const [exchange] = exampleExchanges;
  if (exchange?.answer === undefined) throw new Error('the first example has an answer');
  const asked = {
    ...exchange,
    request: { ...exchange.request, url: 'http://127.0.0.1/api/v2/actions/actions?page=0&per_page=1' },
    answer: { ...exchange.answer, body: '"ä€"' },
  };
  const [entry] = harOf(exampleReport({ exchanges: [asked] })).log.entries;
  expect(entry?.request.queryString).toEqual([
    { name: 'page', value: '0' },
    { name: 'per_page', value: '1' },
  ]);
  expect(entry?.response.content.size).toBe(7);
});
