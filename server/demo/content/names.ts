import type { Chance } from '../chance.ts'

/** Surnames and given names with their pinyin; people made of them are nobody. */
const SURNAMES =
  'Zhao赵 Qian钱 Sun孙 Li李 Zhou周 Wu吴 Zheng郑 Wang王 Feng冯 Chen陈 Wei卫 Jiang蒋 Shen沈 Han韩 Yang杨 Zhu朱 Qin秦 Xu许 He何 Lü吕 Zhang张 Kong孔 Cao曹 Yan严 Jin金 Wei魏 Tao陶 Xie谢 Zou邹 Bai柏 Dou窦 Su苏 Pan潘 Fan范 Peng彭 Lu鲁 Ma马 Fang方 Ren任 Yuan袁 Liu柳 Tang唐 Xue薛 Lei雷 Ni倪 Teng滕 Luo罗 Hao郝 An安 Chang常 Yu于 Fu傅 Qi齐 Gu顾 Meng孟 Huang黄 Xiao萧 Yin尹 Shao邵 Mao毛 Dai戴 Song宋 Xiong熊 Liang梁 Du杜 Ruan阮 Lan蓝 Jia贾 Jiang江 Guo郭 Lin林 Zhong钟 Gao高 Xia夏 Cai蔡 Tian田 Hu胡 Ling凌 Wan万 Lu卢 Deng邓 Hong洪 Bao包 Zuo左 Shi石 Cui崔 Ji吉 Gong龚 Cheng程'
    .split(' ')
    .map(reading)
const GIVEN =
  'Jianguo建国 Zhiqiang志强 Weimin卫民 Haiyan海燕 Xiulan秀兰 Guohua国华 Lihua丽华 Yongsheng永胜 Xiaodong晓东 Meiling美玲 Jun军 Min敏 Jing静 Lei磊 Yang洋 Yan艳 Chao超 Xiaoyan晓燕 Guiying桂英 Mingyuan明远 Wenbo文博 Siyuan思远 Yutong雨桐 Zihan子涵 Haoran浩然 Yixin一心 Chunsheng春生 Qiuju秋菊 Dehai德海 Fugui福贵 Changqing长青 Baolin宝林 Shufen淑芬 Ruixue瑞雪 Pengfei鹏飞 Xuefeng雪峰 Jiaming家明 Zhenhua振华 Xinyu新宇 Yuling玉玲 Ailian爱莲 Hongmei红梅 Tiejun铁军 Lixin立新 Chengcheng成诚 Shan珊 Kun坤 Rong蓉 Fang芳 Ning宁 Bin斌 Peng鹏 Hui慧 Wenjing文静 Zhengyi正义 Dalu大路 Anping安平 Qiaoyun巧云 Yuanzheng远征 Guangming光明 Songtao松涛 Yalan雅兰 Qingshan青山 Jinhua锦华 Xiaohe小禾 Wanli万里 Zhongping仲平 Linfeng林峰 Shuyi书仪 Ziang子昂 Kexin可欣 Jialin嘉霖 Yifan一帆 Mengyao梦瑶 Tianyu天宇'
    .split(' ')
    .map(reading)

type Reading = { readonly zh: string; readonly en: string }

function reading(text: string): Reading {
  const found = /^([A-Za-zü]+)(.+)$/.exec(text)
  return { zh: found?.[2] ?? '', en: found?.[1] ?? '' }
}

export type PersonName = { readonly name: string; readonly nameEn: string }

/** A maker of names that never gives the same one twice. */
export function namesBy(chance: Chance): () => PersonName {
  const given = new Set<string>()
  return () => {
    for (;;) {
      const [surname, own] = [chance.pick(SURNAMES), chance.pick(GIVEN)]
      const name = `${surname.zh}${own.zh}`
      if (given.has(name)) continue
      given.add(name)
      return { name, nameEn: `${surname.en} ${own.en}` }
    }
  }
}
