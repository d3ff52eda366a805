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
    const timeout = determineHitLimitReached(stryker.hitCount, hitLimit);
    stryker.activeMutant = undefined;
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  /** Runs the tests with these ids (all: undefined), the quick ones first; stops at the first failure unless told not to. */
  async run(ids, disableBail, covering) {
    let tests;
    try {
      tests = this.load();
    } catch (error) {
      return [{ id: 'load', name: 'load', timeSpentMs: 0, status: TestStatus.Failed, failureMessage: String(error) }];
    }
    const wanted = ids === undefined ? tests : tests.filter(({ id }) => ids.includes(id));
    const quickFirst = wanted.toSorted((a, b) => (this.durations.get(a.id) ?? 0) - (this.durations.get(b.id) ?? 0));
    const results = [];
    for (const { id, body } of quickFirst) {
      if (covering) stryker.currentTestId = id;
      const started = performance.now();
      const failureMessage = await failureOf(body);
      const told = { id, name: id, timeSpentMs: performance.now() - started };
      results.push(
        failureMessage === null
          ? { ...told, status: TestStatus.Success }
          : { ...told, status: TestStatus.Failed, failureMessage },
      );
      if (failureMessage !== null && !disableBail) break;
    }
    stryker.currentTestId = undefined;
    return results;
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

/** What went wrong in a test; null when it passed. */
async function failureOf(body) {
  try {
    await body();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
