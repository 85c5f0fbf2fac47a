package io.genjin.crm.member;

import io.genjin.crm.storage.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Keeps everybody's manager_id as {@link ReportingLine} finds it. Leaders may be named before they are known, so any
 * change may concern anybody: all lines are drawn anew, and only those that differ are written.
 */
class ReportingLines {
    private final MemberMapper members;
    private final DepartmentMapper departments;

    ReportingLines(MemberMapper members, DepartmentMapper departments) {
        this.members = members;
        this.departments = departments;
    }

    void redraw(Instant now) {
        List<MemberRow> rows = members.all();
        ReportingLine line = new ReportingLine(
                rows.stream().map(MemberRow::toPerson).toList(),
                departments.all().stream().map(DepartmentRow::toDepartment).toList());
        for (MemberRow row : rows) {
            String manager = line.managerOf(row.toPerson()).map(MemberId::value).orElse(null);
            if (!Objects.equals(manager, row.managerId)) {
                members.drawLine(row.id, manager, now);
            }
        }
    }

    /** Follows a leader to a new userid, since WeCom tells of the member alone and not of those they lead. */
    void renameLeader(String from, String to, Instant now) {
        for (MemberRow row : members.all()) {
            List<String> leaders = new ArrayList<>(row.leaders());
            if (Collections.replaceAll(leaders, from, to)) {
                members.setDirectLeaders(row.id, JsonText.of(leaders));
            }
        }
        for (DepartmentRow row : departments.all()) {
            List<String> leaders = new ArrayList<>(row.toDepartment().leaders());
            if (Collections.replaceAll(leaders, from, to)) {
                departments.setLeaders(row.id, JsonText.of(leaders));
            }
        }
        redraw(now);
    }
}
