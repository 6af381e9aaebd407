'use client';

import { Button, Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ROLES } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChangeRoleDocument, type MemberFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmDialog } from '@/ui/confirm-dialog';

/** Gives a member another role, in place of the one of this line or beside it. */
export function ChangeRoleButton({ member }: { member: MemberFragment }) {
  const t = useTranslations('people');
  const roles = useTranslations('roles');
  const others = ROLES.filter((role) => role !== member.role);
  const [isOpen, dialog] = useDisclosure(false);
  const [role, setRole] = useState(others[0] ?? 'STUDENT');
  const [isBeside, setBeside] = useState(false);
  const [change] = useMutation(ChangeRoleDocument, { errorPolicy: 'all' });
  const who = { name: member.name, role: roles(member.role) };

  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={t('roleOf', who)} onClick={dialog.open}>
        {t('changeRole')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={dialog.close}
        title={t('roleOf', who)}
        text={t('roleText')}
        keep={t('keepRole')}
        confirm={t('changeRole')}
        refused={t('roleFailed')}
        act={() => change({ variables: { id: member.id, role, isInstead: !isBeside } })}
      >
        <Stack>
          <NativeSelect
            label={t('newRole')}
            value={role}
            data={others.map((value) => ({ value, label: roles(value) }))}
            onChange={(event) =>
              setRole(others.find((known) => known === event.currentTarget.value) ?? 'STUDENT')
            }
          />
          <Checkbox
            label={t('beside', who)}
            checked={isBeside}
            onChange={(event) => setBeside(event.currentTarget.checked)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
