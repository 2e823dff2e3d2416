import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** AES-256-CBC under SHA-256(encrypt key), a random IV in front, base64. Source: receive and handle events. */
export function encrypt(encryptKey: string, plain: string): string {
  const key = createHash('sha256').update(encryptKey).digest();
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

/** Hex SHA-256 of timestamp + nonce + encrypt key + the body's bytes. */
export function signature(timestamp: string, nonce: string, encryptKey: string, body: string): string {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(body, 'utf8')
    .digest('hex');
}
