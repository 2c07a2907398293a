import type { TableFormId } from '../forms/form.ts'
import type { Label } from '../text/label.ts'
import type { Formula } from './formula.ts'

export type ThemeId =
  | 'proactive_disclosure'
  | 'channels'
  | 'interpretation_response'
  | 'requests_received'
  | 'request_outcomes'
  | 'review_litigation'
  | 'staffing_funding'
  | 'meetings_training'

/**
 * Whether figures on both sides of a change of form may share a line. `identical` and `caveat` (with its note) may;
 * `break` (something similar counts otherwise) and `absent` (no row on at least one side) may not.
 */
export type ComparabilityClass = 'identical' | 'caveat' | 'break' | 'absent'

export interface Step {
  readonly class: ComparabilityClass
  readonly why: Label
}

/** Something that agencies can be compared on: a figure that a form asks for, or one worked out from such figures. */
export interface Indicator {
  /** Stable for ever: it is in links and in citations. */
  readonly id: string
  /** What its id was before, should one ever change all the same: links that name it go on working. */
  readonly formerIds?: readonly string[]
  readonly name: Label
  /** Short enough for a row of the overview; absent where the name is short already. */
  readonly shortName?: Label
  /** `reported`: has a cell on some form, or stands in prose. `composite`: joins rows across forms. `derived`: a rate or a share. */
  readonly kind: 'reported' | 'composite' | 'derived'
  readonly theme: ThemeId
  /** 条, 件, 人, 万元 …, `ratio` (0–1, or a multiple), `per 100`. The English word for it is in `unitName`. */
  readonly unit: string
  readonly unitName: Label
  readonly type: 'integer' | 'signed_integer' | 'decimal' | 'text' | 'ratio'
  /** How a ratio reads: a share prints as a percentage, a multiple as a number. Absent on counts. */
  readonly format?: 'percent' | 'number'
  readonly byApplicant: boolean
  readonly definition: Label
  readonly definitionBasis: 'row_wording' | 'printed_note' | 'local_instructions' | 'standing_knowledge'
  /** How each form yields it: the cell itself (`reported(id)`), or a formula. A form that is absent never asked. */
  readonly from: Partial<Readonly<Record<TableFormId, Formula>>>
  /** The cell in each form that prints it; absent where it is worked out or not asked. */
  readonly cell: Partial<Readonly<Record<TableFormId, string>>>
  /** Where only the prose of a form gives it: the chapter. */
  readonly prose?: Partial<Readonly<Record<TableFormId, string>>>
  /** What changed on the way into each later form. */
  readonly into: Readonly<Record<'y2019' | 'y2021', Step>>
  /** The composite that may be used for a trend where this one breaks. */
  readonly joinedBy?: string
  readonly related?: readonly string[]
  /** Derived measures: the size behind the rate, by form, and the number below which no percentage is shown. */
  readonly size?: Partial<Readonly<Record<TableFormId, Formula>>>
  readonly minSize?: number
  /** Of a family (`channel_share`): the indicator, or the applicant type, that this is the share of. */
  readonly family?: { readonly id: string; readonly name: Label; readonly of: string }
  readonly note?: Label
  /** Its place in the request flow, its channel, the total it belongs to: what pages must know without knowing ids. */
  readonly role?: IndicatorRole
}

/** What a page must know of an indicator to place it, so that no page names one. */
export interface IndicatorRole {
  /** `in`: received and carried in; `outcome`: a way to end a request; `group`: several of them together; `total`: all of them; `out`: carried over. */
  readonly flow?: 'in' | 'outcome' | 'group' | 'total' | 'out'
  readonly channel?: 'gazette' | 'website' | 'weibo' | 'wechat' | 'other'
  /** Of a channel: the total that counts an item once, however many channels carry it. No channel is more, all together are no less. */
  readonly countedOnceIn?: string
  /** The total whose items this measure sets the sum of all channels in relation to. */
  readonly reuseOf?: string
  /** `total`: all staff; `part`: a kind of staff; `means`: offices, places, money; `activity`: meetings, training; `load`: work per person; `share`: of a kind of staff. */
  readonly staffing?: 'total' | 'part' | 'means' | 'activity' | 'load' | 'share'
  /** Its place in a review or a lawsuit: all of them, or how they ended. */
  readonly dispute?: 'total' | 'upheld' | 'corrected' | 'other' | 'pending'
  /** Of a rate: the forms on which it is a part of a whole of the same cases, so that an interval may stand beside it. */
  readonly proportionOn?: readonly TableFormId[]
  /** The indicator this one is a part of (其中 or a row of a sum). */
  readonly partOf?: string
  /** Figures of the same report may be set in relation to it: per person, or per 100 requests. */
  readonly base?: 'staff' | 'requests'
  /** The measure of which this one is another reading (口径): the page offers to switch between them. */
  readonly variantOf?: string
  /** Shown on the overview by default: rank in the rug, and whether it is a headline figure. */
  readonly overview?: number
  readonly headline?: number
}
