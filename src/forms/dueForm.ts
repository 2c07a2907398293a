import type { TableFormId } from './form.ts'

/** The form that a report on this year should follow. Which one it does follow, its tables say. */
export function formForYear(year: number): TableFormId {
  if (year <= 2018) return 'pre2019_table'
  return year <= 2020 ? 'y2019' : 'y2021'
}
