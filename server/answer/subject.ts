/** Words of a question that name nothing in a document: asking, counting, polite and connecting words. Longest first. */
const STOP_WORDS = [
  '请帮我查一下', '请帮我查', '请查一下', '帮我查一下', '帮我看看', '查一下', '我想知道', '想知道', '请问', '请查', '帮我', '告诉我', '麻烦', '看一下', '看看', '手上', '我看',
  '对照', '算上', '按照', '根据', '关于', '有关', '里面写的', '里写的', '写的是', '写的', '说的', '列出', '列举', '列一下', '列了', '列的', '列',
  '一共有', '一共', '总共', '合计', '共计', '加起来', '到底', '究竟', '大概', '大约', '具体', '分别', '全部的', '所有的', '各是多少', '各多少', '各是', '各有',
  '多少万元', '多少万', '多少元', '多少钱', '是多少', '有多少', '多少个', '多少', '几个', '几家', '几名', '几次', '几辆', '几台', '几项', '几人', '百分之几', '百分比', '百分之',
  '是什么', '什么', '怎么样', '怎么', '怎样', '如何', '哪些', '哪个', '哪家', '哪里', '哪', '吗', '呢', '吧', '啊', '呀',
  '安排了', '安排的', '准备', '打算', '计划', '花了', '花掉', '用了', '用掉', '做了', '给了', '给的', '的钱', '那笔钱', '那笔', '那点', '那个', '这个', '这项', '那项', '这笔', '这一项', '这',
  '其中', '里面', '当中', '方面', '部分', '情况', '定的', '定在', '定为', '写的', '要给', '要用', '给', '把', '被', '和', '与', '跟', '以及', '是', '了', '的', '那', '一个', '一下', '一笔',
  '预算数', '决算数', '执行数', '预算', '决算', '金额', '数额', '数字', '本单位', '单位预算', '部门预算', '年度', '全年', '本年', '当年', '今年', '科目', '这块', '每年',
  '比上年', '较上年', '比去年', '与上年相比', '上年', '同比', '增加', '减少', '增长', '下降', '降低', '上升', '至少', '最多', '目标', '指标', '实际', '原', '上限', '下限', '不低于', '不超过',
].sort((a, b) => b.length - a.length)

const ENGLISH_STOP =
  /\b(?:how|what|which|who|when|where|why|did|does|do|is|are|was|were|be|been|the|a|an|of|for|in|at|on|to|by|from|with|under|per|and|or|its|their|that|this|it|they|there|any|much|many|amount|figure|number|total|please|show|tell|give|me|list|set|aside|budget(?:ed)?|year|fiscal|i\.e|eg|according|hold|held|has|have|had|report(?:ed|s)?|actually|actual|code|rmb|yuan|planned|plan|bureau|bureaus|unit|office|statement|end)\b/gi

/** Pieces of a question that may name something, once units, years and asking words are gone. */
export function subjectPieces(text: string): string[] {
  let rest = text.replace(ENGLISH_STOP, ' ')
  for (const word of STOP_WORDS) rest = rest.replaceAll(word, ' ')
  return rest
    .split(/[\s,，。;；:：?？!！、()（）"“”'‘’/|<>《》\-—~=+*]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !/^[\d.%]+$/.test(piece))
}
