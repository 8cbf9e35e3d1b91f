import { describe, expect, test } from 'vitest';

import { answered } from './example-transport.ts';
import { intermediaryIn } from './intermediary.ts';

const look = (...parts: Parameters<typeof answered>) => intermediaryIn(answered(...parts));
const page = (title: string) => `<!DOCTYPE html>\n<html><head><title>${title}</title></head></html>`;
const NGINX =
  '<html>\r\n<body>\r\n<center><h1>413</h1></center>\r\n<hr><center>nginx/1.27</center>\r\n</body>\r\n</html>';
const own = (statusCode: number) => JSON.stringify({ statusCode, error: 'x', message: 'y' });

describe('an answer of what stands before the tenant', () => {
  test.each<[string, Parameters<typeof answered>]>([
    ['a bad gateway', [502, '<html>Bad gateway</html>']],
    ['a gateway that waited in vain', [504, 'upstream request timeout']],
    ['a challenge in JSON', [403, '{}', { 'cf-mitigated': 'challenge' }]],
    ['a challenge of another firewall', [202, '', { 'x-amzn-waf-action': 'challenge' }]],
    ['a page that forbids, behind a network', [403, page('Forbidden'), { 'cf-ray': '8a-FRA' }]],
    ['a page of a network', [403, page('Attention Required! | Cloudflare')]],
    ['an answer from a cache', [304]],
    ['a page that says that all is well', [200, page('Sign in')]],
    ['a page behind a comment', [200, `<!-- portal -->\n${page('Sign in')}`]],
    ['a body too large for nginx', [413, NGINX]],
    ['headers too large for nginx', [400, NGINX]],
    ['a proxy that wants to know who asks', [407]],
    ['a request that came too late', [408, '<html><body><h1>408 Request Time-out</h1>\n</body></html>']],
    ['a server that is not meant', [421]],
    ['a request that came too early', [425]],
    ['a client that was lost', [499]],
    ['a server that nobody reached', [522, 'error code: 522']],
    ['a network that wants a login', [511, page('Log in')]],
    ['a tunnel without an end', [404, 'Tunnel not found', { 'ngrok-error-code': 'ERR_NGROK_3200' }]],
    ['a proxy that says so', [500, '', { 'proxy-status': 'edge; error=connection_refused' }]],
    [
      'a firewall that allows nothing',
      [200, '<html>The requested URL was rejected. Please consult with your administrator.</html>'],
    ],
    ['a rejected page without a type', [403, '<html><script src="/_Incapsula_Resource?x"></script></html>']],
    ['a gateway in JSON', [403, '{"message":"Forbidden"}', { 'x-amzn-errortype': 'ForbiddenException' }]],
  ])('is %s', (_, answer) => {
    expect(look(...answer)).toMatchObject({ trouble: { kind: 'intermediary' }, mayBeOwn: false });
  });

  test.each<[string, Parameters<typeof answered>]>([
    ['a 503 in the words of the API', [503, own(503)]],
    ['a 503 without a word', [503]],
    ['a 502 in the words of the API', [502, own(502)]],
    ['a 408 in the words of the API', [408, own(408)]],
    ['a redirect to a login page', [302, '', { location: 'https://login.example/' }]],
    ['a redirect within the API', [303, '', { location: '/api/v2/actions/actions/1' }]],
    ['a redirect that leads nowhere', [303]],
  ])('may be %s', (_, answer) => {
    expect(look(...answer)?.mayBeOwn).toBe(true);
  });

  test.each<[string, Parameters<typeof answered>]>([
    ['a success', [201, '{"id":"1"}', { 'content-type': 'text/html', server: 'cloudflare', 'cf-ray': '8a' }]],
    ['an error of the API', [500, own(500)]],
    ['a page that an error of the API is', [500, page('Error')]],
    ['a refusal as a page', [400, page('SyntaxError: Unexpected token')]],
    ['a refusal in words', [404, 'Not Found']],
    ['a refusal by a server that calls itself nginx', [400, own(400), { server: 'nginx' }]],
    ['a page that forbids, behind nobody', [403, page('HTTP Status 403')]],
    ['a spent rate limit', [429, 'error code: 1015']],
    ['code that speaks of nginx', [201, JSON.stringify({ code: page('nginx') })]],
    ['nothing', [204]],
  ])('is not %s', (_, answer) => {
    expect(look(...answer)).toBeUndefined();
  });

  test('names who made it, and where a redirect leads without what it carries', () => {
    expect(look(413, NGINX)?.trouble.message).toBe(
      'what stands before the tenant answered 413 with a web page (nginx)',
    );
    const { message } = look(302, '', { location: 'https://login.example/?secret=1' })?.trouble ?? {};
    expect(message).toBe('what stands before the tenant answered 302, a redirect to https://login.example');
  });
});
