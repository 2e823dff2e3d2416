/** The platform's answers, with the time that it takes for them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Latency {
  /** Milliseconds of the booking call, and of the reply; each ± a half. */
  apply: number;
  reply: number;
}

export class Stub {
  latency: Latency = { apply: 0, reply: 0 };
  /** Told of each message that is replied to. */
  onReply: (messageId: string) => void = () => {};
  private readonly server: Server;
  private count = 0;

  constructor() {
    this.server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      request.resume();
      request.on('end', () => {
        const path = request.url ?? '';
        const reply = /\/messages\/([^/]+)\/reply/.exec(path)?.[1];
        const wait = path.includes('/reserves/apply') ? this.latency.apply : reply ? this.latency.reply : 0;
        if (reply) this.onReply(reply);
        const answer = JSON.stringify(this.answer(path));
        setTimeout(
          () => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(answer),
          wait * (0.5 + Math.random()),
        );
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private answer(path: string): object {
    this.count += 1;
    const ok = { code: 0, msg: 'success' };
    if (path.includes('tenant_access_token')) return { ...ok, tenant_access_token: `t-bench-${this.count}`, expire: 7200 };
    if (path.includes('/bot/v3/info')) return { ...ok, bot: { activate_status: 2, app_name: 'bench', open_id: 'ou_bench_bot' } };
    if (path.includes('/reserves')) return { ...ok, data: { reserve: reserve(this.count), reserve_correction_check_info: {} } };
    return { ...ok, data: { message_id: `om_out_${this.count}` } };
  }
}

const reserve = (n: number): object => ({
  id: `72${Date.now()}${n}`,
  meeting_no: String(100_000_000 + n),
  url: `https://vc.feishu.cn/j/${n}`,
  app_link: `https://applink.feishu.cn/client/videochat/open?id=${n}`,
  live_link: '',
  end_time: '',
});
