import { applicants } from '../forms/applicants.ts'
import { forms } from '../forms/forms.ts'
import { absenceReasons, evidenceGrades, qualifiers, scopes, valueStates } from '../forms/stateCatalogue.ts'
import type { Catalogue } from './catalogue.ts'
import { channels } from './channels.ts'
import { composites } from './composites.ts'
import { derived, genericMeasures } from './derived.ts'
import { interpretationResponse } from './interpretationResponse.ts'
import { meetingsTraining } from './meetingsTraining.ts'
import { proactiveDisclosure } from './proactiveDisclosure.ts'
import { requestOutcomes } from './requestOutcomes.ts'
import { requestsReceived } from './requestsReceived.ts'
import { reviewLitigation } from './reviewLitigation.ts'
import { staffingFunding } from './staffingFunding.ts'

/** What our datasets are read by: 120 figures of the forms, 4 composites and 22 measures worked out from them, families taken apart. */
export const ourCatalogue: Catalogue = {
  forms,
  applicants,
  themes: [
    { id: 'proactive_disclosure', name: { zh: '主动公开', en: 'Proactive disclosure' } },
    { id: 'channels', name: { zh: '公开渠道', en: 'Channels' } },
    { id: 'interpretation_response', name: { zh: '解读回应', en: 'Interpretation and response' } },
    { id: 'requests_received', name: { zh: '收到申请', en: 'Requests received' } },
    { id: 'request_outcomes', name: { zh: '办理结果', en: 'Request outcomes' } },
    { id: 'review_litigation', name: { zh: '复议诉讼', en: 'Review and litigation' } },
    { id: 'staffing_funding', name: { zh: '机构经费', en: 'Staffing and funding' } },
    { id: 'meetings_training', name: { zh: '会议培训', en: 'Meetings and training' } },
  ],
  comparability: [
    {
      id: 'identical',
      letter: 'I',
      name: { zh: '同口径', en: 'Identical' },
      joins: true,
      meaning: { zh: '同一对象，同一计数规则。', en: 'same object, same counting rule' },
      line: { zh: '相连', en: 'joined' },
    },
    {
      id: 'caveat',
      letter: 'C',
      name: { zh: '可比，有说明', en: 'Comparable, with a note' },
      joins: true,
      meaning: { zh: '读过说明后可以比较。', en: 'comparable after reading the note' },
      line: { zh: '相连，附说明', en: 'joined, note shown' },
    },
    {
      id: 'break',
      letter: 'B',
      name: { zh: '断点', en: 'Break' },
      joins: false,
      meaning: {
        zh: '另一边有相近的行（同一编号、另一编号或合成指标），但统计的是别的。',
        en: 'a similar row exists on the other side (same id, another id or a composite) but counts something else',
      },
      line: { zh: '断开，标明原因', en: 'stops, marker says why' },
    },
    {
      id: 'absent',
      letter: '–',
      name: { zh: '无对应行', en: 'No such row' },
      joins: false,
      meaning: {
        zh: '至少一边没有此行，也没有相近的行。',
        en: 'no row on at least one side and nothing similar there',
      },
      line: { zh: '断开，标明原因', en: 'stops, marker says why' },
    },
  ],
  valueStates,
  absenceReasons,
  grades: evidenceGrades,
  qualifiers,
  scopes,
  indicators: [
    ...proactiveDisclosure,
    ...channels,
    ...interpretationResponse,
    ...requestsReceived,
    ...requestOutcomes,
    ...reviewLitigation,
    ...staffingFunding,
    ...meetingsTraining,
    ...composites,
    ...derived,
  ],
  generic: genericMeasures,
  definitionBases: [
    {
      id: 'row_wording',
      name: { zh: '据行的字面；未见官方填报说明', en: 'read from the wording of the row; the official filling-in definition was not seen' },
    },
    { id: 'printed_note', name: { zh: '据行内所印的说明', en: 'a note printed in the row label itself' } },
    {
      id: 'local_instructions',
      name: { zh: '据地方版表格所印的填报说明', en: 'filling instructions printed in a local version of the form' },
    },
    { id: 'standing_knowledge', name: { zh: '通行说法，未与官方文本核对', en: 'commonly cited, not verified against an official text' } },
  ],
}
