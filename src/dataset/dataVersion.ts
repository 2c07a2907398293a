/** How a version of the data is told from others. Versions published by older builds have the SHA-256 of their compiled file alone. */
export interface DataVersion {
  readonly dataSha256: string
  /** `hashContent`: the same for the same rows, whoever compiles them. */
  readonly contentSha256?: string | null
  /** What older builds called the same figures. */
  readonly formerSha256?: readonly string[]
}

/** The fingerprint of the data, which pages print, citations name and links begin with. */
export const fingerprintOf = ({ contentSha256, dataSha256 }: DataVersion): string => contentSha256 ?? dataSha256

/** Is this the version that a link with this `of` was made on? Links of older builds name the compiled file. */
export const isVersion = (version: DataVersion, of: string): boolean => namesOf(version).some((hash) => hash.startsWith(of))

/** Do both hold the same data? */
export const isSameVersion = (one: DataVersion, other: DataVersion): boolean => {
  const names = namesOf(one)
  return namesOf(other).some((hash) => names.includes(hash))
}

const namesOf = ({ dataSha256, contentSha256 = null, formerSha256 = [] }: DataVersion): readonly string[] => [
  ...(contentSha256 === null ? [] : [contentSha256]),
  dataSha256,
  ...formerSha256,
]
