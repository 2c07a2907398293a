import { seededRandom } from '../../src/demo/seededRandom.ts'

const who = ['办公室', '综合科', '窗口', '信息员', '值班人员', '资料室', '编辑组', '服务台', '档案组', '联络员', '审核组', '讲解员']
const does = ['整理了', '补充了', '梳理了', '公开了', '归并了', '核对了', '解释了', '收集了', '更换了', '登记了', '标注了', '汇编了']
const what = [
  '蓝色清单',
  '树木名录',
  '灯塔日记',
  '河道照片',
  '风筝图样',
  '陶罐目录',
  '钟楼记录',
  '渡口时刻',
  '果园账本',
  '石桥草图',
  '磨坊档案',
  '集市地图',
]
const why = [
  '方便路人查看',
  '答复来信询问',
  '供学校借用',
  '便于老人阅读',
  '回应村民关切',
  '减少来回奔走',
  '让新人上手',
  '保持前后一致',
  '避免重复填写',
  '接受大家评议',
]
const how = [
  '逐条写明来历',
  '每周张贴一次',
  '配上手绘插画',
  '附上白话说明',
  '分三种颜色',
  '由两人复核',
  '按笔画排列',
  '留出批注空白',
  '用大字印出',
  '编上索引',
]

/** Sentences that nobody wrote, each nearly surely unlike the others; the same again for the same seed. */
export function makeSentences(seed: number, count: number): readonly string[] {
  const { pick } = seededRandom(seed, 'sentences')
  return Array.from(
    { length: count },
    () => `${pick(who)}${pick(does)}${pick(what)}，${pick(how)}，${pick(why)}，${pick(who)}又${pick(does)}${pick(what)}。`,
  )
}
