import { isAbsolute } from 'node:path';
import { readConfig } from './config.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', demo: false, clockToday: null });
    for (const folder of [config.dataDir, config.seedsDir, config.frontendDir]) expect(isAbsolute(folder)).toBe(true);
    expect(config.seedsDir).toMatch(/seeds$/);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', HOST: '', CLOCK_TODAY: '', DEMO: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['CLOCK_TODAY', '2026-02-30'],
    ['CLOCK_TODAY', 'today'],
    ['DEMO', 'maybe'],
    ['SESSION_IDLE_MINUTES', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`环境变量写得不对[^]*${name}：`));
  });

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('serves plain HTTP on %s', (HOST) => {
    expect(readConfig({ HOST }).host).toBe(HOST);
  });

  it.each(['0.0.0.0', '192.168.1.5', '::', '127.0.0.1.example.com', '1270.0.0.1'])('does not on %s', (HOST) => {
    expect(() => readConfig({ HOST })).toThrow('TRUSTED_PROXY');
    expect(readConfig({ HOST, ALLOW_PLAIN_HTTP: '1' }).host).toBe(HOST);
    expect(readConfig({ HOST, TRUSTED_PROXY: '10.0.0.1' }).trustedProxy).toBe('10.0.0.1');
  });

  it.each(['10.0.0.0/24', '10.0.0.1, ::1', 'fd00::/8'])('believes a proxy at %s', (TRUSTED_PROXY) => {
    expect(readConfig({ TRUSTED_PROXY }).trustedProxy).toBe(TRUSTED_PROXY);
  });

  it.each(['proxy.example.com', '10.0.0', '10.0.0.1/33', '10.0.0.1/0', '10.0.0.1/8/8', '10.0.0.1,', 'true'])(
    'takes no proxy at %s',
    (TRUSTED_PROXY) => {
      expect(() => readConfig({ TRUSTED_PROXY })).toThrow('TRUSTED_PROXY：要写代理的 IP 地址');
    },
  );
});
