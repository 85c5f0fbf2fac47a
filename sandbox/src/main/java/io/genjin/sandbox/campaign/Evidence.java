package io.genjin.sandbox.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What exists after a campaign: in the database, and on the phones. */
record Evidence(
        Map<String, InboxRow> inbox,
        Map<String, ChatRow> chat,
        List<DraftRow> drafts,
        List<FollowUpRow> followUps,
        List<PushRow> pushes,
        List<String> leadsTwice,
        List<PhoneLine> phones,
        List<String> dropped) {

    /** By source_key. */
    record InboxRow(String id, int state, int attempts, String note) {}

    /** By source_key. */
    record ChatRow(String id, String thread, Instant sentAt, Instant receivedAt, String body) {}

    /** @param card task_id of the card that shows it, or empty */
    record DraftRow(
            String id,
            String thread,
            String status,
            int version,
            boolean owned,
            String card,
            Set<String> messages,
            Instant decidedAt) {
        boolean isOpen() {
            return status.equals("OPEN");
        }

        /** Whether a follow-up was written for it, withdrawn or not. */
        boolean wasConfirmed() {
            return status.equals("CONFIRMED") || status.equals("EDITED_AND_CONFIRMED") || status.equals("UNDONE");
        }
    }

    record FollowUpRow(String id, String draft, boolean withdrawn) {}

    /**
     * A row of the outbox.
     *
     * @param user whom a message is sent to; empty for what changes one
     * @param checked whether WeCom was asked to recognise a repeat of it
     */
    record PushRow(
            String id,
            String cause,
            String kind,
            String taskId,
            String code,
            int state,
            int attempts,
            String reason,
            String msgId,
            String user,
            String text,
            boolean checked) {
        static final int PENDING = 0;
        static final int SENT = 1;
        static final int UNCONFIRMED = 2;
        static final int DROPPED = 4;

        boolean isSend() {
            return kind.equals("SEND");
        }

        boolean isOut() {
            return state == SENT || state == UNCONFIRMED;
        }

        /** Whether what came later for its card made it pointless. */
        boolean wasOvertaken() {
            return state == DROPPED && reason.startsWith("overtaken");
        }
    }

    /**
     * One message of the application on one phone, the oldest first.
     *
     * @param taskId empty unless it is a card
     * @param versions draft:version of each draft that the card showed at first
     * @param redrawn whether the card has changed since
     */
    record PhoneLine(String user, String msgId, String taskId, String text, Set<String> versions, boolean redrawn) {}
}
