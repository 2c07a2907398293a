/** A change to what addresses look like, and how an address from before it is read. */
export interface AddressMigration {
  /** Day from which addresses are written in the new form, `YYYY-MM-DD`. */
  readonly since: string
  /** What changed, in one sentence. */
  readonly about: string
  /** An address in the old form and the same in the new one; the tests try both. */
  readonly example: { readonly from: string; readonly to: string }
  /** The same address in the new form. One that is in the new form already comes back as it was. */
  readonly migrate: (address: URLSearchParams) => URLSearchParams
}

/**
 * Every change to addresses since the first, oldest first. A parameter or a value that is renamed or given up gets an entry here and
 * stays for ever: links stand in letters. None was renamed so far. New names of indicators are no entries: the catalogue knows
 * the former ids of its indicators.
 */
export const addressMigrations: readonly AddressMigration[] = []

/** An address as it is written today. */
export const migrateAddress = (address: URLSearchParams, migrations: readonly AddressMigration[] = addressMigrations): URLSearchParams =>
  migrations.reduce((read, { migrate }) => migrate(read), address)
