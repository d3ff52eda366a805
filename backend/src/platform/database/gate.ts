import { AsyncLocalStorage } from 'node:async_hooks';

/** How long a statement waits for its turn before the wait is called a mistake. */
const WAIT_LIMIT_MS = 15_000;

/**
 * First come, first served, one at a time. SQLite has one connection: a statement that slips into a stranger's open
 * transaction is rolled back with it although its caller was told that it is stored.
 */
export class Gate {
  private held = false;
  private readonly waiting: (() => void)[] = [];
  private readonly inside = new AsyncLocalStorage<true>();

  constructor(private readonly limitMs = WAIT_LIMIT_MS) {}

  /** Runs `work` as the inside of a transaction: whoever asks for the gate from within is told of the mistake at once. */
  mark<T>(work: () => Promise<T>): Promise<T> {
    return this.inside.run(true, work);
  }

  /** Waits for the turn. The owner has to call `release` exactly once. */
  async acquire(): Promise<void> {
    if (!this.held) {
      this.held = true;
      return;
    }
    if (this.inside.getStore() === true) throw nestedUse();
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(nestedUse());
      }, this.limitMs);
      this.waiting.push(enter);
    });
  }

  release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.held = false;
  }
}

function nestedUse(): Error {
  return new Error(
    'Waited in vain for the database. Inside a transaction only its own manager may be used, and nothing slow be awaited.',
  );
}
