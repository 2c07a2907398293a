/** Short forms of departments as they are said, and the full form that stands on the seal. Tried longest first. */
const longForms: readonly (readonly [short: string, long: string])[] = [
  ['科技局', '科学技术局'],
  ['科技厅', '科学技术厅'],
  ['教体局', '教育体育局'],
  ['教科局', '教育科技局'],
  ['发改局', '发展和改革局'],
  ['发改委', '发展和改革委员会'],
  ['发展改革委', '发展和改革委员会'],
  ['发展改革局', '发展和改革局'],
  ['工信局', '工业和信息化局'],
  ['工信厅', '工业和信息化厅'],
  ['经信局', '经济和信息化局'],
  ['经信委', '经济和信息化委员会'],
  ['人社局', '人力资源和社会保障局'],
  ['人社厅', '人力资源和社会保障厅'],
  ['自然资源和规划局', '自然资源和规划局'],
  ['住建局', '住房和城乡建设局'],
  ['住建厅', '住房和城乡建设厅'],
  ['城管局', '城市管理局'],
  ['城管委', '城市管理委员会'],
  ['交通局', '交通运输局'],
  ['农业农村局', '农业农村局'],
  ['文旅局', '文化和旅游局'],
  ['文广旅局', '文化广电和旅游局'],
  ['文广新局', '文化广电新闻出版局'],
  ['卫健委', '卫生健康委员会'],
  ['卫健局', '卫生健康局'],
  ['卫计局', '卫生和计划生育局'],
  ['卫计委', '卫生和计划生育委员会'],
  ['退役军人局', '退役军人事务局'],
  ['应急局', '应急管理局'],
  ['市场监管局', '市场监督管理局'],
  ['国资委', '国有资产监督管理委员会'],
  ['医保局', '医疗保障局'],
  ['统计局', '统计局'],
  ['环保局', '环境保护局'],
  ['国土局', '国土资源局'],
  ['安监局', '安全生产监督管理局'],
  ['食药监局', '食品药品监督管理局'],
  ['工商局', '工商行政管理局'],
  ['质监局', '质量技术监督局'],
  ['民宗局', '民族宗教事务局'],
  ['民宗委', '民族宗教事务委员会'],
  ['信访局', '信访局'],
  ['金融局', '金融工作局'],
  ['行政审批局', '行政审批服务局'],
  ['政府办', '人民政府办公室'],
  ['市府办', '人民政府办公室'],
  ['知产局', '知识产权局'],
  ['财政局', '财政局'],
  ['扶贫办', '扶贫开发办公室'],
]

/** Upper places as a name may carry them: 宁夏回族自治区银川市金凤区 科学技术局. */
const place = '[\\u4e00-\\u9fa5]{1,10}?(?:特别行政区|自治区|自治州|自治县|自治旗|省|市|州|盟|地区|区|县|旗|镇|乡|街道)'
const places = new RegExp(`^(?:${place})`)

/** Endings by which a body is known as one. */
export const bodyEnding =
  '(?:政府办公[室厅]|政府|街道办事处|管理委员会|管委会|委员会办公室|委员会|办公室|办公厅|管理局|监督局|分局|局|委|厅|院|所|中心|办事处|公司|大学|学院|医院)'

/** A name without brackets, spaces and 关于; 科技局 and 科学技术局 become one. For comparing only, never for showing. */
export function foldAgencyName(name: string): string {
  let folded = name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[(〔【[][^)〕】\]]*[)〕】\]]/g, '')
    .replace(/[“”"《》]/g, '')
  folded = folded.replace(/([省市区县州旗盟镇乡])政府(办公室|办公厅)?$/, '$1人民政府$2')
  for (const [short, long] of longForms)
    if (folded.endsWith(short) && !folded.endsWith(long)) folded = folded.slice(0, -short.length) + long
  return folded
}

/** Takes the places off the front: `['银川市', '金凤区']` and `科学技术局`. */
export function splitPlaces(name: string): { readonly places: readonly string[]; readonly body: string } {
  const found: string[] = []
  let body = name
  for (;;) {
    const [first] = places.exec(body) ?? []
    // 市场监督管理局 and 区域办 begin with the character of a place, not with one.
    if (first === undefined || first.length < 2 || first.length === body.length || /^(?:市场|区域|县域|乡村)/.test(body)) break
    if (/^(?:本|我|全|各)/.test(first)) break
    // 城市管理局, 地区发展局, 社区…: the word is the body's own.
    if (/(?:城市|地区|社区|园区|辖区)$/.test(first) && found.length > 0) break
    if (/^(?:城市|地区|社区|园区|州|县乡|城乡)/.test(first)) break
    found.push(first)
    body = body.slice(first.length)
  }
  return { places: found, body }
}

/**
 * Do two names mean one body? Equal once folded, or one is the other with upper places in front
 * (银川市金凤区科学技术局, 金凤区科技局). A name without any place equals nothing but itself.
 */
export function sameBody(one: string, other: string): boolean {
  const [first, second] = [foldAgencyName(one), foldAgencyName(other)]
  if (first === '' || second === '') return false
  if (first === second) return true
  const [long, short] = first.length >= second.length ? [first, second] : [second, first]
  if (!long.endsWith(short) || splitPlaces(short).places.length === 0) return false
  const front = long.slice(0, -short.length)
  return splitPlaces(`${front}局`).body === '局'
}
