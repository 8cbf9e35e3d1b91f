import { isList } from '../contracts/pointer.ts';
import type { Json } from '../contracts/expectation.ts';
import type { Comparison } from '../drift/openapi/compare-operation.ts';
import type { Difference } from '../drift/openapi/difference.ts';
import { visibleLine } from '../reports/visible.ts';
import { amount } from '../reports/amount.ts';

/** How a description differs from the contract, for a person. */
export function driftLines({ differences, known }: Comparison): readonly string[] {
  return [
    ...differences.map(line),
    ...(differences.length > 0 ? [''] : []),
    ...known.flatMap((each) => [`known  ${line(each)}`, `       ${each.reason}`]),
    ...(known.length > 0 ? [''] : []),
    `${amount(differences.length, 'difference')}${known.length > 0 ? `, and ${known.length} that ${known.length === 1 ? 'is' : 'are'} known` : ''}.`,
  ];
}

function line(difference: Difference): string {
  const { also, at, place } = difference;
  const others = also.length === 0 ? '' : `, and at ${amount(also.length, 'other place')}`;
  const where = place === undefined ? '' : ` (${place})`;
  return visibleLine(`${SIGNS[signOf(difference)]} ${at}: ${words(difference)}${others}${where}`);
}

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

const signOf = ({ kind }: Difference): keyof typeof SIGNS =>
  kind.endsWith('-added') ? 'added' : kind.endsWith('-removed') ? 'removed' : 'changed';

function words({ contract, kind, name, openapi }: Difference): string {
  switch (kind) {
    case 'property-added':
      return `a property that the contract does not have, ${shown(openapi)}`;
    case 'property-removed':
      return `no such property, which the contract has as ${shown(contract)}`;
    case 'response-added':
      return 'a response that the contract does not have';
    case 'response-removed':
      return 'no such response, which the contract has';
    case 'required':
      return openapi === true ? `\`${name}\` is required` : `\`${name}\` is no longer required`;
    case 'enum':
      return enumWords(contract, openapi);
    case 'additional-properties':
      return openapi === true
        ? 'properties are allowed that it does not name'
        : 'no properties are allowed but those that it names';
    case 'type':
    case 'format':
    case 'limit':
    case 'body':
      return `${name} is ${shown(openapi)}, and ${shown(contract)} in the contract`;
  }
}

function enumWords(contract: Json | undefined, openapi: Json | undefined): string {
  if (!isList(contract) || !isList(openapi)) {
    return openapi === undefined ? 'any value, of an enum no longer' : `only ${shown(openapi)}`;
  }
  const [more, less] = [missingIn(contract, openapi), missingIn(openapi, contract)];
  return [
    ...(more === '' ? [] : [`the enum has ${more}`]),
    ...(less === '' ? [] : [`it lacks ${less}`]),
  ].join(' and ');
}

const shown = (value: Json | undefined): string =>
  value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);

/** What others have and a list has not. */
const missingIn = (list: readonly Json[], others: readonly Json[]): string =>
  others
    .filter((value) => !list.includes(value))
    .map((value) => JSON.stringify(value))
    .join(', ');
