import type { ReactNode } from 'react'

/** What whoever keeps the page must know, question by question. */
export function Explained({ facts }: { readonly facts: readonly (readonly [about: string, said: ReactNode])[] }) {
  return (
    <dl className="embed-explained">
      {facts.map(([about, said]) => (
        <div key={about}>
          <dt>{about}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}
