import { describe, expect, it } from 'vitest'
import { foldLabel } from '../../src/forms/dialects.ts'
import { forms } from '../../src/forms/forms.ts'
import { simplify } from '../../src/forms/traditional.ts'

describe('traditional characters', () => {
  it.each([
    ['（一）主動公開政府資訊數（不同渠道和方式公開相同資訊計1條）', '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）'],
    ['4.保護第三方合法權益', '4.保护第三方合法权益'],
    [
      '1.申請人無正當理由逾期不補正、行政機關不再處理其政府資訊公開申請',
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    ],
    ['5.要求行政機關確認或重新出具已獲取資訊', '5.要求行政机关确认或重新出具已获取信息'],
    ['四、結轉下年度繼續辦理', '四、结转下年度继续办理'],
    ['專職人員數', '专职人员数'],
    ['2.參加或舉辦新聞發佈會總次數', '2.参加或举办新闻发布会总次数'],
  ])('%s is the label %s', (printed, label) => expect(foldLabel(printed)).toBe(foldLabel(label)))

  it('keeps every character in its place, and leaves what is simplified', () => {
    const labels = forms.flatMap(({ rows }) => rows.map(({ label }) => label))
    expect(labels.filter((label) => simplify(label) !== label)).toEqual([])
    expect(simplify('甲安市水務局2022年政府資訊公開')).toHaveLength('甲安市水務局2022年政府資訊公開'.length)
  })
})
