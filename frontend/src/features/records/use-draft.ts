/** What is typed into an entry form, kept in this tab until it is saved. */
import { ref, watch } from 'vue';
import type { RecordType } from '../../api';
import { draftKey, dropDraft, keepDraft, readDraft } from './drafts';
import { formValues, type FormValues } from './form-values';

export interface Start {
  readonly type: RecordType;
  readonly unitCode: string | null;
  readonly prefill: Readonly<Record<string, unknown>>;
}

export function useDraft({ type, unitCode, prefill }: Start) {
  const key = draftKey(type.id, unitCode);
  const draft = readDraft(sessionStorage, key, type);
  const unit = ref<string | null>(draft?.unitCode ?? unitCode);
  const values = ref<FormValues>(draft?.values ?? formValues(type, prefill));
  const restored = ref(draft !== null);
  const untouched = JSON.stringify([unitCode, formValues(type, prefill)]);

  const stop = watch([unit, values], () => {
    if (JSON.stringify([unit.value, values.value]) === untouched) dropDraft(sessionStorage, key);
    else keepDraft(sessionStorage, key, { unitCode: unit.value, values: values.value });
  });

  function clear(): void {
    unit.value = unitCode;
    values.value = formValues(type, prefill);
    restored.value = false;
  }

  /** The entry is saved; nothing is kept any more. */
  function done(): void {
    stop();
    dropDraft(sessionStorage, key);
  }

  return { unit, values, restored, clear, done };
}
