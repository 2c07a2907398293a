/** Thresholds that are proposals; everything else refers to them here. */
export const thresholds = {
  /** Below it a change from year to year is not judged. */
  changeFrom: 20,
  /** A year that has so many times the other is asked about. */
  changeMost: 5,
  /** An amount so many times the other may be in another unit. */
  moneyMost: 1000,
  /** Below it a figure that is last year's says nothing. */
  repeatedFrom: 10,
  /** So much of the non-zero cells equal to last year's, of at least so many. */
  equalPart: 0.9,
  equalFrom: 5,
  /** A sentence in more agencies than this, or in this part of them, is a formula of everybody. */
  formulaAgencies: 5,
  formulaPart: 0.1,
  /** So many sentences in a row, or so many characters, are a passage. */
  copiedSentences: 3,
  copiedCharacters: 120,
  /** So much of a report that stood in last year's; of a text of at least so many characters. */
  copiedPart: 0.5,
  copiedFrom: 300,
  /** Peers that a lone zero needs, and what each of them has at least. */
  peers: 5,
  peersHave: 10,
} as const
