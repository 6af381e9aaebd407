import { ActionIcon } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';

interface Props {
  label: string;
  icon: TablerIcon;
  isDisabled?: boolean;
  onPress: () => void;
}

/** Acts on one of several things in an order. Disabled for real it would lose the focus of whoever moves a thing to an end. */
export function OrderButton({ label, icon: Icon, isDisabled = false, onPress }: Props) {
  return (
    <ActionIcon
      variant="default"
      aria-label={label}
      aria-disabled={isDisabled}
      data-disabled={isDisabled || undefined}
      onClick={() => !isDisabled && onPress()}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}
