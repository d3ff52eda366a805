import type { RouteLocationRaw } from 'vue-router';
import type { CellAction } from '../../api';

/** The entry form of the record that is missing, with what is already known filled in. */
export function actionLink(action: CellAction): RouteLocationRaw {
  return {
    path: '/records/new',
    query: { type: action.recordType, unit: action.unitCode, prefill: JSON.stringify(action.prefill) },
  };
}
