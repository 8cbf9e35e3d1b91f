import { expect, test } from 'vitest';
import { sourceWords } from './source-words.ts';

test('a section of a standard is told with its address', () => {
  expect(sourceWords({ in: 'standard', document: 'RFC 9110', section: '15.5.2' })).toEqual({
    kind: 'standard',
    place: 'RFC 9110, section 15.5.2',
    link: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
  });
});

test.each([
  ['RFC 9110', '1"><script>'],
  ['RFC 9110/../evil', '1'],
] as const)('nothing that only looks like one becomes an address: %s, %s', (document, section) => {
  expect(sourceWords({ in: 'standard', document: document as 'RFC 1', section })).not.toHaveProperty('link');
});

test('any other source has a place and no address', () => {
  expect(sourceWords({ in: 'page', part: 'Body > name' })).toEqual({
    kind: 'documentation page',
    place: 'Body > name',
  });
});
