import { parseUnits } from './units-csv.js';

const HEADER = 'code,name,short_name,kind,parent_code,aliases';
const COUNTY = '1,某县,县政府,county,,';
const TOWN = '11,东镇,东镇,town,1,东镇政府|东镇党委';

function problems(...lines: string[]) {
  return parseUnits([HEADER, ...lines].join('\n')).problems;
}

describe('reading units.csv', () => {
  it('reads units with their aliases', () => {
    const { units, problems: none } = parseUnits(`\uFEFF${[HEADER, COUNTY, TOWN, ''].join('\r\n')}`);
    expect(none).toEqual([]);
    expect(units[1]).toEqual({
      code: '11',
      name: '东镇',
      shortName: '东镇',
      kind: 'town',
      parentCode: '1',
      aliases: ['东镇政府', '东镇党委'],
    });
  });

  it('says which header it wants', () => {
    expect(parseUnits('code,name\n').problems[0]).toMatchObject({ line: 1, sentence: `第一行应为：${HEADER}` });
  });

  it.each([
    ['a missing cell', '11,东镇,东镇,town,1', '应有 6 格'],
    ['an unknown kind', '11,东镇,东镇,city,1,', '单位类别只能写'],
    ['an unknown parent', '11,东镇,东镇,town,9,', '上级 9 不在前面的行里'],
    ['a missing parent', '11,东镇,东镇,town,,', '其余都要写上级代码'],
    ['a second county', '2,邻县,邻县,county,,', '只能有一个县'],
    ['an empty name', '11,,东镇,town,1,', '都要写'],
    ['a village right under the county', '1101,和源,和源,village,1,', '村、社区的上级是镇、街道'],
    ['a code used twice', '1,某县,某县,town,1,', '出现了两次'],
  ])('points at %s', (_, line, words) => {
    const [problem] = problems(COUNTY, line);
    expect(problem?.line).toBe(3);
    expect(problem?.sentence).toContain(words);
  });

  it('refuses two children of one name', () => {
    const [problem] = problems(COUNTY, TOWN, '12,东镇二,东镇,town,1,');
    expect(problem).toMatchObject({ line: 4 });
    expect(problem?.sentence).toContain('已有简称“东镇”');
  });
});
