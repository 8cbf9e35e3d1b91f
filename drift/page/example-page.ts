import pageFacts from '../../contracts/page-facts.json' with { type: 'json' };

/** A page in English that says what the contract's page says, in words of our own. */
export function examplePage(): string {
  return [
    'Skip to the content',
    valueOf('request', 'method'),
    valueOf('request', 'base'),
    ...valueOf('request', 'path')
      .split('/')
      .slice(1)
      .flatMap((piece) => ['/', piece]),
    'Go',
    ...goSample(),
    JSON.stringify(sampleOf(''), undefined, 2),
    '',
    'Authorizations',
    '',
    ...entries('parameter'),
    'Body',
    '',
    ...entries('body'),
    'Response',
    '',
    '201 - application/json',
    '',
    'It was made.',
    '',
    ...entries('answer'),
  ].join('\n');
}

const find = (at: string, kind: string): string | undefined =>
  pageFacts.find((fact) => fact.at === at && fact.kind === kind)?.value;

function valueOf(at: string, kind: string): string {
  const value = find(at, kind);
  if (value === undefined) throw new Error(`no ${kind} of ${at} is stated`);
  return value;
}

function goSample(): readonly string[] {
  const [name = '', triggers = ''] = valueOf('client fields CreateActionRequestContent', 'client').split(' ');
  return [
    'package main',
    'import (',
    ...valueOf('client packages', 'client')
      .split(' ')
      .map((path) => `    "${path}"`),
    ')',
    'func main() {',
    '    option.WithToken(',
    `        "${valueOf('client token', 'client')}",`,
    '    )',
    '    wanted := &management.CreateActionRequestContent{',
    `        ${name}: "mine",`,
    `        ${triggers}: []*management.ActionTrigger{`,
    '            &management.ActionTrigger{',
    `                ${valueOf('client fields ActionTrigger', 'client')}: "one",`,
    '            },',
    '        },',
    '    }',
    `    client.${valueOf('client call', 'client')}(`,
    '        wanted,',
    '    )',
    '}',
  ];
}

/** The sample answer, from the types of its parts. */
function sampleOf(pointer: string): unknown {
  const at = `sample ${pointer}`;
  const shown = find(at, 'sample-value');
  if (shown !== undefined) return JSON.parse(shown);
  const below = new Set(
    pageFacts
      .filter((fact) => fact.at.startsWith(`${at}/`))
      .map((fact) => fact.at.slice(at.length + 1).split('/')[0] ?? ''),
  );
  switch (find(at, 'sample-type')) {
    case 'object':
      return Object.fromEntries([...below].map((name) => [name, sampleOf(`${pointer}/${name}`)]));
    case 'array':
      return [sampleOf(`${pointer}/-`)];
    case 'number':
      return 7;
    case 'boolean':
      return true;
    case 'date-time':
      return '2020-02-02T02:02:02.000Z';
    case undefined:
    default:
      return '<string>';
  }
}

function entries(part: string): readonly string[] {
  const names = new Set(
    pageFacts.filter(({ at }) => at.startsWith(`${part} `)).map(({ at }) => at.split(' ')[1] ?? ''),
  );
  return [...names].flatMap((name) => {
    const at = `${part} ${name}`;
    const [given, place, least] = ['default', 'in', 'min-items'].map((kind) => find(at, kind));
    const form = find(at, 'form');
    return [
      name,
      valueOf(at, 'type'),
      ...(place === undefined ? [] : [place]),
      ...(given === undefined ? [] : [`default:${given}`]),
      ...(find(at, 'required') === 'true' ? ['required'] : []),
      '',
      `What ${name} is${form === undefined ? '' : `: ${form}`}.`,
      '',
      ...valuesOf(at),
      ...(least === undefined ? [''] : [`Minimum array length: ${least}`]),
    ];
  });
}

function valuesOf(at: string): readonly string[] {
  const values = find(at, 'values');
  return values === undefined ? [] : ['Available options:', ...values.split(' ').join(',\n').split('\n')];
}
