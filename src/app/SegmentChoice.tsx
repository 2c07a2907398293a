/** A few choices side by side of which one is on, with its name before it. */
export function SegmentChoice<Id extends string>({
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
    <div className="segmentchoice" role="group" aria-label={name}>
      <span aria-hidden="true">{name}</span>
      <span className="seg">
        {choices.map((choice) => (
          <button key={choice.id} type="button" aria-pressed={choice.id === value} onClick={() => choose(choice.id)}>
            {choice.name}
          </button>
        ))}
      </span>
    </div>
  )
}
