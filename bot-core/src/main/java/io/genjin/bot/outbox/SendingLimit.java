package io.genjin.bot.outbox;

import java.time.Duration;

/**
 * All of WeCom's limits on what we send, and how far below each we stay. What is between the two is for the time in which
 * Redis is lost and the nodes can't know of each other. A window of a day is the calendar day in Asia/Shanghai; others
 * slide.
 */
enum SendingLimit {
    /** Messages to one member; the excess is dropped in silence (doc 90312). Ours: genjin.outbox.member-per-minute. */
    MEMBER_MINUTE(Scope.MEMBER, Duration.ofMinutes(1), 30, 25, 90312),
    /** The same in an hour (doc 90312). Ours: genjin.outbox.member-per-hour. */
    MEMBER_HOUR(Scope.MEMBER, Duration.ofHours(1), 1_000, 900, 90312),
    /** Person-times of the application, account cap × 200 (doc 90312): only genjin.outbox.daily-quota knows how many. */
    QUOTA_DAY(Scope.APPLICATION, Duration.ofDays(1), 0, 0, 90312),
    /** Faces of one member's cards: WeCom states no limit, so that of messages is taken (doc 94888). */
    UPDATE_MEMBER_MINUTE(Scope.MEMBER, Duration.ofMinutes(1), 30, 20, 94888),
    /** Any one API, here update_template_card (doc 90312). */
    UPDATE_CORP_MINUTE(Scope.CORPORATION, Duration.ofMinutes(1), 10_000, 9_000, 90312),
    UPDATE_CORP_HOUR(Scope.CORPORATION, Duration.ofHours(1), 150_000, 135_000, 90312),
    /** Any one API, here message/recall (doc 90312). */
    RECALL_CORP_MINUTE(Scope.CORPORATION, Duration.ofMinutes(1), 10_000, 9_000, 90312),
    RECALL_CORP_HOUR(Scope.CORPORATION, Duration.ofHours(1), 150_000, 135_000, 90312),
    /** Messages to one group robot (doc 91770). */
    ROBOT_MINUTE(Scope.ROBOT, Duration.ofMinutes(1), 20, 15, 91770),
    /** What a member gets from groups; counted by group, ours so that a member may be in three (doc 90312). */
    CHAT_MINUTE(Scope.CHAT, Duration.ofMinutes(1), 200, 60, 90312),
    CHAT_DAY(Scope.CHAT, Duration.ofDays(1), 10_000, 3_000, 90312),
    /** Person-times that all groups get (doc 90312). */
    CHAT_CORP_MINUTE(Scope.CORPORATION, Duration.ofMinutes(1), 20_000, 18_000, 90312),
    CHAT_CORP_HOUR(Scope.CORPORATION, Duration.ofHours(1), 300_000, 270_000, 90312),
    /** Groups made (doc 90245). */
    CHAT_CREATE_DAY(Scope.CORPORATION, Duration.ofDays(1), 1_000, 900, 90245),
    /** Groups changed (doc 90312). */
    CHAT_CHANGE_HOUR(Scope.CORPORATION, Duration.ofHours(1), 1_000, 900, 90312);

    /** For whom a limit counts by itself. */
    enum Scope {
        MEMBER,
        CHAT,
        ROBOT,
        APPLICATION,
        CORPORATION
    }

    private static final int CELLS = 60;

    private final Scope scope;
    private final Duration window;
    private final long weComs;
    private final long ours;
    private final int document;

    SendingLimit(Scope scope, Duration window, long weComs, long ours, int document) {
        this.scope = scope;
        this.window = window;
        this.weComs = weComs;
        this.ours = ours;
        this.document = document;
    }

    Scope scope() {
        return scope;
    }

    Duration window() {
        return window;
    }

    /** Counted from midnight to midnight, not in a sliding window. */
    boolean daily() {
        return window.equals(Duration.ofDays(1));
    }

    /** How finely a sliding window is counted. */
    Duration cell() {
        return window.dividedBy(CELLS);
    }

    /** WeCom's number; 0 where only a setting knows it. */
    long weComs() {
        return weComs;
    }

    long ours() {
        return ours;
    }

    /** Where WeCom says so: https://developer.work.weixin.qq.com/document/path/{document}. */
    int document() {
        return document;
    }
}
