// MSW's handlers answer on a port of their own: what a front-end team does to share its mocks with others.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

import { getResponse, http, HttpResponse } from 'msw';

const [port] = process.argv.slice(2);
const actions = new Map();
const refuse = (status, error, message) =>
  HttpResponse.json({ statusCode: status, error, message }, { status });
const found = (id, then) =>
  actions.has(id) ? then(actions.get(id)) : refuse(404, 'Not Found', 'no such action');

const handlers = [
  http.post('*/api/v2/actions/actions', async ({ request }) => {
    if (!request.headers.get('authorization')) return refuse(401, 'Unauthorized', 'Missing token');
    const body = await request.json().catch(() => undefined);
    if (!body?.name || !body.supported_triggers)
      return refuse(400, 'Bad Request', 'name and supported_triggers are needed');
    const now = new Date().toISOString();
    const action = { id: randomUUID(), ...body, status: 'built', created_at: now, updated_at: now };
    actions.set(action.id, action);
    return HttpResponse.json(action, { status: 201 });
  }),
  http.get('*/api/v2/actions/actions', () =>
    HttpResponse.json({ actions: [...actions.values()], total: actions.size, page: 0, per_page: 50 }),
  ),
  http.get('*/api/v2/actions/actions/:id', ({ params }) =>
    found(params.id, (action) => HttpResponse.json(action)),
  ),
  http.patch('*/api/v2/actions/actions/:id', async ({ params, request }) => {
    const body = await request.json().catch(() => undefined);
    return found(params.id, (action) => HttpResponse.json(Object.assign(action, body)));
  }),
  http.delete('*/api/v2/actions/actions/:id', ({ params }) =>
    found(params.id, () => {
      actions.delete(params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  ),
];

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const asked = new Request(`http://127.0.0.1:${port}${request.url}`, {
    method: request.method,
    headers: request.headers,
    ...(body.length > 0 && request.method !== 'GET' ? { body } : {}),
  });
  const answer = (await getResponse(handlers, asked)) ?? new Response('not found', { status: 404 });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}).listen(Number(port), '127.0.0.1');
