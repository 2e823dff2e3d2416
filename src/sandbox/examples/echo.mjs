import { createServer } from 'node:http';

const [platform, app_id, app_secret, port] = process.argv.slice(2);
const call = async (path, body, token) =>
  (await fetch(platform + path, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify(body) })).json();

createServer(async (request, response) => {
  const { challenge, event } = JSON.parse(Buffer.concat(await request.toArray()));
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ challenge }));
  if (!event?.message) return;
  const { tenant_access_token } = await call('/open-apis/auth/v3/tenant_access_token/internal', { app_id, app_secret });
  const { message_id, content } = event.message;
  await call(`/open-apis/im/v1/messages/${message_id}/reply`, { msg_type: 'text', content }, tenant_access_token);
}).listen(port);
