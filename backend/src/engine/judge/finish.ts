import { NO_DATA, NOT_APPLICABLE, NOT_DUE } from './codes.js';
import type { Draft } from './draft.js';
import type { Env } from './env.js';
import { SIZE_LESS, SIZE_MORE, SIZE_UNKNOWN } from './sizes.js';
import { capAtRisk } from './steps.js';
import type { CompiledRequirement } from '../program.js';
import { standingWindow } from './window.js';

/** The last touch on a verdict, the same for every kind: size class of the village, then the cap. */
export function finish(env: Env, compiled: CompiledRequirement, sizes: Uint8Array, unit: number, draft: Draft): void {
  if (compiled.size !== null) {
    const size = sizes[unit] ?? SIZE_UNKNOWN;
    if (size === SIZE_UNKNOWN) {
      const running = standingWindow(env).phase === 'running';
      draft.clear().say(running ? NOT_DUE : NO_DATA, 'sizeUnknown');
      return;
    }
    if (size !== (compiled.size === 'ge' ? SIZE_MORE : SIZE_LESS)) {
      draft.clear().say(NOT_APPLICABLE, 'wrongSize');
      return;
    }
  }
  if (compiled.requirement.cap === 'atRisk') capAtRisk(draft);
}
