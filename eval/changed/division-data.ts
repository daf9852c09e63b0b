/** A province-level division: its name, short name and the character its document numbers begin with. */
export interface Province {
  readonly name: string
  readonly short: string
  readonly initial: string
}

/** 自治州, 县级市, 自治县: what is exchanged for one of its own kind. */
export type DivisionKind = 'prefecture' | 'city' | 'county'

export interface Division {
  readonly kind: DivisionKind
  readonly province: string
  readonly name: string
  /** What is left without the nationalities and the kind: 红河 of 红河哈尼族彝族自治州. */
  readonly stem: string
  /** In Latin letters; the first one is used where it replaces another. */
  readonly latin: readonly string[]
  /** The everyday short form where it is not simply the stem: 克州. */
  readonly nick?: string
  /** The stem of the prefecture-level city above it, where a text may name it. */
  readonly parent?: string
}

export const PROVINCES: readonly Province[] = [
  { name: '新疆维吾尔自治区', short: '新疆', initial: '新' },
  { name: '四川省', short: '四川', initial: '川' },
  { name: '云南省', short: '云南', initial: '云' },
  { name: '青海省', short: '青海', initial: '青' },
  { name: '贵州省', short: '贵州', initial: '黔' },
  { name: '湖北省', short: '湖北', initial: '鄂' },
  { name: '湖南省', short: '湖南', initial: '湘' },
]

function prefecture(province: string, name: string, stem: string, latin: string, nick?: string): Division {
  return { kind: 'prefecture', province, name, stem, latin: latin.split('/'), ...(nick === undefined ? {} : { nick }) }
}

function city(province: string, stem: string, latin: string): Division {
  return { kind: 'city', province, name: `${stem}市`, stem, latin: latin.split('/') }
}

function county(province: string, parent: string, stem: string, people: string, latin: string): Division {
  return { kind: 'county', province, parent, name: `${stem}${people}自治县`, stem, latin: latin.split('/') }
}

/** Left out: divisions whose stem is also a word (合作, 通道) or also the stem of another one (大理市, 大理州). */
export const DIVISIONS: readonly Division[] = [
  prefecture('新疆', '克孜勒苏柯尔克孜自治州', '克孜勒苏', 'Kizilsu/Kezhou', '克州'),
  prefecture('新疆', '巴音郭楞蒙古自治州', '巴音郭楞', 'Bayingolin/Bayingol/Bazhou', '巴州'),
  prefecture('新疆', '博尔塔拉蒙古自治州', '博尔塔拉', 'Bortala/Bozhou', '博州'),
  prefecture('新疆', '昌吉回族自治州', '昌吉', 'Changji'),
  prefecture('新疆', '伊犁哈萨克自治州', '伊犁', 'Ili/Yili'),
  prefecture('四川', '阿坝藏族羌族自治州', '阿坝', 'Ngawa/Aba'),
  prefecture('四川', '甘孜藏族自治州', '甘孜', 'Garze/Ganzi'),
  prefecture('四川', '凉山彝族自治州', '凉山', 'Liangshan'),
  prefecture('云南', '红河哈尼族彝族自治州', '红河', 'Honghe'),
  prefecture('云南', '楚雄彝族自治州', '楚雄', 'Chuxiong'),
  prefecture('云南', '文山壮族苗族自治州', '文山', 'Wenshan'),
  prefecture('云南', '西双版纳傣族自治州', '西双版纳', 'Xishuangbanna'),
  prefecture('云南', '德宏傣族景颇族自治州', '德宏', 'Dehong'),
  prefecture('云南', '怒江傈僳族自治州', '怒江', 'Nujiang'),
  prefecture('云南', '迪庆藏族自治州', '迪庆', 'Diqing'),
  prefecture('青海', '海北藏族自治州', '海北', 'Haibei'),
  prefecture('青海', '黄南藏族自治州', '黄南', 'Huangnan'),
  prefecture('青海', '果洛藏族自治州', '果洛', 'Golog'),
  prefecture('青海', '海西蒙古族藏族自治州', '海西', 'Haixi'),
  prefecture('贵州', '黔东南苗族侗族自治州', '黔东南', 'Qiandongnan'),
  prefecture('贵州', '黔南布依族苗族自治州', '黔南', 'Qiannan'),
  prefecture('贵州', '黔西南布依族苗族自治州', '黔西南', 'Qianxinan'),
  city('新疆', '阿图什', 'Artux/Atushi/Atux'),
  city('新疆', '库尔勒', 'Korla'),
  city('新疆', '博乐', 'Bole'),
  city('四川', '康定', 'Kangding'),
  city('四川', '马尔康', 'Barkam'),
  city('四川', '西昌', 'Xichang'),
  city('云南', '蒙自', 'Mengzi'),
  city('云南', '景洪', 'Jinghong'),
  city('云南', '香格里拉', 'Shangri-La'),
  city('云南', '个旧', 'Gejiu'),
  city('云南', '瑞丽', 'Ruili'),
  city('青海', '格尔木', 'Golmud'),
  city('青海', '德令哈', 'Delingha'),
  city('贵州', '凯里', 'Kaili'),
  city('贵州', '都匀', 'Duyun'),
  city('贵州', '兴义', 'Xingyi'),
  county('四川', '乐山', '峨边', '彝族', 'Ebian'),
  county('四川', '绵阳', '北川', '羌族', 'Beichuan'),
  county('云南', '玉溪', '峨山', '彝族', 'Eshan'),
  county('云南', '玉溪', '新平', '彝族傣族', 'Xinping'),
  county('云南', '昆明', '石林', '彝族', 'Shilin'),
  county('贵州', '铜仁', '玉屏', '侗族', 'Yuping'),
  county('贵州', '铜仁', '印江', '土家族苗族', 'Yinjiang'),
  county('湖北', '宜昌', '长阳', '土家族', 'Changyang'),
  county('湖北', '宜昌', '五峰', '土家族', 'Wufeng'),
  county('湖南', '怀化', '芷江', '侗族', 'Zhijiang'),
  county('湖南', '怀化', '新晃', '侗族', 'Xinhuang'),
  county('湖南', '永州', '江华', '瑶族', 'Jianghua'),
]
