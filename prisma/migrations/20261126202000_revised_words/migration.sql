-- A new word of an enumeration can be used once the transaction that added it has ended: hence a migration of its own.
ALTER TYPE "ScoreCause" ADD VALUE 'REVISED';
ALTER TYPE "NotificationKind" ADD VALUE 'REVISED';
