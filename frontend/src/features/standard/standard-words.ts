/** Examples, readings and previews in words for the page of a clause. */
import type { DatedNumber, ExampleRecord, Preview, WorkedExample } from '../../api';
import { dayInWords } from '../../shared/days';
import { OUTCOME_LOOKS, OUTCOMES } from '../../shared/outcomes';
import { numberInWords } from '../../shared/table-words';

/** The ids before and after one in a list; null at the ends and for an unknown one. */
export function neighboursOf(ids: readonly string[], id: string): { before: string | null; after: string | null } {
  const at = ids.indexOf(id);
  return at < 0 ? { before: null, after: null } : { before: ids[at - 1] ?? null, after: ids[at + 1] ?? null };
}

/** A number with the word for a shared one, and its values by day where it changes. */
export function datedNumberInWords(number: DatedNumber, sharedName: string | undefined): string {
  const days = Object.entries(number.values).sort(([one], [other]) => one.localeCompare(other));
  const dated = days.map(([day, value]) => `${dayInWords(day)}起 ${value} ${number.unit}`).join('，');
  const words = `${sharedName === undefined ? '' : `${sharedName}：`}${numberInWords(number)}`;
  return days.length > 1 ? `${words}；${dated}` : words;
}

/** What an example is judged on: its unit, its day and the start of the campaign, and other readings if any. */
export function settingInWords({ unit, asOf, start, choice }: WorkedExample): string {
  const parts = [
    ...(unit === null ? [] : [unit]),
    `看 ${dayInWords(asOf)}`,
    start === null ? '还没有启动日' : `${dayInWords(start)}启动`,
    ...choice,
  ];
  return parts.join('，');
}

/** What was expected of an example beside its outcome: “计 1，要求 2，还差 1”. */
export function expectedInWords({
  measured,
  of,
  required,
  shortfall,
  due,
  reasonLabel,
}: WorkedExample['expect']): string {
  const parts = [
    ...(reasonLabel === null ? [] : [reasonLabel]),
    ...(measured === null ? [] : [of === null ? `计 ${measured}` : `${measured}/${of}`]),
    ...(required === null ? [] : [`要求 ${required}`]),
    ...(shortfall === null || shortfall === 0 ? [] : [`还差 ${shortfall}`]),
    ...(due === null ? [] : [`最晚 ${dayInWords(due)}`]),
  ];
  return parts.join('，');
}

/** What is written in a record of an example, without the day that stands in a column of its own. */
export function fieldsInWords({ fields, day }: ExampleRecord): string {
  const lines = fields.filter(({ text }) => text !== day).map(({ label, text }) => `${label} ${text}`);
  return lines.join('；') || '—';
}

/** When: a day, a run of records, or nothing said. */
export function recordDayInWords({ day, repeat }: ExampleRecord): string {
  return repeat ?? day ?? '—';
}

/** How many cells went from what to what: “达标 → 未达标 3”, in the order of the outcomes. */
export function matrixInWords(matrix: Preview['matrix']): string[] {
  return OUTCOMES.flatMap((before, row) =>
    OUTCOMES.flatMap((after, column) => {
      const count = row === column ? 0 : (matrix[row]?.[column] ?? 0);
      return count === 0 ? [] : [`${OUTCOME_LOOKS[before].word} → ${OUTCOME_LOOKS[after].word} ${count}`];
    }),
  );
}

/** Readiness before and after in one line; said as unchanged when it is. */
export function readinessInWords({ before, after }: Preview['readiness']): string {
  const words = (side: typeof before) => `${side.met}/${side.total} 条达标，${side.bandLabel}`;
  return words(before) === words(after) ? `总的不变：${words(after)}` : `总的由 ${words(before)}，变为 ${words(after)}`;
}
