import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import pageFacts from '../../contracts/page-facts.json' with { type: 'json' };
import statements from '../../contracts/statements.json' with { type: 'json' };
import { comparePage, type PageChange, type PageComparison } from './compare-page.ts';
import { examplePage } from './example-page.ts';
import { readPage } from './read-page.ts';

function compared(text: string): PageComparison {
  const facts = readPage(text);
  if (facts === undefined) throw new Error('the text is no page');
  return comparePage(facts);
}

const UNCHANGED = { standing: 226, changed: [], gone: [], reworded: [], added: [], notCompared: [] };

const told = ({ changed, gone, added }: PageComparison): readonly string[] => [
  ...changed.map((change) => `~ ${short(change)} ${change.before} -> ${change.now ?? ''}`),
  ...gone.map((change) => `- ${short(change)}`),
  ...added.map(({ at, kind, value }) => `+ ${kind} ${at} ${value}`),
];

const short = ({ statement, kind, at }: PageChange): string => `${statement} ${kind} ${at}`;

it('every statement of the page stands for a fact of it', () => {
  expect(new Set(pageFacts.map(({ statement }) => statement))).toEqual(
    new Set(statements.map(({ id }) => id)),
  );
});

describe('a page that says the same', () => {
  const page = examplePage();
  it.each([
    ['in another language', page],
    ['with an empty line after each', page.replaceAll('\n', '\n\n')],
    ['with names as a list, set as code', page.replaceAll(/^([a-z_]+)$/gm, '* `$1`')],
    ['with other line ends and a mark', `\uFEFF${page.replaceAll('\n', '\r\n')}`],
    [
      'with wide blanks and colons',
      page.replaceAll('default:', 'Par défaut\u00A0: ').replaceAll('length: 1', 'length：1'),
    ],
    [
      'in a language whose word for required is not known',
      page.replaceAll('\nrequired\n', '\nobligatoire\n'),
    ],
    [
      'with headings that are not known',
      page.replace('\nBody\n', '\nCorps\n').replace('\nResponse\n', '\nRéponse\n'),
    ],
    ['with the path in one piece', page.replace('/\nactions\n/\nactions\n', '/actions/actions\n')],
  ])('is unchanged: %s', (_, text) => {
    expect(compared(text)).toMatchObject(UNCHANGED);
  });

  it('may show a sample in another language of programming, which is not compared', () => {
    const python = page.replace(/package main[^]*?\n\}\n\{/, 'from auth0 import Auth0\n{');
    expect(compared(python)).toMatchObject({
      ...UNCHANGED,
      standing: 221,
      notCompared: ['R004', 'R005', 'R006', 'R007', 'R008'],
    });
  });
});

describe('a page that moved', () => {
  it.each<[string, (page: string) => string, readonly string[]]>([
    [
      'a default, in both places',
      (page) => page.replaceAll('default:node22', 'default:node24'),
      ['~ R033 default body runtime node22 -> node24', '~ R074 default answer runtime node22 -> node24'],
    ],
    [
      'a type',
      (page) => page.replace('deploy\nboolean', 'deploy\nstring'),
      ['~ R027 type body deploy boolean -> string'],
    ],
    [
      'a value more',
      (page) => page.replace('retrying', 'archived,\nretrying'),
      [
        '~ R082 values answer status building built failed packaged pending retrying -> archived building built failed packaged pending retrying',
      ],
    ],
    [
      'a value less',
      (page) => page.replace('packaged,\n', ''),
      [
        '~ R082 values answer status building built failed packaged pending retrying -> building built failed pending retrying',
        '- R085 value answer status packaged',
      ],
    ],
    [
      'what is required',
      (page) =>
        page
          .replace('default:my-action\nrequired\n', 'default:my-action\n')
          .replace('code\nstring\n', 'code\nstring\nrequired\n'),
      ['~ R015 required body name true -> false', '~ R038 required body code false -> true'],
    ],
    [
      'a bound',
      (page) => page.replace('length: 1', 'length: 2'),
      ['~ R021 min-items body supported_triggers 1 -> 2'],
    ],
    [
      'a greatest number',
      (page) => page.replace('length: 1', 'length: 1\nMaximum array length: 5'),
      ['+ max-items body supported_triggers 5'],
    ],
    [
      'a property more',
      (page) =>
        page.replace(
          'runtime\nstring',
          'labels\nstring[]\ndefault:none\n\nWhat labels are.\n\nruntime\nstring',
        ),
      ['+ type body labels string[]'],
    ],
    [
      'a property less',
      (page) => page.replace(/built_at\nstring<date-time>[^]*?\n\n[^]*?\n\n/, ''),
      ['- R043 type answer built_at', '- R044 default answer built_at', '- R045 description answer built_at'],
    ],
    [
      'a mark',
      (page) => page.replace('secrets\nobject[]', 'secrets\nobject[]\ndeprecated'),
      ['+ mark body secrets deprecated'],
    ],
    [
      'the path',
      (page) => page.replace('/api/v2\n/\nactions\n/\nactions', '/api/v3\n/\nactions'),
      [
        '~ R002 base request https://{tenantDomain}/api/v2 -> https://{tenantDomain}/api/v3',
        '~ R003 path request /actions/actions -> /actions',
      ],
    ],
    [
      'the sample',
      (page) =>
        page.replace('"module_version_number": 7', '"module_version_number": "7", "module_note": {"a": 1}'),
      [
        '~ R139 sample-type sample /deployed_version/modules/-/module_version_number number -> string',
        '+ sample-type sample /deployed_version/modules/-/module_note object',
      ],
    ],
  ])('tells so: %s', (_, change, differences) => {
    const page = examplePage();
    expect(change(page)).not.toBe(page);
    expect(told(compared(change(page)))).toEqual(differences);
  });

  it('tells the line', () => {
    const text = examplePage().replace('deploy\nboolean', 'deploy\nstring');
    const [change] = compared(text).changed;
    expect(text.split('\n')[(change?.line ?? 0) - 1]).toBe('string');
  });
});

it.each(['', 'openapi: 3.1.0', 'hello\nworld', 'POST\nhttps://example.com/api/v2\n/actions'])(
  'a text that is no page is none: %j',
  (text) => {
    expect(readPage(text)).toBeUndefined();
  },
);

const PUBLISHED = join(import.meta.dirname, '../../../shared/create-action.ja.txt');

describe.runIf(existsSync(PUBLISHED))('the page itself, where it lies beside the checkout', () => {
  const page = (): string => readFileSync(PUBLISHED, 'utf-8');

  it('is what the contract was made from, word by word', () => {
    expect(compared(page())).toMatchObject(UNCHANGED);
  });

  it('in other words at one place is told apart', () => {
    const { standing, reworded } = compared(page().replaceAll('ソースコード', 'ソース'));
    expect({ standing, at: reworded.map(({ at }) => at) }).toEqual({
      standing: 226,
      at: ['body code', 'answer code'],
    });
  });
});
