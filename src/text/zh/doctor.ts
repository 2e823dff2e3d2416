/** What `npm run doctor` says. */

/** What is so, and what to do next where there is something to do. */
export type Words = readonly [says: string, next?: string | undefined];

const faults = {
  full: (path: string): Words => [`${path} 所在的磁盘满了`, '腾出一些空间；已确认的消息不会丢'],
  busy: (path: string): Words => [`${path} 被别的程序锁住了`, '关掉除机器人以外打开它的程序'],
  unwritable: (path: string): Words => [`${path} 写不进去`, '确认目录存在、磁盘正常、属于运行机器人的用户，或者换一个 DATABASE_URL'],
  unreachable: (path: string): Words => [`${path} 连不上`, '确认数据库在运行、地址和端口对、网络通；机器人会一直重试，已确认的消息不会丢'],
  denied: (path: string): Words => [
    `${path} 不让这个用户使用`,
    '检查 DATABASE_URL 里的用户、密码和库名，并授予该 schema 的 CREATE 和 USAGE 权限',
  ],
  newer: (path: string): Words => [`${path} 由更新版本的机器人写成`, '运行那个版本，或者在 DATABASE_URL 换一个文件'],
  older: (path: string): Words => [`${path} 由旧版本的机器人写成`, '启动一次机器人，它会自动升级'],
  missing: (path: string): Words => [`${path} 不存在`, '机器人启动时会自动建立'],
  foreign: (path: string): Words => [`${path} 属于别的程序`, '在 DATABASE_URL 换一个文件'],
  damaged: (path: string): Words => [`${path} 不是数据库，或者已经损坏`, '恢复备份；或者把文件移走，从空的存储开始'],
  unsupported: (path: string): Words => [`${path} 不能用作存储`, 'DATABASE_URL 用本地磁盘上的文件，例如 file:./data/bot.db'],
  in_use: (path: string): Words => [`${path} 正在使用中`],
  closed: (path: string): Words => [`${path} 打不开`, '再试一次；不行就在 DATABASE_URL 换一个文件'],
  other: (path: string): Words => [`${path} 打不开`, '再试一次；不行就在 DATABASE_URL 换一个文件'],
};

export type Fault = keyof typeof faults;

const reasons = {
  dns: ['找不到这个域名', '核对 FEISHU_DOMAIN 的拼写和本机的 DNS'],
  tls: ['证书不被信任', '公司网络有自己的根证书时，用 NODE_EXTRA_CA_CERTS 指给 Node'],
  refused: ['那个地址没有服务在听', '核对 FEISHU_DOMAIN；指向沙箱时先运行 npm run sandbox'],
  silent: ['没有回应', '看看防火墙是否允许访问这个地址'],
} as const;

export type Reasons = typeof reasons;

const statuses = ['等待企业安装', '被企业停用', '已启用', '已安装，等待启用', '升级后等待启用', '许可到期停用', '套餐到期或降级停用'];
const without: Record<string, string> = {
  'im:message:send_as_bot': '机器人发不出任何消息',
  'im:message.p2p_msg:readonly': '听不到私聊',
  'im:message.group_at_msg:readonly': '听不到群里的 @',
  'vc:reserve': '约不了会议',
  'vc:reserve:readonly': '查不了会议的状态和参会人',
  'im:chat:read': '分不清话题群和普通群，也列不出可以分享到的群',
  'im:chat.members:read': '“仅限本群”的会议约不了',
  'im:chat.members:bot_access': '进群时不会打招呼',
  'im:user_agent:read': '没说过话的人用默认语言',
};

/** 长连接的错误码 → 怎么了，怎么办。 */
const refusals: Record<number, readonly [string, string]> = {
  1: ['平台忙', '过一会儿再试'],
  403: ['应用不能用长连接', '只有企业自建应用可以；在“事件与回调”里选“使用长连接接收事件”并发布版本'],
  514: ['App ID 和 App Secret 对不上', '核对 FEISHU_APP_ID 和 FEISHU_APP_SECRET'],
  1000040350: ['这个应用已经有 50 个连接', '别处有没停掉的客户端：停掉它们，再看事件的推送记录'],
  1000040351: ['应用属于另一个平台', '飞书用 https://open.feishu.cn，Lark 用 https://open.larksuite.com（FEISHU_DOMAIN）'],
};

/** 没有订阅时少了什么。 */
const unheard: Record<string, string> = {
  'im.message.receive_v1': '听不到任何消息',
  'card.action.trigger': '卡片上的按钮都不能用',
  'im.chat.member.bot.added_v1': '进群时不会打招呼',
  'im.chat.access_event.bot_p2p_chat_entered_v1': '打开私聊时不会打招呼',
  'application.bot.menu_v6': '机器人菜单点了没有反应',
};

export const doctor = {
  about: {
    node: 'Node',
    config: '配置',
    store: '存储',
    bot_process: '正在运行的机器人',
    port: '端口',
    domain: '开放平台',
    clock: '时钟',
    credentials: '应用凭证',
    bot: '机器人',
    scopes: '权限',
    webhook: '事件推送',
    disk: '磁盘',
    connection: '长连接',
    subscriptions: '事件与回调',
  },
  node_ok: (a: { version: string }): Words => [a.version],
  node_old: (a: { version: string }): Words => [`${a.version} 太旧`, '安装 Node 20.19 或更新的版本：https://nodejs.org'],
  config_feishu: (a: { appId: string; domain: string }): Words => [`应用 ${a.appId}，连接 ${a.domain}`],
  config_sandbox: (): Words => [
    '没有设置任何 FEISHU_ 变量：npm start 会连同沙箱一起运行，不需要账号',
    '要接入真实企业，运行 npm run setup，或者把 .env.example 复制为 .env 并填写',
  ],
  config_wrong: (a: { problem: string }): Words => [a.problem, '改好 .env 或环境变量后再运行一次'],
  store_ok: (a: { path: string; waiting: number; dead: number }): Words => [
    `${a.path} 可以写入；待处理 ${a.waiting} 条，没能答复 ${a.dead} 条`,
  ],
  store_new: (a: { path: string }): Words => [`${a.path} 还没有，启动时会建立`],
  store_in_use: (a: { path: string }): Words => [`${a.path} 正由运行中的机器人使用，没有问题`],
  store_fault: (a: { path: string; fault: Fault }): Words => faults[a.fault](a.path),
  process_ready: (a: { url: string }): Words => [`${a.url} 已就绪`],
  process_not_ready: (a: { url: string; reasons: string }): Words => [`${a.url} 还没就绪：${a.reasons}`, '看它的日志；按下面的结果处理'],
  process_mute: (a: { url: string }): Words => [
    `${a.url} 还没就绪，原因它不告诉外人`,
    '设 METRICS_TOKEN 并重启，就能在这里看到；或者看它的日志',
  ],
  process_silent: (a: { url: string }): Words => [
    `存储被占用，可是 ${a.url} 没有机器人应答`,
    '机器人用的 PORT 与这里不同，或者它卡住了：看它的日志',
  ],
  port_ok: (a: { name: string; host: string; port: number }): Words => [`${a.name} ${a.host}:${a.port} 可以监听`],
  port_any: (a: { name: string; fixed: boolean }): Words => [
    `${a.name} 0：每次启动用任意空闲端口`,
    a.fixed ? '请求地址要固定的端口：设一个 PORT，例如 3000' : undefined,
  ],
  port_taken: (a: { name: string; host: string; port: number }): Words => [
    `${a.name} ${a.host}:${a.port} 已被别的程序占用`,
    `停掉那个程序，或者给 ${a.name} 换一个端口`,
  ],
  port_denied: (a: { name: string; host: string; port: number }): Words => [
    `${a.name}：没有权限监听 ${a.host}:${a.port}`,
    `给 ${a.name} 换一个 1024 以上的端口，前面放反向代理`,
  ],
  port_no_host: (a: { name: string; host: string; port: number }): Words => [
    `本机没有 ${a.host} 这个地址`,
    'HOST 改为 0.0.0.0（所有地址）或 127.0.0.1（只限本机）',
  ],
  domain_ok: (a: { domain: string; ms: number }): Words => [`${a.domain} 可以连上（${a.ms} 毫秒）`],
  domain_unreachable: (a: { domain: string; reason: string; kind: keyof Reasons }): Words => {
    const [why, next] = reasons[a.kind];
    return [`连不上 ${a.domain}：${why}（${a.reason}）`, next];
  },
  clock_off: (a: { seconds: number }): Words => [
    `本机时间比开放平台${a.seconds > 0 ? '快' : '慢'} ${Math.abs(a.seconds)} 秒`,
    '打开系统的时间同步（NTP）；相差太多的推送会被当成伪造',
  ],
  credentials_ok: (): Words => ['App ID 和 App Secret 正确'],
  credentials_refused: (a: { why: string; console: string }): Words => [
    a.why,
    `核对 FEISHU_APP_ID 和 FEISHU_APP_SECRET：开发者后台 ${a.console} > 应用 > 凭证与基础信息`,
  ],
  not_platform: (a: { domain: string }): Words => [
    `${a.domain} 有回应，但不是开放平台`,
    '核对 FEISHU_DOMAIN：飞书是 https://open.feishu.cn，Lark 是 https://open.larksuite.com',
  ],
  call_failed: (a: { why: string }): Words => [a.why, '过一会儿再运行一次；日志 ID 可以交给飞书的支持人员'],
  bot_ok: (a: { name: string }): Words => [`“${a.name}”已启用`],
  bot_status: (a: { name: string; status: number }): Words => [
    `“${a.name}”${statuses[a.status] ?? `状态未知（${a.status}）`}`,
    '请管理员在管理后台的应用管理里启用它，并发布最新版本',
  ],
  bot_refused: (a: { why: string; console: string }): Words => [
    a.why,
    `开发者后台 ${a.console} > 应用 > 添加应用能力 > 机器人，然后发布版本`,
  ],
  scopes_ok: (a: { count: number }): Words => [`需要的 ${a.count} 个都已开通`],
  scope_missing: (a: { scope: string; link: string }): Words => [
    `没有申请 ${a.scope}${without[a.scope] ? `：${without[a.scope]}` : ''}`,
    `申请并发布版本：${a.link}`,
  ],
  scope_waiting: (a: { scope: string; link: string }): Words => [
    `${a.scope} 还没有授权${without[a.scope] ? `：${without[a.scope]}` : ''}`,
    `发布版本，并请管理员通过：${a.link}`,
  ],
  scopes_unknown: (a: { why: string }): Words => [`读不到已开通的权限：${a.why}`, '在开发者后台的“权限管理”里与 app.manifest.json 对照'],
  manifest_missing: (): Words => ['当前目录没有 app.manifest.json，不知道需要哪些权限', '在项目的根目录运行 npm run doctor'],
  webhook_ok: (a: { port: number }): Words => [
    `在 ${a.port} 端口的 /webhook/event 接收，验证签名`,
    '后台的事件和回调都填 https://你的域名/webhook/event',
  ],
  webhook_token_only: (a: { port: number }): Words => [
    `在 ${a.port} 端口的 /webhook/event 接收，没有 FEISHU_ENCRYPT_KEY，只核对 Verification Token`,
    '只适合本机的沙箱；接入真实企业要设 Encrypt Key',
  ],
  process_note: (a: { note: string }): Words => [a.note, '看 README 的“运维”一节'],
  disk_ok: (a: { path: string; gigabytes: string }): Words => [`${a.path} 还有 ${a.gigabytes} GB`],
  disk_low: (a: { path: string; megabytes: number }): Words => [
    `${a.path} 只剩 ${a.megabytes} MB`,
    '腾出一些空间，或者把 DATABASE_URL 指到别的磁盘；写满以后收不下新消息',
  ],
  clock_off_store: (a: { path: string; seconds: number }): Words => [
    `${a.path} 的时间比本机${a.seconds > 0 ? '快' : '慢'} ${Math.abs(a.seconds)} 秒`,
    '打开数据库服务器的时间同步（NTP）；所有实例都按它的时间',
  ],
  other_brand: (a: { domain: string; other: string }): Words => [
    `这个应用不在 ${a.domain}，而在 ${a.other}`,
    `把 FEISHU_DOMAIN 设为 ${a.other}`,
  ],
  connection_ok: (a: { host: string }): Words => [
    `可以连上 ${a.host}`,
    '一个事件只送给应用的一个连接：别处还开着的同一个应用（旧服务器、同事的电脑）要停掉',
  ],
  connection_accepted: (): Words => ['平台接受这个应用的长连接'],
  connection_up: (): Words => ['连着'],
  connection_down: (a: { problem: string }): Words => [a.problem, '机器人会自己重连；一直连不上就运行 npm run doctor'],
  connection_unreachable: (a: { reason: string }): Words => [
    `问不到该连到哪里（${a.reason}）`,
    '过一会儿再运行一次；一直这样就看看代理和防火墙，长连接不支持代理',
  ],
  connection_refused: (a: { code: number; msg: string; link: string }): Words => {
    const known = refusals[a.code];
    return [`平台拒绝（${a.code}）：${known?.[0] ?? (a.msg || '没有说原因')}`, `${known?.[1] ?? '核对“事件与回调”的订阅方式'}：${a.link}`];
  },
  connection_blocked: (a: { host: string; reason: string }): Words => [
    `平台接受，可是连不上 ${a.host}（${a.reason}）`,
    '让防火墙放行到这个地址的 WebSocket（443 端口）；长连接不支持代理',
  ],
  events_taken: (a: { count: number }): Words => [
    `最近有 ${a.count} 个会议事件没有送到这里，别的却送到了`,
    '多半有别的程序也连着这个应用，事件被它收走了：停掉旧服务器、同事电脑上的那个',
  ],
  subscribed: (a: { count: number }): Words => [`需要的 ${a.count} 个都已订阅`],
  not_subscribed: (a: { name: string; link: string }): Words => [
    `没有订阅 ${a.name}${unheard[a.name] ? `：${unheard[a.name]}` : ''}`,
    `订阅它并发布版本：${a.link}`,
  ],
  other_way: (a: { told: string; link: string }): Words => [
    a.told === 'webhook' ? '后台选的是发送到请求地址，而机器人开的是长连接' : '后台选的是长连接，而机器人在等推送到请求地址',
    `在后台改订阅方式，或者改 FEISHU_TRANSPORT=${a.told === 'webhook' ? 'webhook' : 'websocket'}：${a.link}`,
  ],
  subscriptions_untold: (a: { events: string; link: string; scope: string }): Words => [
    '平台没有说订阅了什么',
    `核对是否都订阅了：${a.events}：${a.link}；开通这个权限以后我可以自己看：${a.scope}`,
  ],
  verdict: (problems: number, warnings: number): string => {
    if (problems > 0) return `有 ${problems} 个问题，解决之前机器人不能工作。`;
    return warnings > 0 ? `可以运行，有 ${warnings} 处值得看看。` : '可以运行。';
  },
};
