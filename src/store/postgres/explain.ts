import { StoreError, type StoreFault } from '../error.ts';

/** Codes of https://www.postgresql.org/docs/current/errcodes-appendix.html, and those of the network. */
const FAULTS: [RegExp, StoreFault, string][] = [
  [/^(53100|53400|54000)$/, 'full', 'has no room left. Free some space there; nothing that was acknowledged is lost'],
  [/^(40001|40P01|55P03)$/, 'busy', 'is busy with other transactions on the same rows'],
  [/^57014$/, 'busy', 'takes longer than 15 s for a query. Look at its load'],
  [/^53300$/, 'busy', 'has no connection left. Raise max_connections there, or run fewer instances'],
  [/^(28P01|28000)$/, 'denied', 'refuses the user or the password. Check them in DATABASE_URL'],
  [/^3D000$/, 'denied', 'has no such database. Create it, or name another one in DATABASE_URL'],
  [
    /^(42501|3F000)$/,
    'denied',
    'does not let this user write there. Grant CREATE and USAGE on the schema, or name another user in DATABASE_URL',
  ],
  [/^NO_TLS$/, 'denied', 'does not speak TLS. Turn it on there, or drop sslmode from DATABASE_URL where the way to it is safe'],
  [
    /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/,
    'denied',
    'shows a certificate that is not trusted. Name its authority in NODE_EXTRA_CA_CERTS, and the host as the certificate does in DATABASE_URL',
  ],
  [/^25006$/, 'unwritable', 'is read-only: a standby, perhaps. Point DATABASE_URL at the primary'],
  [
    /^(08...|57P0.|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT|53200|TIMEOUT|CLOSED)$/,
    'unreachable',
    'cannot be reached. It is asked again until it answers; nothing that was acknowledged is lost',
  ],
  [/^(XX\d\d\d|58030|58P0.)$/, 'damaged', 'reports damage. Look at its log, and restore a backup where need be'],
];

/** The driver's own errors carry no code. */
const CODELESS: [RegExp, string][] = [
  [/does not support SSL/i, 'NO_TLS'],
  [/timeout/i, 'TIMEOUT'],
  [/terminated|not queryable|ended|closed/i, 'CLOSED'],
];

export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if (error instanceof StoreError) return codeOf(error.cause);
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return CODELESS.find(([pattern]) => pattern.test(error.message))?.[1] ?? '';
};

/**
 * Turns what the server or the network said into a sentence; other errors pass as they are.
 * @param url only host and database are told, never user or password
 */
export function explainer(url: string): (error: unknown) => unknown {
  const name = nameOf(url);
  return (error) => {
    if (error instanceof StoreError) return error;
    const code = codeOf(error);
    for (const [pattern, fault, say] of FAULTS) if (pattern.test(code)) return new StoreError(fault, `${name} ${say} (${code})`, error);
    return error;
  };
}

/** @returns e.g. `PostgreSQL at db.example.com/bot` */
export function nameOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `PostgreSQL at ${host || 'the local socket'}${pathname}`;
  } catch {
    return 'PostgreSQL';
  }
}
