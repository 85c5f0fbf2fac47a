package io.genjin.bot.wecom;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A task_id on the wire. Whoever makes a card names it once; when it is unknown for too long whether it arrived, it is
 * sent again as a further issue, because WeCom takes each task_id once only, for ever (doc 90236). All issues that
 * reached a phone are the same card.
 *
 * @param card the name that the card was given by its maker
 * @param issue 1 for the first, which is sent under the name itself
 */
public record CardIssue(String card, int issue) {
    private static final Pattern FURTHER = Pattern.compile("(.+)@([2-9]|[1-9][0-9]{1,2})");

    /** What a task_id says. */
    public static CardIssue read(String taskId) {
        Matcher further = FURTHER.matcher(taskId);
        return further.matches()
                ? new CardIssue(further.group(1), Integer.parseInt(further.group(2)))
                : new CardIssue(taskId, 1);
    }

    /** The task_id under which this issue is sent and tapped. */
    public String taskId() {
        return issue == 1 ? card : card + "@" + issue;
    }
}
