import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type AppConfig, CONFIG } from '../platform/config/index.js';
import { openAuditKey } from './audit-key.js';
import { AuditRepository } from './audit.repository.js';
import { type Head, headOf, readHead, readHeadLines, withHead, writeHeadLines } from './heads.js';

/** A head is written this long after an entry at the latest: one flush for many entries. */
const HEAD_DELAY_MS = 500;

/** Holds the key, and keeps the head of the chain in its file. The head is read from what was committed, so it never leads. */
@Injectable()
export class AuditChainService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger('audit');
  private held: Buffer | null = null;
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly entries: AuditRepository,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** @throws StartupError when the key is gone or cannot be read */
  async onModuleInit(): Promise<void> {
    this.held = openAuditKey(this.config.auditKeyFile, (await this.entries.newest()) !== null);
    await this.keepHead();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.keepHead();
  }

  get key(): Buffer {
    if (this.held === null) throw new Error('The key of the trail was asked for before the start.');
    return this.held;
  }

  /** An entry was written: brings the file up to it soon, after the commit. */
  headMoved(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.keepHead();
    }, HEAD_DELAY_MS).unref();
  }

  /** Brings the file of heads up to what is committed. A file that cannot be written is a line in the log: the next head is tried again. */
  keepHead(): Promise<void> {
    this.turn = this.turn
      .then(() => this.writeHead())
      .catch((error: unknown) => this.log.error(`the head of the trail was not written: ${String(error)}`));
    return this.turn;
  }

  private async writeHead(): Promise<void> {
    const newest = await this.entries.newest();
    if (newest === null) return;
    const lines = readHeadLines(this.config.auditHeadFile);
    const last = readHead(lines.at(-1) ?? '');
    const borneOut = last !== null && (await this.isBorneOut(last));
    const next = withHead(lines, headOf(this.key, newest), () => borneOut);
    if (next !== lines) writeHeadLines(this.config.auditHeadFile, next);
  }

  private async isBorneOut({ number, hash }: Head): Promise<boolean> {
    return (await this.entries.byNumber(number))?.hash === hash;
  }
}
