import { echo } from './csv.ts'
import { yearRange, type Column, type Field } from './tables.ts'
import type { Label } from '../text/label.ts'

/** What a field holds once read, or why it cannot be read. */
export type FieldRead = { readonly ok: true; readonly value: Field } | { readonly ok: false; readonly code: string; readonly reason: Label }

/** Reads one field by what its column says. Nothing is trimmed, guessed or repaired: a dataset is exact or it says where it is not. */
export function readField(text: string, column: Column): FieldRead {
  if (column.type === 'printed') return { ok: true, value: text }
  if (text === '') {
    if (column.required) return bad('field.required', '此列不能为空', 'this column may not be empty')
    return { ok: true, value: column.type === 'list' ? [] : null }
  }
  if (text !== text.trim()) return bad('field.spaces', '首尾有空格', 'spaces at the beginning or end')
  if (column.oneOf && !column.oneOf.includes(text)) {
    const known = column.oneOf.join(', ')
    return bad('field.unknown_value', `“${echo(text)}”不在可用的值里：${known}`, `"${echo(text)}" is not one of: ${known}`)
  }
  switch (column.type) {
    case 'id':
      return /^[a-z0-9][a-z0-9_-]{0,99}$/.test(text)
        ? { ok: true, value: text }
        : bad(
            'field.id',
            `“${echo(text)}”不是标识：只用小写字母、数字、-、_，最多 100 个`,
            `"${echo(text)}" is no id: small letters, digits, - and _, at most 100`,
          )
    case 'code':
      return /^\d{6,12}$/.test(text)
        ? { ok: true, value: text }
        : bad('field.code', `“${echo(text)}”不是行政区划代码（6 至 12 位数字）`, `"${echo(text)}" is no region code of 6 to 12 digits`)
    case 'integer':
    case 'number':
      return readNumberField(text, column)
    case 'date':
      return isDate(text)
        ? { ok: true, value: text }
        : bad('field.date', `“${echo(text)}”不是日期，应为 年-月-日，如 2020-01-31`, `"${echo(text)}" is no date; write 2020-01-31`)
    case 'month_day':
      return isDate(`2000-${text}`)
        ? { ok: true, value: text }
        : bad('field.month_day', `“${echo(text)}”不是月-日，如 01-31`, `"${echo(text)}" is no month and day; write 01-31`)
    case 'list':
      return readList(text)
    case 'address':
      return /^https?:\/\/[^\s/]+/.test(text)
        ? { ok: true, value: text }
        : bad('field.address', `“${echo(text)}”不是 http 或 https 网址`, `"${echo(text)}" is no http or https address`)
    case 'sha256':
      return /^[0-9a-f]{64}$/.test(text)
        ? { ok: true, value: text }
        : bad('field.sha256', '不是 64 位小写十六进制的 SHA-256', 'no SHA-256 of 64 small hex digits')
    case 'json':
    case 'text':
      return { ok: true, value: text }
  }
}

const bad = (code: string, zh: string, en: string): FieldRead => ({ ok: false, code, reason: { zh, en } })

function readNumberField(text: string, column: Column): FieldRead {
  const pattern = column.type === 'integer' ? /^-?(0|[1-9]\d*)$/ : /^-?(0|[1-9]\d*)(\.\d+)?$/
  if (!pattern.test(text)) return digitProblem(text, column.type === 'integer')
  const value = Number(text)
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return bad('field.too_large', `“${echo(text)}”太大，无法准确保存`, `"${echo(text)}" is too large to be kept exactly`)
  }
  if (column.name === 'year' && (value < yearRange[0] || value > yearRange[1])) {
    return bad('field.year', `年度 ${value} 不在 ${yearRange.join('–')} 之间`, `the year ${value} is not within ${yearRange.join('–')}`)
  }
  if (column.name === 'version' && value < 1) return bad('field.version', '版本从 1 起', 'versions count from 1')
  return { ok: true, value: value === 0 ? 0 : value }
}

/** Says which habit made the number unreadable, since each has its own remedy. */
function digitProblem(text: string, whole: boolean): FieldRead {
  const shown = echo(text)
  if (/[０-９．－＋，％]/.test(text))
    return bad('field.full_width', `“${shown}”有全角字符，请用半角数字`, `"${shown}" has full-width characters; use plain digits`)
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return bad('field.thousands', `“${shown}”有千分号，请去掉`, `"${shown}" has thousands separators; leave them out`)
  if (text.endsWith('%')) return bad('field.percent', `“${shown}”是百分数，请写成数`, `"${shown}" is a percentage; write the number`)
  if (/^-?0\d/.test(text)) return bad('field.leading_zero', `“${shown}”以 0 开头`, `"${shown}" begins with 0`)
  if (whole && /^-?\d+\.\d+$/.test(text)) return bad('field.integer', `“${shown}”不是整数`, `"${shown}" is no whole number`)
  return bad('field.number', `“${shown}”不是数字`, `"${shown}" is no number`)
}

function readList(text: string): FieldRead {
  const items = text.split('|')
  if (items.some((item) => item === '' || item !== item.trim())) {
    return bad('field.list', '用|隔开的各项不能为空，也不能带空格', 'the parts between | may not be empty or begin or end with spaces')
  }
  return { ok: true, value: items }
}

/** A day that exists, as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
