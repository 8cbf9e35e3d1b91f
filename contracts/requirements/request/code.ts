import { accepts, echoes, openapi, page, refuses, requirement } from '../../build.ts';

const CODE = page('Body > code');

export const code = [
  refuses('request.code.type', ['/code', 'wrong-type'], 'refuses `code` that is not a string', CODE),
  accepts(
    'request.code.optional',
    'code:absent',
    'accepts an action without `code`',
    openapi('CreateActionRequestContent', '/required'),
    // The schema does not require it, but no recorded client ever left it out.
    'SHOULD',
  ),
  echoes('request.code.echo', 'code', 'answers with the `code` that was sent, to the letter', CODE),
  requirement({
    id: 'request.code.default',
    level: 'SHOULD',
    title: 'gives an action without `code` the documented default code',
    source: CODE,
    exercisedBy: { kind: 'valid', choice: 'code:absent' },
    judgedBy: { kind: 'default', property: 'code', in: '/code', value: 'module.exports = () => {}' },
  }),
] as const;
