import {
  changesOf,
  READING_KIND_LABELS,
  readingKind,
  readingsOf,
  runAllExamples,
  type StandardService,
} from '../../standard/index.js';
import type { UnitDirectory } from '../../units/index.js';

const SHOWS = { met: '达标', short: '不足', missing: '缺失', boundary: '界线', other: '其他' } as const;

/** The standard in numbers, one Chinese line each; every example is played. */
export function reportLines(service: StandardService, units: UnitDirectory): readonly string[] {
  const clauses = service.standard.topicSpecs.flatMap((topic) => topic.clauses);
  const requirements = service.allRequirements().map(({ requirement }) => requirement);
  const examples = requirements.flatMap((requirement) => requirement.examples);
  const played = runAllExamples(service, units);
  const agreed = played.filter(({ differences }) => differences.length === 0).length;
  const shown = Object.entries(SHOWS).map(
    ([shows, label]) => `${label} ${examples.filter((example) => example.shows === shows).length}`,
  );
  const fewest = Math.min(...requirements.map((requirement) => requirement.examples.length));
  return [
    `条文 ${clauses.length}，检查点 ${requirements.length}`,
    `例子 ${examples.length}（${shown.join('，')}；每个检查点至少 ${fewest} 个）：全部演算，${agreed} 个符合`,
    ...readingLines(service),
  ];
}

function readingLines(service: StandardService): readonly string[] {
  const readings = readingsOf(service.standard.topicSpecs);
  const kinds = Object.entries(READING_KIND_LABELS).map(
    ([kind, label]) => `${label} ${readings.filter((reading) => readingKind(reading) === kind).length}`,
  );
  const others = readings.flatMap((reading) =>
    reading.options.flatMap((_, index) => (index + 1 === reading.default ? [] : [{ reading, option: index + 1 }])),
  );
  const changing = others.filter(({ reading, option }) => changesOf(reading, option).length > 0);
  const open = others.filter((one) => !changing.includes(one) && one.reading.recorded === undefined);
  const tested = new Set(
    service
      .allRequirements()
      .flatMap(({ requirement }) => requirement.examples)
      .flatMap((example) => Object.entries(example.readings ?? {}).map(([id, option]) => `${id}#${option}`)),
  );
  const judged = changing.filter(({ reading, option }) => tested.has(`${reading.id}#${option}`)).length;
  return [
    `读法 ${readings.length}（${kinds.join('，')}）`,
    `非默认选项 ${others.length}：改变判定的 ${changing.length}（其中有例子的 ${judged}），由人掌握的 ${others.length - changing.length - open.length}` +
      (open.length === 0 ? '' : `，还没有写明的 ${open.length}`),
  ];
}
