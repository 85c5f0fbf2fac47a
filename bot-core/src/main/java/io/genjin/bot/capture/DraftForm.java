package io.genjin.bot.capture;

import io.genjin.bot.customer.CustomerNames;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.Yuan;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.NextContact;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The draft's page as it was typed; reading it gives the edits, or a problem for each field. */
record DraftForm(
        String customerName,
        String day,
        String time,
        String coreNeed,
        String keyPoints,
        String objection,
        String nextAction,
        String amount) {
    private static final int TEXT = 200;
    private static final int FURTHEST_YEARS = 5;

    static DraftForm of(DraftContent content, Instant now) {
        NextContact said = content.nextContact();
        NextContact next = said == null || ContactChoices.isPast(said, now) ? null : said;
        return new DraftForm(
                content.customerName(),
                next == null ? "" : next.day().toString(),
                next == null ? "" : next.time().map(LocalTime::toString).orElse(""),
                content.coreNeed(),
                String.join("\n", content.keyPoints()),
                content.objection(),
                content.nextAction(),
                content.amount() == null ? "" : content.amount().toString());
    }

    /** Puts what is wrong into {@code problems}, by field; the result counts only when there is none. */
    DraftEdits read(Instant now, Map<String, String> problems) {
        String customer = customerName.strip();
        if (!CustomerNames.fits(customer)) {
            problems.put("customerName", "客户名称须为 1 到 " + CustomerStore.NAME_LIMIT + " 个字");
        }
        limit(problems, "coreNeed", "核心诉求", coreNeed, Lead.CORE_NEED_LIMIT);
        limit(problems, "objection", "客户异议", objection, TEXT);
        limit(problems, "nextAction", "下一步动作", nextAction, TEXT);
        List<String> points = keyPoints
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (points.size() > 2 || points.stream().anyMatch(line -> length(line) > TEXT)) {
            problems.put("keyPoints", "沟通要点最多两行，每行最多 " + TEXT + " 个字");
        }
        NextContact next = next(now, problems);
        return new DraftEdits(
                customer,
                next,
                next == null,
                coreNeed.strip(),
                points,
                objection.strip(),
                nextAction.strip(),
                yuan(problems));
    }

    private @Nullable NextContact next(Instant now, Map<String, String> problems) {
        if (day.isBlank()) {
            if (!time.isBlank()) {
                problems.put("day", "请选日期，或清空时间");
            }
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(day);
            NextContact next = time.isBlank() ? NextContact.on(date) : NextContact.at(date, LocalTime.parse(time));
            if (ContactChoices.isPast(next, now)) {
                problems.put("day", "下次联系时间已经过去");
            } else if (date.isAfter(BusinessTime.dayOf(now).plusYears(FURTHEST_YEARS))) {
                problems.put("day", "下次联系时间太远");
            }
            return next;
        } catch (DateTimeException invalid) {
            problems.put("day", "下次联系时间不对");
            return null;
        }
    }

    private @Nullable Yuan yuan(Map<String, String> problems) {
        String typed = amount.strip().replace(",", "").replace("，", "");
        if (typed.isEmpty()) {
            return null;
        }
        try {
            if (typed.length() > 20 || !typed.matches("[0-9.]+")) {
                throw new NumberFormatException();
            }
            return new Yuan(new BigDecimal(typed));
        } catch (IllegalArgumentException invalid) {
            problems.put("amount", "金额须为数字，单位元，最多两位小数");
            return null;
        }
    }

    private static void limit(Map<String, String> problems, String field, String label, String text, int limit) {
        if (length(text.strip()) > limit) {
            problems.put(field, label + "最多 " + limit + " 个字");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static Map<String, String> noProblems() {
        return new LinkedHashMap<>();
    }
}
