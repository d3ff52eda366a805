import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformFile } from '@swc/core';

const backend = resolve(import.meta.dirname, '../..');

/** The program as a process of its own, made from the sources as they are now. */
export interface Program {
  /** Starts it; `port` 0 takes a free one. */
  start(env: Readonly<Record<string, string>>): Running;
  /** Ends what still runs and removes the build. */
  remove(): void;
}

export interface Running {
  readonly child: ChildProcess;
  /** All that it has printed so far. */
  output(): string;
  /** Waits until it prints its address, and gives it; throws when it ends before. */
  address(): Promise<string>;
  /** Waits for its end; gives the exit code, null when a signal ended it. */
  ended: Promise<number | null>;
}

/** Compiles `src` beside the real build, so that its packages and seeds are found. */
export async function buildProgram(): Promise<Program> {
  const folder = mkdtempSync(join(backend, 'dist.spec-'));
  const files = readdirSync(join(backend, 'src'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))) {
    const { code } = await transformFile(join(backend, 'src', file), {
      swcrc: false,
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    });
    const target = join(folder, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  const started: Running[] = [];
  return {
    start: (env) => {
      const run = start(join(folder, 'main.js'), env);
      started.push(run);
      return run;
    },
    remove: () => {
      for (const { child } of started) if (child.exitCode === null) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function start(main: string, env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, PORT: '0', ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (part: string) => (text += part));
  }
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  return { child, output: () => text, ended, address: () => address(child, () => text) };
}

async function address(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const found = /system is up: (http:\/\/127\.0\.0\.1:\d+)\n/.exec(output());
    if (found?.[1] !== undefined) return found[1];
    if (child.exitCode !== null) throw new Error(`The program ended:\n${output()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
