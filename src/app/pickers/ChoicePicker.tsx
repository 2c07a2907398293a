import { ListBox, ListBoxItem } from 'react-aria-components'
import { FilterButton } from './FilterButton.tsx'

/** A filter with a few choices of which one is on. */
export function ChoicePicker<Id extends string>({
  name,
  choices,
  value,
  choose,
}: {
  readonly name: string
  readonly choices: readonly { readonly id: Id; readonly name: string }[]
  readonly value: Id
  readonly choose: (id: Id) => void
}) {
  return (
    <FilterButton name={name} value={choices.find((choice) => choice.id === value)?.name ?? ''}>
      {(close) => (
        <ListBox
          aria-label={name}
          className="options"
          escapeKeyBehavior="none"
          selectionMode="single"
          disallowEmptySelection
          autoFocus
          selectedKeys={[value]}
          onSelectionChange={(keys) => {
            const picked = keys === 'all' ? undefined : choices.find((choice) => keys.has(choice.id))
            if (picked) choose(picked.id)
            close()
          }}
        >
          {choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} textValue={choice.name} className="option">
              <span className="tick" aria-hidden="true" />
              <span className="optionname">{choice.name}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      )}
    </FilterButton>
  )
}
