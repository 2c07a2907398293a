import type { ReactNode } from 'react'

/** One part of the page under a plain title; `id` is what an address may point at. */
export function Section({
  id,
  title,
  subtitle,
  className = '',
  children,
}: {
  readonly id: string
  readonly title: string
  readonly subtitle?: string
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <section id={id} className={`panel ${className}`}>
      <div className="panelhead">
        <h2>{title}</h2>
        {subtitle === undefined ? null : <p className="sub">{subtitle}</p>}
      </div>
      <div className="body">{children}</div>
    </section>
  )
}
