-- A new word of an enumeration can be used once the transaction that added it has ended: hence a migration of its own.
ALTER TYPE "NotificationKind" ADD VALUE 'RERUN';
ALTER TYPE "RescoringTaskKind" ADD VALUE 'RERUN';
