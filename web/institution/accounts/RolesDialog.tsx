import { ROLES, type Role } from '@milepost/access/actor'
import { type AccountRow, setRoles } from '@milepost/contract/institution/accounts'
import { conflictingRoles } from '@milepost/contract/institution/separation'
import { ROLE_NAMES } from '@milepost/terms/roles'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type Grantable = Exclude<Role, 'public'>
const isGrantable = (role: Role): role is Grantable => role !== 'public'

/** The same rule of separation as the server's says what cannot go together, while it is being chosen. */
export function RolesDialog({ account, onClose }: { readonly account: AccountRow; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [chosen, setChosen] = useState<readonly Grantable[]>(account.roles.filter(isGrantable))
  const granting = useDo(setRoles)
  const conflict = conflictingRoles(chosen)
  const save = () => granting.run({ accountId: account.accountId, roles: [...chosen] }).then(onClose, () => undefined)
  return (
    <Modal
      open
      title={text.rolesOf(account.displayName)}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ loading: granting.busy, disabled: conflict.length > 0 }}
      onOk={save}
      onCancel={onClose}
      width={460}
    >
      <div className="mp-form">
        <p className="mp-soft">{text.rolesSay}</p>
        <Checkbox.Group<Grantable>
          value={[...chosen]}
          onChange={setChosen}
          options={ROLES.filter(isGrantable).map((role) => ({ value: role, label: pick(ROLE_NAMES[role]) }))}
          style={{ display: 'grid', gap: 8 }}
        />
        <div role="status" className="mp-field-error">
          {conflict.length > 0 && text.conflict(conflict.map((role) => pick(ROLE_NAMES[role])).join(' · '))}
        </div>
        {granting.refused !== null && <RefusalNote refused={granting.refused} />}
      </div>
    </Modal>
  )
}
