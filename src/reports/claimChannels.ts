/** The channels of the 2014 form, as sentences name them. Order matters: what is taken first is not seen again. */
export type Channel = 'gazette' | 'website' | 'weibo' | 'wechat' | 'other' | 'unclear'

export const channelIndicators: Readonly<Record<Exclude<Channel, 'unclear'>, string>> = {
  gazette: 'channel_gazette_items',
  website: 'channel_website_items',
  weibo: 'channel_weibo_items',
  wechat: 'channel_wechat_items',
  other: 'channel_other_items',
}

const names: readonly (readonly [RegExp, Channel])[] = [
  // A medium's own site is not the government's website; 政务新媒体 and 两微一端 are several channels under one word.
  [/两微一端|双微|微博微信|政务新媒体|新媒体矩阵|融媒体/g, 'unclear'],
  [/(?:新闻|媒体|商业|宣传[^,、]{0,8}|信息库|学习强国|第三方|国家级|省级|自治区级)网站/g, 'unclear'],
  [/信息公开(?:平台|系统)|政务(?:公开|服务)(?:平台|网)|一体化平台/g, 'unclear'],
  [/公报/g, 'gazette'],
  [
    /(?:微信)?视频号|抖音(?:号)?|快手|(?:今日)?头条(?:号)?|企鹅号|百家号|澎湃号|B站|喜马拉雅|小红书|短视频平台|客户端|APP|报刊|报纸|日报|晚报|广播|电台|电视(?:台)?|杂志|期刊|简报|公开栏|公示栏|公告栏|宣传栏|展板|(?:电子|LED)?显示屏|电子屏|触摸屏|宣传册|明白纸|查阅(?:点|室|中心)|档案馆|图书馆|(?:新闻|主流|其[他它])?媒体|其[他它](?:方式|渠道|途径|形式|载体|平台)/g,
    'other',
  ],
  [/微博/g, 'weibo'],
  [/微信(?:公众(?:号|平台))?|公众号|公众平台/g, 'wechat'],
  [/(?:门户|官方|政府|部门|本级|单位)*网站|官网|校园网|门户网|政府网|信息公开网|政务网/g, 'website'],
]

/** The channels that a stretch of text names, each once. */
export function findChannels(text: string): Set<Channel> {
  const found = new Set<Channel>()
  let rest = text
  for (const [pattern, channel] of names) {
    rest = rest.replace(pattern, () => {
      found.add(channel)
      return '□'
    })
  }
  return found
}

/** The name of any one channel. */
export const channelName = new RegExp(
  names
    .filter(([, channel]) => channel !== 'unclear')
    .map(([pattern]) => pattern.source)
    .join('|'),
)

const lastName = new RegExp(`(?:${channelName.source})$`)

/** Does the text end with the name of a channel (发布微博 20 条)? */
export const endsWithChannel = (text: string): boolean => lastName.test(text.slice(-12))
