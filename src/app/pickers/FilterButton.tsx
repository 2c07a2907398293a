import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'

/** One filter of the bar: a button that says name and value, and the choices that it opens. */
export function FilterButton({
  name,
  value,
  children,
  wide = false,
}: {
  readonly name: string
  readonly value: string
  readonly children: (close: () => void) => ReactNode
  readonly wide?: boolean
}) {
  return (
    <DialogTrigger>
      <Button className="pick">
        <i>{name}</i>
        <span className="pickvalue">{value}</span>
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </Button>
      <Popover className={wide ? 'pop wide' : 'pop'} placement="bottom start" offset={4}>
        <Dialog className="popbody" aria-label={name}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
