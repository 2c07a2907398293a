/** The heading row of a table; names of columns with numbers stand on the right. */
export function TableHead({ names, numeric = [] }: { readonly names: readonly string[]; readonly numeric?: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col" className={numeric.includes(name) ? 'num' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
