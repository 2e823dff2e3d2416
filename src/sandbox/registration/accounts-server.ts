import { createServer } from 'node:https';
import { generate } from 'selfsigned';
import type { Platform } from '../world/platform.ts';
import { type Brand, Registrations } from './registrations.ts';

/** The accounts domains of Feishu (127.0.0.1) and Lark (localhost), over TLS: the SDK has `https://` built in. */
export interface AccountsServer {
  /** Host and port, as `registerApp` takes it for `domain` and `larkDomain`. */
  host: string;
  larkHost: string;
  /** The certificate to trust, in PEM: nobody else has signed it. */
  certificate: string;
  registrations: Registrations;
  close(): Promise<void>;
}

const PATH = '/oauth/v1/app/registration';
const MAX_BODY = 1 << 16;

/** @param page where a person confirms; `pollSeconds`: how often the app may ask meanwhile */
export async function startAccountsServer(platform: Platform, page: string, { port = 0, pollSeconds = 5 } = {}): Promise<AccountsServer> {
  const names = {
    name: 'subjectAltName' as const,
    altNames: [
      { type: 2 as const, value: 'localhost' },
      { type: 7 as const, ip: '127.0.0.1' },
    ],
  };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'feishu-sandbox' }], {
    keyType: 'ec',
    extensions: [{ name: 'basicConstraints' as const, cA: true }, names],
  });
  const registrations = new Registrations(platform, page, pollSeconds);
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const found = request.method === 'POST' && request.url === PATH;
      const brand: Brand = request.headers.host?.startsWith('localhost') ? 'lark' : 'feishu';
      const { status, body } = found
        ? registrations.answer(new URLSearchParams(Buffer.concat(chunks).toString()), brand)
        : { status: 404, body: { error: 'not_found' } };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const listening = typeof address === 'object' && address ? address.port : port;
  return {
    host: `127.0.0.1:${listening}`,
    larkHost: `localhost:${listening}`,
    certificate: cert,
    registrations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
