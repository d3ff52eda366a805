import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StartupError } from '../errors/index.js';
import { isDay } from '../http/day.js';

/** Root of the repository, from `backend/src|dist/platform/config/`. */
const root = resolve(fileURLToPath(new URL('../../../../', import.meta.url)));

/** What the environment decides. Folders are absolute; times say their unit in the name. */
export interface AppConfig {
  readonly dataDir: string;
  readonly seedsDir: string;
  /** Key of the audit trail, outside the database. */
  readonly auditKeyFile: string;
  /** How far the audit trail had come, outside the database. */
  readonly auditHeadFile: string;
  readonly frontendDir: string;
  readonly port: number;
  readonly host: string;
  /** The data are invented; the pages say so. */
  readonly demo: boolean;
  /** Fixes today's day, `YYYY-MM-DD`; null: the real one. */
  readonly clockToday: string | null;
  readonly sessionIdleMinutes: number;
  readonly sessionMaxHours: number;
  /** Largest uploaded file, in megabytes of 1024 × 1024 bytes. */
  readonly uploadLimitMb: number;
  /** Address of the proxy that ends TLS; its forwarded headers are believed. */
  readonly trustedProxy: string | null;
  readonly logLevel: string;
}

const flag = z
  .enum(['0', '1', 'true', 'false', ''], { error: '只能写 1 或 0 (1 or 0)' })
  .default('0')
  .transform((text) => text === '1' || text === 'true');

const whole = (fallback: string, min: number, max: number) =>
  z
    .string()
    .default(fallback)
    .refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `要写 ${min} 到 ${max} 的整数 (a whole number from ${min} to ${max})`,
    })
    .transform(Number);

const folder = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((path) => resolve(root, path));

const environment = z.object({
  DATA_DIR: folder('.data'),
  SEEDS_DIR: folder('seeds'),
  AUDIT_KEY_FILE: z
    .string()
    .transform((path) => resolve(root, path))
    .optional(),
  FRONTEND_DIR: folder('frontend/dist'),
  PORT: whole('3000', 0, 65_535),
  HOST: z.string().default('127.0.0.1'),
  DEMO: flag,
  CLOCK_TODAY: z
    .string()
    .refine(isDay, { error: '要写成 2026-11-24 这样的日期 (a day such as 2026-11-24)' })
    .optional(),
  SESSION_IDLE_MINUTES: whole('30', 1, 1440),
  SESSION_MAX_HOURS: whole('12', 1, 168),
  UPLOAD_LIMIT_MB: whole('50', 1, 500),
  TRUSTED_PROXY: z
    .string()
    .refine(areAddresses, {
      error: '要写代理的 IP 地址，如 10.0.0.1 或 10.0.0.0/24 (IP addresses, separated by commas)',
    })
    .optional(),
  ALLOW_PLAIN_HTTP: flag,
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: '只能写 trace、debug、info、warn、error、silent (one of these)',
    })
    .default('info'),
});

/** IP addresses or networks (`10.0.0.0/24`), separated by commas. */
function areAddresses(text: string): boolean {
  return text.split(',').every((part) => {
    const [address = '', bits, ...rest] = part.trim().split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    const isWide = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
    return isIP(address) !== 0 && rest.length === 0 && isWide;
  });
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/**
 * Reads the configuration from the environment; an empty variable counts as not set.
 * @throws StartupError naming every wrong variable, or when plain HTTP would leave this machine (decision 20)
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): AppConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`);
    throw new StartupError(`环境变量写得不对，请改正后再启动 (wrong environment variables):\n${lines.join('\n')}`);
  }
  const values = parsed.data;
  if (!loopback.test(values.HOST) && !values.ALLOW_PLAIN_HTTP && values.TRUSTED_PROXY === undefined) {
    throw new StartupError(
      `HOST=${values.HOST} 会让网络上的明文 HTTP 访问本系统：请在前面架设 HTTPS 代理并写明 TRUSTED_PROXY=代理地址，` +
        '或者确认后设置 ALLOW_PLAIN_HTTP=1 (plain HTTP beyond this machine needs TRUSTED_PROXY or ALLOW_PLAIN_HTTP=1)。',
    );
  }
  return {
    dataDir: values.DATA_DIR,
    seedsDir: values.SEEDS_DIR,
    auditKeyFile: values.AUDIT_KEY_FILE ?? join(values.DATA_DIR, 'audit.key'),
    auditHeadFile: join(values.DATA_DIR, 'audit-heads.jsonl'),
    frontendDir: values.FRONTEND_DIR,
    port: values.PORT,
    host: values.HOST,
    demo: values.DEMO,
    clockToday: values.CLOCK_TODAY ?? null,
    sessionIdleMinutes: values.SESSION_IDLE_MINUTES,
    sessionMaxHours: values.SESSION_MAX_HOURS,
    uploadLimitMb: values.UPLOAD_LIMIT_MB,
    trustedProxy: values.TRUSTED_PROXY ?? null,
    logLevel: values.LOG_LEVEL,
  };
}
