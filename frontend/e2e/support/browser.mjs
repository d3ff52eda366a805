// The browser of the tests: Chromium from the npm registry, with the Chinese font that lies beside this file.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const frontend = resolve(here, '../..');
const cache = resolve(frontend, '../node_modules/.cache');

/** The folder with the unpacked browser; unpacked on first use, whole or not at all, also when two start at once. */
function unpackedBrowser() {
  const manifest = readFileSync(join(frontend, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const folder = join(cache, `chromium-${JSON.parse(manifest).version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const fresh = `${folder}.${process.pid}`;
  execFileSync(process.execPath, [join(here, 'unpack-chromium.mjs'), fresh], { cwd: frontend, stdio: 'inherit' });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** Writes a fontconfig file that knows our font only, so that every machine draws the same pages. */
function fontConfiguration() {
  const file = join(cache, `fonts-${process.pid}.conf`);
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(here, 'fonts')}</dir>
  <cachedir>${join(cache, 'fontconfig')}</cachedir>
</fontconfig>
`,
  );
  return file;
}

/**
 * The browser's own copies of libnss3 and its kind, if this machine lacks them.
 * @param {string} executable
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function libraryPath(executable, folder) {
  const needed = execFileSync('ldd', [executable], { encoding: 'utf8' });
  return needed.includes('not found') ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {};
}

/**
 * Launches the browser. Close it with `await browser.close()`.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const folder = unpackedBrowser();
  const executablePath = join(folder, 'chromium');
  const fonts = fontConfiguration();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    // Without a UTF-8 locale Chromium calls a file with a Chinese name `download`.
    env: { ...environment(), ...libraryPath(executablePath, folder), FONTCONFIG_FILE: fonts, LC_ALL: 'C.UTF-8' },
  });
  browser.on('disconnected', () => rmSync(fonts, { force: true }));
  return browser;
}

/**
 * Opens a page in a context of its own, as a county office in China sees it.
 * @param {import('playwright-core').Browser} browser
 * @param {{ width?: number, height?: number }} [size] in CSS pixels; 1440 × 900 unless told
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openPage(browser, { width = 1440, height = 900 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  return context.newPage();
}

/** @returns {Record<string, string>} */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
