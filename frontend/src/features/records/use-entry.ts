/** Entering a record with its files in one step. */
import { computed, reactive, ref, watch } from 'vue';
import { ApiError, createRecord, sentenceOf, type FieldError, type RecordDetail, type RecordType } from '../../api';
import { draftKey, dropDraft, keepDraft, readDraft } from './drafts';
import { sendFiles, type PendingFile } from './evidence-files';
import { formValues, missingFields, problemsByField, toFields, type FormValues } from './form-values';

interface Start {
  readonly type: RecordType;
  readonly unitCode: string | null;
  readonly prefill: Readonly<Record<string, unknown>>;
}

const UNIT_FIELDS: readonly string[] = ['unit', 'unitCode'];

/** State of one entry form. `saved` is the record once it exists; files that were refused wait for another try. */
export function useEntry({ type, unitCode, prefill }: Start) {
  const key = draftKey(type.id, unitCode);
  const draft = readDraft(sessionStorage, key, type);
  const unit = ref<string | null>(draft?.unitCode ?? unitCode);
  const values = ref<FormValues>(draft?.values ?? formValues(type, prefill));
  const files = ref<PendingFile[]>([]);
  const problems = ref<readonly FieldError[]>([]);
  const state = reactive({ busy: false, restored: draft !== null, progress: '', sentence: '', sent: 0 });
  const saved = ref<RecordDetail | null>(null);
  const byField = computed(() => problemsByField(problems.value));
  const unitProblem = computed(
    () => problems.value.find(({ field }) => UNIT_FIELDS.includes(field))?.message ?? '',
  );

  const untouched = JSON.stringify([unitCode, formValues(type, prefill)]);
  watch([unit, values], () => {
    if (saved.value !== null) return;
    if (JSON.stringify([unit.value, values.value]) === untouched) dropDraft(sessionStorage, key);
    else keepDraft(sessionStorage, key, { unitCode: unit.value, values: values.value });
  });

  function clear(): void {
    unit.value = unitCode;
    values.value = formValues(type, prefill);
    problems.value = [];
    state.restored = false;
  }

  function missing(): FieldError[] {
    const own = { field: 'unitCode', label: '单位', message: '请选择「单位」。' };
    return [...(unit.value === null ? [own] : []), ...missingFields(type, values.value)];
  }

  async function create(): Promise<RecordDetail> {
    const fields = toFields(type, values.value);
    const record = await createRecord({ type: type.id, unitCode: unit.value ?? '', fields });
    dropDraft(sessionStorage, key);
    saved.value = record;
    return record;
  }

  /** Saves the record, then its files; true when nothing is left to do. */
  async function submit(): Promise<boolean> {
    state.sentence = '';
    problems.value = saved.value === null ? missing() : [];
    if (problems.value.length > 0) return false;
    state.busy = true;
    try {
      const record = saved.value ?? (await create());
      const count = files.value.length;
      const result = await sendFiles(record, files.value, (done) => {
        state.progress = `正在上传第 ${done + 1}/${count} 个文件`;
      });
      state.sent += count - result.left.length;
      saved.value = result.record;
      files.value = result.left;
      return result.left.length === 0;
    } catch (error) {
      state.sentence = sentenceOf(error);
      problems.value = error instanceof ApiError ? error.body.fields : [];
      return false;
    } finally {
      state.busy = false;
      state.progress = '';
    }
  }

  return { unit, values, files, byField, unitProblem, problems, state, saved, clear, submit };
}
