-- A new word of an enumeration can be used once the transaction that added it has ended: hence a migration of its own.
ALTER TYPE "NotificationKind" ADD VALUE 'RELEASED';
ALTER TYPE "NotificationKind" ADD VALUE 'ANNOUNCED';
