import type { FieldProblem } from '../../platform/errors/index.js';
import type { Standard } from '../../standard/index.js';
import type { PreviewRequest } from './preview.schema.js';

type Choice = Pick<PreviewRequest, 'readings' | 'parameters'>;
type Known = Pick<Standard, 'topicSpecs' | 'parameters'>;

/** No parameter of the standard comes near it. */
const GREATEST = 100_000;

/** What of a choice does not exist or cannot be, each with what there is instead. */
export function choiceProblems(standard: Known, { readings, parameters }: Choice): FieldProblem[] {
  return [
    ...Object.entries(readings).flatMap(([id, option]) => readingProblem(standard, id, option)),
    ...Object.entries(parameters).flatMap(([id, value]) => parameterProblem(standard, id, value)),
  ];
}

function readingProblem({ topicSpecs }: Known, id: string, option: number): FieldProblem[] {
  const clauses = topicSpecs.flatMap((topic) => topic.clauses);
  const reading = clauses.flatMap((clause) => clause.readings).find((one) => one.id === id);
  if (reading === undefined) {
    const clause = clauses.find((one) => id.startsWith(`${one.id}.`));
    const own = clause?.readings.map((one) => one.id).join('、') ?? '';
    const instead = own === '' ? '请写“条款号.Q几”，如 1.1.3.Q1' : `这一条有 ${own}`;
    return [problem(id, '读法', `没有“${short(id)}”这个读法，${instead}`)];
  }
  if (reading.options[option - 1] !== undefined) return [];
  const options = reading.options.map((text, at) => `${at + 1} ${text}`).join('；');
  return [problem(id, '读法', `读法 ${id} 没有第 ${option} 项，可以选：${options}`)];
}

function parameterProblem({ parameters }: Known, id: string, value: number): FieldProblem[] {
  const parameter = parameters.find((one) => one.id === id);
  if (parameter === undefined) {
    const known = parameters.map((one) => `${one.id}（${one.label}）`).join('、');
    return [problem(id, '参数', `没有“${short(id)}”这个参数，现有：${known}`)];
  }
  const greatest = parameter.unit === '%' ? 100 : parameter.unit.startsWith('1 ') ? 1 : GREATEST;
  if (value >= 0 && value <= greatest) return [];
  return [problem(id, parameter.label, `${parameter.label}（${parameter.unit}）请写 0 到 ${greatest} 之间的数`)];
}

const problem = (field: string, label: string, message: string): FieldProblem => ({ field, label, message });
const short = (text: string) => text.slice(0, 40);
