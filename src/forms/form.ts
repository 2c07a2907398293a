import type { Label } from '../text/label.ts'

/** The generations of the official report that can be read. Which one a report follows is told by its tables, not by its year. */
export type TableFormId = 'pre2019_table' | 'y2019' | 'y2021'

/** `narrative`: no readable table. `pre2014`: local cumulative tables, recognised and refused. */
export type FormId = TableFormId | 'narrative' | 'pre2014'

/** Who asked: the columns of table three of the 2019 and 2021 forms. */
export type ApplicantId =
  'natural_person' | 'org_commercial' | 'org_research' | 'org_public_interest' | 'org_legal_service' | 'org_other' | 'total'

/**
 * One value cell of a form, or one row of it: table three repeats each row for the seven applicant columns, so a row of
 * table three stands here once, with `byApplicant: true`.
 */
export interface FormRow {
  /** Path inside the form, exactly as in the catalogue: `1.1a`, `2.1.3`, `3.3.3.4`, `4.2.5`. Unique in one form. */
  readonly path: string
  /** The table of the form it stands in: `1` for the only table of the 2014 form, `2`, `3`, `4` for the later ones. */
  readonly table: 1 | 2 | 3 | 4
  /** `header`: no value expected. `group`: merged label over rows, no value expected. `text`: a fill-in sentence. */
  readonly type: 'header' | 'group' | 'subtotal' | 'of_which' | 'memo' | 'leaf' | 'text'
  /** Depth of indentation, 0 for 一、 */
  readonly level: number
  /** The label as printed on the official form. */
  readonly label: string
  /** Table two: the caption above (第二十条第（一）项). Table three: the group label on the left (（三）不予公开). Table four: the block (行政复议, 行政诉讼／未经复议直接起诉 …). */
  readonly caption?: string
  /** Tables two and four: the heading of the column that this cell stands under. */
  readonly column?: string
  /** 条, 件, 万元 …; `——` on header rows of the 2014 form. */
  readonly unit: string
  /** Null on headers and group labels. */
  readonly indicator: string | null
  readonly byApplicant: boolean
  /** Paths whose figures add up to this one by the form's own labels (subtotal, 总计). */
  readonly parts?: readonly string[]
  /** Path of the row that this 其中 belongs to. */
  readonly of?: string
  /** Paths whose sum this figure cannot exceed when they are counted apart (1.1: the channels), though it is not their sum. */
  readonly boundedBy?: readonly string[]
  /** Wordings seen in local versions of the label; matched like the label. */
  readonly aliases?: readonly string[]
  /** Wordings seen in local versions of the column heading. */
  readonly columnAliases?: readonly string[]
  /** A local addition that is not one of the official rows (3.4 of the 2014 form). Never `row_missing`. */
  readonly variant?: boolean
}

/** One official form and everything it asks. */
export interface Form {
  readonly id: FormId
  /** Other ids it has had. */
  readonly aliases?: readonly string[]
  readonly name: Label
  /** Short name in figures: 2014 表式. */
  readonly shortName: Label
  /** First and last report year the form was meant for; null: still in use. */
  readonly years: readonly [from: number, to: number | null]
  /** False for `pre2014`: recognised and refused. */
  readonly supported: boolean
  /** The notice that issued it, with its number. */
  readonly authority: string
  readonly note?: Label
  /** Headings of its one table, in order; absent where each table has its own. */
  readonly columns?: readonly string[]
  /** Words in table headers and row labels that tell it from the others, as printed. */
  readonly markers?: readonly string[]
  readonly chapters: readonly string[]
  /** In printed order; empty for `narrative` and `pre2014`. */
  readonly rows: readonly FormRow[]
}
