import type { FactsLayout } from '../facts.types.js';
import { Facts } from './facts.js';

/** Empty facts for a layout. */
export function createFacts(layout: FactsLayout): Facts {
  return new Facts(layout);
}
