package io.genjin.bot.capture;

import static io.genjin.bot.capture.Cases.NOW;
import static io.genjin.bot.capture.Cases.content;
import static io.genjin.bot.capture.Cases.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.Yuan;
import io.genjin.crm.lead.NextContact;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftFormTest {
    private static DraftForm form(String name, String day, String time, String points, String amount) {
        return new DraftForm(name, day, time, "要报价", points, "", "发报价单", amount);
    }

    private static Map<String, String> problemsOf(DraftForm form) {
        Map<String, String> problems = DraftForm.noProblems();
        form.read(NOW, problems);
        return problems;
    }

    @Test
    void anUntouchedFormChangesNothing() {
        DraftContent content = content(said(10, "麻烦把50个账号的报价单发我，预算12.8万，明天下午三点电话聊"));
        Map<String, String> problems = DraftForm.noProblems();
        DraftEdits edits = DraftForm.of(content, NOW).read(NOW, problems);
        assertThat(problems).isEmpty();
        assertThat(edits.changes(content)).isFalse();
        assertThat(edits.nextContact()).isEqualTo(content.nextContact());
    }

    @Test
    void whatIsTypedIsRead() {
        Map<String, String> problems = DraftForm.noProblems();
        DraftEdits edits =
                form(" 华东快消 ", "2026-11-27", "", "一\r\n\r\n 二 ", "1,280，00.5").read(NOW, problems);
        assertThat(problems).isEmpty();
        assertThat(edits.customerName()).isEqualTo("华东快消");
        assertThat(edits.nextContact()).isEqualTo(NextContact.on(LocalDate.of(2026, 11, 27)));
        assertThat(edits.keyPoints()).containsExactly("一", "二");
        assertThat(edits.amount()).isEqualTo(Yuan.of("128000.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000", "\u00a0"})
    void aCustomerHasAName(String name) {
        assertThat(problemsOf(form(name, "", "", "", ""))).containsOnlyKeys("customerName");
    }

    @Test
    void longTextsAreCountedInCharacters() {
        assertThat(problemsOf(form("😀".repeat(100), "", "", "", ""))).isEmpty();
        assertThat(problemsOf(form("😀".repeat(101), "", "", "", ""))).containsOnlyKeys("customerName");
        assertThat(problemsOf(form("㍿".repeat(100), "", "", "", "")).keySet()).isSubsetOf("customerName");
        assertThat(problemsOf(form("华", "", "", "好".repeat(201), ""))).containsOnlyKeys("keyPoints");
        assertThat(problemsOf(form("华", "", "", "一\n二\n三", ""))).containsOnlyKeys("keyPoints");
        DraftForm all = new DraftForm("华", "", "", "好".repeat(501), "", "好".repeat(201), "好".repeat(201), "");
        assertThat(problemsOf(all)).containsOnlyKeys("coreNeed", "objection", "nextAction");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,09:00",
        "2026-11-22,",
        ",15:00",
        "2026-02-30,",
        "morgen,",
        "2026-11-24,25:00",
        "+12345-01-01,",
        "9999-01-01,"
    })
    void aDayIsInTheNearFuture(String day, String time) {
        assertThat(problemsOf(form("华", day == null ? "" : day, time == null ? "" : time, "", "")))
                .containsOnlyKeys("day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"十万", "-5", "1.234", "1.2.3", "1e5", ".", "99999999999999999999", "999999999999999"})
    void anAmountIsYuanWithTwoDecimals(String amount) {
        assertThat(problemsOf(form("华", "", "", "", amount))).containsOnlyKeys("amount");
    }
}
