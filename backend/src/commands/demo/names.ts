import type { Random } from './random.js';

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文';
const FIRST = '建国志海春秀玉桂明晓文永红丽艳庆立新振宗洪凤兰美淑传兴世德光';
const SECOND = '华军平英梅芳霞刚强峰涛勇娟玲燕敏杰伟波超宁静磊鹏辉云青山林江';

/** An invented name of a member of staff. */
export function staffName(random: Random): string {
  const one = (letters: string): string => letters.charAt(Math.floor(random.next() * letters.length));
  return `${one(SURNAMES)}${random.chance(0.8) ? one(FIRST) : ''}${one(SECOND)}`;
}
