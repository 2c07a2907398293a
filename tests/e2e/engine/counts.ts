/** The long run repeats everything as often as the figures promise; the short one as often as it takes to notice a missing rule. */
export const isLong = Boolean(process.env['OGI_LONG'])

export const times = (short: number, long: number): number => (isLong ? long : short)
