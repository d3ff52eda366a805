/** Entering a record with its files in one step. */
import { computed, reactive, ref } from 'vue';
import { ApiError, createRecord, sentenceOf, type FieldError, type RecordDetail } from '../../api';
import { sendFiles, type PendingFile } from './evidence-files';
import { missingFields, problemsByField, toFields } from './form-values';
import { useDraft, type Start } from './use-draft';

const UNIT_FIELDS: readonly string[] = ['unit', 'unitCode'];
const UNIT_MISSING: FieldError = { field: 'unitCode', label: '单位', message: '请选择「单位」。' };

/** State of one entry form. `saved` is the record once it exists; files that were refused wait for another try. */
export function useEntry(start: Start) {
  const draft = useDraft(start);
  const files = ref<PendingFile[]>([]);
  const problems = ref<readonly FieldError[]>([]);
  const state = reactive({ busy: false, progress: '', sentence: '' });
  const saved = ref<RecordDetail | null>(null);
  const byField = computed(() => problemsByField(problems.value));
  const unitProblem = computed(() => problems.value.find(({ field }) => UNIT_FIELDS.includes(field))?.message ?? '');

  const missing = () => [
    ...(draft.unit.value === null ? [UNIT_MISSING] : []),
    ...missingFields(start.type, draft.values.value),
  ];

  async function create(): Promise<RecordDetail> {
    const fields = toFields(start.type, draft.values.value);
    const record = await createRecord({ type: start.type.id, unitCode: draft.unit.value ?? '', fields });
    draft.done();
    saved.value = record;
    return record;
  }

  async function upload(record: RecordDetail): Promise<void> {
    const count = files.value.length;
    const result = await sendFiles(record, files.value, (done) => {
      state.progress = `正在上传第 ${done + 1}/${count} 个文件`;
    });
    saved.value = result.record;
    files.value = result.left;
  }

  /** Saves the record, then its files; true when nothing is left to do. */
  const submit = () =>
    submitting(state, problems, async () => {
      problems.value = saved.value === null ? missing() : [];
      if (problems.value.length > 0) return false;
      await upload(saved.value ?? (await create()));
      return files.value.length === 0;
    });

  return { ...draft, files, byField, unitProblem, problems, state, saved, submit };
}

/** Marks the form as busy while the work runs and keeps what the server refused. */
async function submitting(
  state: { busy: boolean; progress: string; sentence: string },
  problems: { value: readonly FieldError[] },
  work: () => Promise<boolean>,
): Promise<boolean> {
  state.sentence = '';
  state.busy = true;
  try {
    return await work();
  } catch (error) {
    state.sentence = sentenceOf(error);
    problems.value = error instanceof ApiError ? error.body.fields : [];
    return false;
  } finally {
    state.busy = false;
    state.progress = '';
  }
}
