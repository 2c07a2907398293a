import { memo, useMemo, type ReactNode } from 'react'
import { unitBeside } from '../../../charts/figureText.ts'
import type { SameValues } from '../../../charts/sameValues.ts'
import { figureOfSameValues, listSameValues, stateSameValues } from '../../../charts/sameValuesFigure.ts'
import { nameItem, type StaffContext } from '../../../charts/staffChart.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { staffingWords } from '../../../text/staffingWords.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { markFirstChart } from '../../readiness.ts'

/** What most bodies report alike, item by item; each number selects the bodies that it counts. */
export const SameValuesPanel = memo(function SameValuesPanel({
  rows,
  context,
}: {
  readonly rows: readonly ComparedValue[]
  readonly context: StaffContext
}) {
  const { lang } = context
  const items = useMemo(() => listSameValues(rows, context), [rows, context])
  const figure = useMemo(() => figureOfSameValues(items, rows, context), [items, rows, context])
  useAfterPaint(rows, markFirstChart)
  return (
    <FigurePanel figure={figure} legend={<p className="legend">{staffingWords[lang].sameSub}</p>}>
      {() => (
        <dl className="samevalues">
          {items.map((item) => (
            <div key={item.indicator.id}>
              <dt>
                <Link to={{ indicators: [item.indicator.id] }}>{nameItem(item.indicator, context)}</Link>{' '}
                <small>{unitBeside(item.indicator, lang)}</small>
              </dt>
              <dd>
                <Statements item={item} context={context} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </FigurePanel>
  )
})

function Statements({ item, context }: { readonly item: SameValues; readonly context: StaffContext }): ReactNode {
  return stateSameValues(item, context).map(({ text, agencies }) => (
    <span key={text}>
      <Link to={{ agencies: [...agencies], focus: null }}>{text}</Link>
    </span>
  ))
}
