import type { ErrorCode } from 'yaml';

/** What a civil servant can do about a YAML syntax error. */
export function yamlSentence(code: ErrorCode): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return '用了制表符缩进，请改成空格';
    case 'DUPLICATE_KEY':
      return '同一层里有两个相同的键，请删去一个或改名';
    case 'BAD_INDENT':
      return '缩进不对：同一层的行要左边对齐，每深一层多空两格';
    case 'MISSING_CHAR':
      return '少了一个符号：检查引号、方括号、花括号是否成对，冒号和逗号后面有没有空格';
    case 'UNEXPECTED_TOKEN':
    case 'IMPOSSIBLE':
      return '这里有多出来的符号：含冒号、井号、逗号或括号的文字请用单引号括起来';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return '键和冒号要写在同一行；检查上一行是否少了引号或冒号';
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
      return '以 &、*、! 开头的文字请用单引号括起来';
    default:
      return `YAML 写法有误（${code}）：检查这一行的缩进、引号和冒号`;
  }
}
