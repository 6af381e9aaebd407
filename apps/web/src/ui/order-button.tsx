import { ActionIcon } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';

interface Props {
  label: string;
  icon: TablerIcon;
  isDisabled?: boolean;
  onPress: () => void;
}

/**
 * Moves one of several ordered things. It is never really disabled, because then somebody who moves a thing to the end would
 * lose focus.
 */
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
