import type { Form, FormId } from './form.ts'
import { pre2019Table } from './pre2019Table.ts'
import { narrative, pre2014 } from './unreadForms.ts'
import { y2019 } from './y2019.ts'
import { y2021 } from './y2021.ts'

/** Every form, in the order of the catalogue. */
export const forms: readonly Form[] = [pre2014, pre2019Table, narrative, y2019, y2021]

/** @throws {Error} when there is no such form. */
export function formById(id: FormId): Form {
  const form = forms.find((candidate) => candidate.id === id)
  if (!form) throw new Error(`unknown form: ${id}; known forms are ${forms.map((known) => known.id).join(', ')}`)
  return form
}
