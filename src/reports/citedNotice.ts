import type { FormId } from '../forms/form.ts'
import { forms } from '../forms/forms.ts'
import { simplify } from '../forms/traditional.ts'
import type { ReportDocument } from './document.ts'
import type { Problem } from './figure.ts'
import { formOtherNotice } from './problems.ts'

const number = /国办[^〔[【（(]{0,5}[〔[【（(](\d{4})[〕\]】）)]第?(\d+)号/g

const notices: readonly { readonly form: FormId; readonly notice: string }[] = forms.flatMap(({ id, authority }) =>
  [...authority.matchAll(number)].map(([, year, count]) => ({ form: id, notice: `${String(year)}/${String(count)}` })),
)

/** Says when the prose cites the notice of another form than the one its tables follow, and not their own. The tables decide. */
export function otherNotice({ blocks }: ReportDocument, form: FormId | null): readonly Problem[] {
  const own = notices.find((notice) => notice.form === form)
  if (own === undefined) return []
  const cited = blocks.flatMap((block) => {
    if (block.kind === 'grid') return []
    return [...simplify(block.text).replace(/\s/g, '').matchAll(number)].map(([text, year, count]) => ({
      text,
      notice: `${String(year)}/${String(count)}`,
      where: block.where,
    }))
  })
  const other = cited.find(({ notice }) => notices.some((known) => known.notice === notice) && notice !== own.notice)
  if (other === undefined || cited.some(({ notice }) => notice === own.notice)) return []
  const used = forms.find(({ id }) => id === form)
  return used === undefined ? [] : [formOtherNotice(other.text, used.shortName, other.where)]
}
