import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { openSampleIndex } from '../sample-index.ts'
import { normalizeQuestion } from './question.ts'
import { SAMPLE_TEXTS } from './sample-texts.ts'
import { findOrganizations } from './who.ts'

const WATER = '博尔塔拉蒙古自治州水利局'
const OTHER = '文山壮族苗族自治州水利局'
const SCHOOL = '南华县教育局'
const SERVICE = '南华县教育局后勤服务中心'

let documents: readonly DocumentRecord[] = []
let close = () => {}

beforeAll(async () => {
  const sample = await openSampleIndex(SAMPLE_TEXTS)
  close = sample.close
  documents = (await sample.door.current()).documents()
})
afterAll(() => close())

describe('the units a question names', () => {
  test.each<[string, readonly string[]]>([
    // Full name, printed alias, forms of the prefecture, romanised, place alone.
    ['博尔塔拉蒙古自治州水利局2031年差旅费多少？', [WATER]],
    ['新疆维吾尔自治区博尔塔拉蒙古自治州水利局差旅费', [WATER]],
    ['博州水利局2031年差旅费', [WATER]],
    ['博州 2031 公车运行?', [WATER]],
    ['博尔塔拉水利局差旅费', [WATER]],
    ['博尔塔拉州的差旅费', [WATER]],
    ['travel expenses of the Bortala Water Resources Bureau', [WATER]],
    ['Bortala 2031 travel', [WATER]],
    ['文山州水务局差旅费', [OTHER]],
    ['Wenshan Water Bureau travel expenses', [OTHER]],
    // Names inside names.
    ['南华县教育局2031年办公费', [SCHOOL]],
    ['南华县教育局后勤服务中心2031年办公费', [SERVICE]],
    ['南华县教育局后勤服务中心和南华县教育局办公费各多少', [SCHOOL, SERVICE]],
    ['南华县教育局与南华县教育局后勤服务中心办公费各多少', [SCHOOL, SERVICE]],
    ['office expenses of the Nanhua County Education Bureau', [SCHOOL]],
    // Two units, a kind of body, a rank.
    ['博州水利局和文山州水利局差旅费各多少', [WATER, OTHER]],
    ['水利局差旅费多少', [WATER, OTHER]],
    ['自治州水利局差旅费多少', [WATER, OTHER]],
    ['县教育局办公费多少', [SCHOOL]],
    // No unit.
    ['差旅费多少', []],
    ['中小学安全工程安排了多少', []],
    ['三公经费一共多少？', []],
  ])('%s', (question, named) => {
    const who = findOrganizations(normalizeQuestion(question), documents)
    expect([...who.named].sort()).toEqual([...named].sort())
    expect(who.unknown).toEqual([])
  })

  test.each<[string, string]>([
    ['和田地区水利局2031年差旅费多少', '和田地区水利局'],
    ['喀什水利局差旅费', '喀什水利局'],
    ['财政局差旅费多少', '财政局'],
    ['博州财政局差旅费多少', '博州财政局'],
    ['Kashgar water bureau travel expenses', 'Kashgar water bureau'],
  ])('%s: none that is held', (question, unknown) => {
    expect(findOrganizations(normalizeQuestion(question), documents)).toMatchObject({ named: [], unknown: [unknown] })
  })

  test('what is understood is cut out whole, and nothing else', () => {
    const question = '博州水利局2031年差旅费'
    const { stretches } = findOrganizations(question, documents)
    expect(stretches.map(({ from, to }) => question.slice(from, to))).toEqual(['博州水利局'])
  })

  test('nothing is named and nothing missed where nothing is held', () => {
    expect(findOrganizations('水利局差旅费多少', [])).toMatchObject({ named: [], unknown: [] })
  })
})

describe('units of places that no list of the country’s places has', () => {
  const titles = [
    '青石县疾病预防控制中心2031年单位预算',
    '青石县第三中学2031年单位预算',
    '峨边彝族自治县沙坡镇人民政府2031年部门预算',
  ]
  let held: readonly DocumentRecord[] = []
  let done = () => {}
  beforeAll(async () => {
    const texts = titles.map((title) => ({ file: `${title}.txt`, text: `${title}\n\n差旅费预算1.00万元。\n` }))
    const sample = await openSampleIndex(texts)
    done = sample.close
    held = (await sample.door.current()).documents()
  })
  afterAll(() => done())

  test.each<[string, readonly string[]]>([
    ['青石疾控2031年差旅费', ['青石县疾病预防控制中心']],
    ['青石县疾控中心差旅费', ['青石县疾病预防控制中心']],
    ['青石三中差旅费', ['青石县第三中学']],
    ['青石差旅费多少', ['青石县疾病预防控制中心', '青石县第三中学']],
    ['请问青石县2031年差旅费', ['青石县疾病预防控制中心', '青石县第三中学']],
    ['沙坡镇差旅费', ['峨边彝族自治县沙坡镇人民政府']],
    ['沙坡镇政府2031年差旅费', ['峨边彝族自治县沙坡镇人民政府']],
    ['沙坡 2031 差旅费', ['峨边彝族自治县沙坡镇人民政府']],
    // Another rank, and a word that holds the characters.
    ['青石镇差旅费多少', []],
    ['运青石料的差旅费多少', []],
  ])('%s', (question, named) => {
    expect([...findOrganizations(normalizeQuestion(question), held).named].sort()).toEqual([...named].sort())
  })
})
