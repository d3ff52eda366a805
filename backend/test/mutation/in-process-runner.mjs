// A test runner for StrykerJS: the engine's specs and the standard's examples are bundled once and run inside the worker.
// Every run evaluates the bundle anew, so each mutant starts with fresh modules and nothing it did is left for the next.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { bundle, engineSpecs } from './bundle.mjs';
import { collectTests } from './collect-tests.mjs';

const resolve = createRequire(import.meta.url);
/** A property needs no thousand runs to notice a mutant, and no smallest counterexample. */
const FEWER_RUNS = { numRuns: 40, endOnFailure: true };
const fastCheck = withFewerRuns(resolve('fast-check'));
const require = (id) => (id === 'fast-check' ? fastCheck : resolve(id));
/** Tests that share one limit: to watch over a single one would cost more than it takes. */
const AT_ONCE = 64;
/** Milliseconds of a test whose usual time is not known. */
const LONGEST = 10_000;
/** However short the tests are, a busy machine may keep them this long. */
const SHORTEST_LIMIT = 5_000;
/** How many times its usual duration a test may take. */
const SLOWER = 20;
const call = new vm.Script('globalThis.__tests__()');
/** Where the instrumented code looks for the active mutant and writes what it covered. */
const stryker = (globalThis.__stryker__ ??= {});

class InProcessRunner {
  static inject = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // The finished build knows nothing of mutants: it reads the seeds once.
    const { loadStandard } = await import('../../dist/standard/loader/load-standard.js');
    this.seeds = loadStandard(fileURLToPath(new URL('../../../seeds', import.meta.url)));
    if (!this.seeds.ok) throw new Error('The seeds do not load: npm run check tells why.');
    this.specs = scriptOf(await bundle(engineSpecs()));
    this.durations = new Map();
    /** How many mutants each test has noticed. */
    this.kills = new Map();
  }

  async dryRun({ disableBail }) {
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const tests = await this.run(undefined, disableBail, true);
    for (const { id, timeSpentMs } of tests) this.durations.set(id, timeSpentMs);
    const mutantCoverage = stryker.mutantCoverage;
    stryker.mutantCoverage = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    stryker.activeMutant = activeMutant.id;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.hitLimit = hitLimit;
    const tests = await this.run(testFilter, disableBail, false);
    const killer = tests.find(({ status }) => status === TestStatus.Failed)?.id;
    if (killer !== undefined) this.kills.set(killer, (this.kills.get(killer) ?? 0) + 1);
    const timeout = determineHitLimitReached(stryker.hitCount, hitLimit);
    stryker.activeMutant = undefined;
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  /** Runs the tests with these ids (all: undefined), the likely and the quick ones first; stops at the first failure unless told not to. */
  async run(ids, disableBail, covering) {
    let tests;
    try {
      tests = this.load();
    } catch (error) {
      return [{ id: 'load', name: 'load', timeSpentMs: 0, status: TestStatus.Failed, failureMessage: String(error) }];
    }
    const asked = ids === undefined ? null : new Set(ids);
    const wanted = asked === null ? tests : tests.filter(({ id }) => asked.has(id));
    const kills = ({ id }) => this.kills.get(id) ?? 0;
    const usual = ({ id }) => this.durations.get(id) ?? 0;
    // What noticed a mutant nearby is likely to notice this one; then the quick ones.
    const likelyFirst = wanted.toSorted((a, b) => kills(b) - kills(a) || usual(a) - usual(b));
    const results = [];
    for (let at = 0; at < likelyFirst.length; at += AT_ONCE) {
      const some = likelyFirst.slice(at, at + AT_ONCE);
      const told = withinLimit(some, this.limitOf(some), (test) => this.outcomeOf(test, covering), disableBail);
      results.push(...told);
      if (!disableBail && told.at(-1)?.status === TestStatus.Failed) break;
    }
    stryker.currentTestId = undefined;
    return results;
  }

  /** Milliseconds that some tests may take: a mutant that never ends shall not cost the worker. */
  limitOf(tests) {
    const usual = tests.reduce((sum, { id }) => sum + (this.durations.get(id) ?? LONGEST), 0);
    return Math.round(Math.max(SHORTEST_LIMIT, usual * SLOWER));
  }

  outcomeOf({ id, body }, covering) {
    if (covering) stryker.currentTestId = id;
    const started = performance.now();
    const failureMessage = failureOf(body);
    const told = { id, name: id, timeSpentMs: performance.now() - started };
    return failureMessage === null
      ? { ...told, status: TestStatus.Success }
      : { ...told, status: TestStatus.Failed, failureMessage };
  }

  load() {
    const { tests, globals } = collectTests();
    const module = { exports: {} };
    this.specs(require, module, module.exports, globals, this.seeds);
    return tests;
  }
}

/** fast-check whose `assert` runs less, whatever the property asks for. */
function withFewerRuns(fc) {
  const assert = (property, settings) =>
    fc.assert(property, {
      ...settings,
      ...FEWER_RUNS,
      numRuns: Math.min(settings?.numRuns ?? 100, FEWER_RUNS.numRuns),
    });
  return { ...fc, assert, default: { ...fc, assert } };
}

/** A bundle as a function; compiled once, evaluated as often as needed. */
function scriptOf(code) {
  const words = 'const { describe, it, test, expect, beforeAll, afterAll } = globals;';
  return new vm.Script(
    `(function (require, module, exports, globals, seeds) {${words}\n${code}\n})`,
  ).runInThisContext();
}

/** Runs the tests up to the first failure; where they do not end within the limit, the one that was running has failed. */
function withinLimit(tests, limit, outcomeOf, disableBail) {
  const results = [];
  globalThis.__tests__ = () => {
    for (const test of tests) {
      results.push(outcomeOf(test));
      if (!disableBail && results.at(-1).status === TestStatus.Failed) return;
    }
  };
  try {
    call.runInThisContext({ timeout: limit });
  } catch (error) {
    const { id } = tests[results.length];
    results.push({ id, name: id, timeSpentMs: limit, status: TestStatus.Failed, failureMessage: String(error) });
  }
  return results;
}

/** What went wrong in a test; null when it passed. The engine is pure, so none of its tests waits for anything. */
function failureOf(body) {
  try {
    if (body() instanceof Promise) return 'a test of the engine must not wait';
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
