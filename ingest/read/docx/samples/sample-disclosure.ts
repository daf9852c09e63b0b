import { cell, item, level, paragraph, picture, row, run, type SampleDocx, table, textBox } from './sample-docx.ts'

const STYLES = [
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="part"><w:name w:val="部分"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="secret"><w:name w:val="内部"/><w:rPr><w:vanish/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="quiet"><w:name w:val="不显示"/><w:rPr><w:vanish/></w:rPr></w:style>',
].join('')

const NUMBERING = [
  `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1部分', '<w:pStyle w:val="part"/>')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>',
].join('')

const FOOTNOTES =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
  `<w:footnote w:id="2">${paragraph(`${run('', '')}${run('含上年结转70.00万元。')}`)}</w:footnote>`

const down = (value: '' | 'restart') => (value ? `<w:vMerge w:val="${value}"/>` : '<w:vMerge/>')
const across = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const HIDDEN = '<w:vanish/>'

const REVISED = paragraph(
  run('公务接待费') +
    '<w:del w:id="1" w:author="甲"><w:r><w:delText>3.00</w:delText></w:r></w:del>' +
    `<w:ins w:id="2" w:author="甲">${run('2.20')}</w:ins>` +
    `${run('万元，')}<w:moveFrom w:id="3">${run('公务用车9.00万元，')}</w:moveFrom>` +
    `<w:hyperlink r:id="none">${run('公务用车')}</w:hyperlink><w:smartTag>${run('运行维护费')}</w:smartTag>` +
    `<w:fldSimple w:instr="=3*2">${run('6.00')}</w:fldSimple>${run('万元')}${run('（内部核对：5.99万元）', HIDDEN)}` +
    run('（另有0.01万元）', '<w:rStyle w:val="quiet"/>') +
    run('。'),
)

const SPLIT =
  paragraph(run('2031年会议费预算'), '<w:rPr><w:del w:id="4" w:author="甲"/></w:rPr>') + paragraph(run('1.50万元。'))

const INCOME = table(
  [
    row([cell('收入', across(2)), cell('支出', across(2))]),
    row(['项目', '预算数', '项目', '预算数']),
    row(['一、一般公共预算拨款', '1,216.40', '一、社会保障和就业支出', '143.92']),
    row([cell('二、上年结转', down('restart')), cell('70.00', down('restart')), '二、卫生健康支出', '61.08']),
    row([cell('', down('')), cell('', down('')), '三、农林水支出', '1,081.40']),
    row(['其他收入', '9.99', '其他支出', '9.99'], '<w:del w:id="5" w:author="甲"/>'),
    row(['（不公开）', '8.88', '', ''], '<w:hidden/>'),
    row(['收入总计', '1,286.40', '支出总计', '1,286.40']),
  ],
  [2400, 1600, 2400, 1600],
)

/** Drawn by hand: the edges of its rows miss each other by a hair. */
const SPENDING = table(
  [
    row([cell('科目编码', across(2)), cell('科目名称', across(2)), '合计', '基本支出', '项目支出']),
    row(['213', cell('农林水支出', across(3)), '1,081.40', '781.40', '300.00']),
    row([cell('21303', across(2)), '水利', cell('1,081.40', across(2)), '781.40', '300.00']),
    row([
      '2130305',
      cell(paragraph('水利工程') + paragraph('建设'), across(2)),
      cell(table([row(['300.00'])]) + paragraph(''), across(2)),
      '',
      '300.00',
    ]),
    row([cell('合计', across(4)), '1,081.40', '781.40', '300.00']),
  ],
  [1200, 20, 2400, 30, 1500, 1500, 1500],
)

const PROJECTS = table([
  row(['序号', '项目名称', '金额（万元）']),
  row([cell(item('', 3)), '河道清淤', '180.00']),
  row([cell(item('', 3)), '水库维护', '120.00']),
  row(['', '合计', '300.00']),
])

/** The smallest picture there is. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const BODY = [
  paragraph(textBox(paragraph('青石县水务局') + paragraph('2031年部门预算'))),
  paragraph(''),
  paragraph(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o 99.99万元</w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('一、收支总体情况')}<w:r><w:tab/></w:r>${run('3')}` +
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ),
  paragraph('部门预算情况说明', '<w:pStyle w:val="part"/>'),
  item('收支总体情况', 2),
  paragraph(
    `${run('2031年收支总预算1,2')}${run('86.40', '<w:b/>')}${run('万元')}<w:r><w:footnoteReference w:id="2"/></w:r>` +
      `${run('，比上年增加45.12万元，')}<w:r><w:br/></w:r>${run('增长3.63%。')}`,
  ),
  paragraph('2031年内部预留4.44万元。', '<w:pStyle w:val="secret"/>'),
  item('“三公”经费情况', 2),
  item('预算安排', 2, 1),
  REVISED,
  SPLIT,
  item('人员情况', 2),
  item('编制26名，实有24人。', 4),
  paragraph('部门预算表', '<w:pStyle w:val="part"/>'),
  paragraph('表一 收支总表', '<w:jc w:val="center"/>'),
  paragraph('单位：万元', '<w:jc w:val="right"/>'),
  INCOME,
  paragraph('表二 支出总表'),
  paragraph('单位：万元'),
  SPENDING,
  paragraph('表三 项目支出表'),
  PROJECTS,
  paragraph(`${run('表四见下图：')}${picture('rId-table', '收入表')}${picture('rId-seal', '', 90_000)}`),
].join('')

/** For tests: a made-up disclosure with what makes Word files hard. */
export const PLAIN_DISCLOSURE: SampleDocx = {
  styles: STYLES,
  numbering: NUMBERING,
  footnotes: FOOTNOTES,
  header: paragraph('青石县水务局 预算总额1,286.40万元'),
  pictures: { 'rId-seal': DOT, 'rId-table': DOT },
  body: BODY,
}

/** For tests: the same, with what LibreOffice does not keep. */
export const DISCLOSURE: SampleDocx = {
  ...PLAIN_DISCLOSURE,
  body: [
    BODY,
    '<w:p><m:oMathPara><m:oMath><m:r><m:t>共有车辆3辆。</m:t></m:r></m:oMath></m:oMathPara></w:p>',
    '<w:p><w:r><w:object><v:shape><v:imagedata r:id="rId-seal"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>',
    '<w:p><w:r><w:drawing><a:graphic><a:graphicData><c:chart r:id="none"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>',
    `<w:sdt><w:sdtPr><w:alias w:val="7.77万元"/></w:sdtPr><w:sdtContent>${paragraph('机关运行经费50.00万元。')}</w:sdtContent></w:sdt>`,
    paragraph(`${run('尾页')}<w:r><w:br w:type="page"/></w:r>${run('5')}`),
  ].join(''),
}
